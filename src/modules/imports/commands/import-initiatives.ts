import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { encodingOf, parseMapping, type ImportMapping } from '../../../domain/imports/mapping.js';
import { EMPTY_REPORT, reportWith, type ImportReport } from '../../../domain/imports/report.js';
import { Clock } from '../../../platform/clock.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { readCsv, type CsvBreak, type CsvRow } from '../files/read-csv.js';
import { firstLineNotUtf8, textOfFile } from '../files/text-of-file.js';
import { ImportBatch, type BatchRow, type BatchTarget } from './import-batch.js';
import { rowReader } from './row-reader.js';

export const ROWS_IN_A_TRANSACTION = 500;

export interface ImportRequest {
  readonly portfolioKey: string;
  /** JSON. */
  readonly mapping: string;
  /** Path of the uploaded file. */
  readonly file: string;
  readonly isDryRun: boolean;
}

/** An import that broke off between two transactions: what is in the report stands, and the rest was not touched. */
export class ImportStopped extends Error {
  constructor(
    readonly report: ImportReport,
    /** The first line that was not taken in. */
    readonly line: number,
    cause: unknown,
  ) {
    super(`The import stopped at line ${line}.`, { cause });
  }
}

/**
 * Imports initiatives from a CSV file, by a mapping. It takes PROGRAM_MANAGER. Refused as a whole, with all problems at
 * once, when the mapping cannot work or the file is not in its encoding; else row by row: a bad row refuses itself only.
 * One transaction for 500 rows, so a failure (ImportStopped) leaves what is in, and the same import again goes on. A dry
 * run tells the same and changes nothing.
 */
@Injectable()
export class ImportInitiatives {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly batch: ImportBatch,
    private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, request: ImportRequest): Promise<Result<ImportReport>> {
    const portfolio = await this.portfolios.seenBy(viewer, request.portfolioKey);
    if (!portfolio || !requireAccess(viewer, 'portfolio:import', portfolio.id)) {
      return refuse(notFound('The portfolio', ['portfolio']));
    }
    const template = await this.templates.newestOf(portfolio.templateId);
    const stageKeys = template.stages.map(({ key }) => key);
    const opened = await openFile(request, stageKeys);
    if (!opened.ok) {
      return opened;
    }
    const { rows, header, mapping } = opened.value;
    const today = dateAt(this.clock.now(), portfolio.timeZone);
    const read = rowReader(header, mapping, { today, timeZone: portfolio.timeZone, stageKeys });
    return accept(await this.importAll(rows, read, { viewer, portfolio, template, isDryRun: request.isDryRun }));
  }

  private async importAll(
    rows: AsyncGenerator<CsvRow | CsvBreak>,
    read: (row: CsvRow | CsvBreak) => BatchRow,
    target: BatchTarget,
  ): Promise<ImportReport> {
    let report = EMPTY_REPORT;
    for await (const batch of inBatches(rows, read)) {
      try {
        report = reportWith(report, await this.batch.run(target, batch));
      } catch (error) {
        throw new ImportStopped(report, batch[0]?.line ?? 1, error);
      }
    }
    return report;
  }
}

async function* inBatches(
  rows: AsyncGenerator<CsvRow | CsvBreak>,
  read: (row: CsvRow | CsvBreak) => BatchRow,
): AsyncGenerator<readonly BatchRow[]> {
  let batch: BatchRow[] = [];
  for await (const row of rows) {
    batch.push(read(row));
    if (batch.length === ROWS_IN_A_TRANSACTION) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

interface OpenedFile {
  /** The rows after the header. */
  readonly rows: AsyncGenerator<CsvRow | CsvBreak>;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
}

const openFile = async (request: ImportRequest, stageKeys: readonly string[]): Promise<Result<OpenedFile>> => {
  const json = parsed(request.mapping);
  if (json instanceof Error) {
    return refuse(invalid(['mapping'], `The mapping is no JSON: ${json.message}.`));
  }
  const encoding = encodingOf(json);
  const badLine = encoding === 'utf-8' ? await firstLineNotUtf8(request.file) : null;
  const rows = readCsv(textOfFile(request.file, encoding));
  const first = (await rows.next()).value as CsvRow | CsvBreak | undefined;
  const header = first && 'cells' in first ? first.cells : [];
  const problems: Refusal[] = [
    ...(badLine === null
      ? []
      : [
          invalid(
            ['file'],
            `Line ${badLine} is not UTF-8. State the encoding of the file in the mapping: "encoding": "latin1".`,
          ),
        ]),
    ...(header.length > 0
      ? []
      : [
          invalid(
            ['file'],
            first && 'reason' in first ? `Line ${first.line}: ${first.reason}` : 'The file is empty: it has no header.',
          ),
        ]),
  ];
  const mapping = parseMapping(json, { header, stageKeys });
  if (problems.length > 0 || !mapping.ok) {
    await rows.return(undefined);
    return refuse(...problems, ...(mapping.ok ? [] : mapping.refusals));
  }
  return accept({ rows, header, mapping: mapping.value });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
};
