import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { parseMapping } from '../../../domain/imports/mapping.js';
import { INITIATIVE_REPORTING, type ImportReport } from '../../../domain/imports/report.js';
import { Clock } from '../../../platform/clock.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { ImportBatch } from './import-batch.js';
import { takeInBatches } from './in-batches.js';
import { openFile, type ImportRequest } from './open-file.js';
import { rowReader } from './row-reader.js';

export { ImportStopped } from './import-stopped.js';

export const ROWS_IN_A_TRANSACTION = 500;

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
    const opened = await openFile(request, (mapping, header) => parseMapping(mapping, { header, stageKeys }));
    if (!opened.ok) {
      return opened;
    }
    const { rows, header, mapping } = opened.value;
    const today = dateAt(this.clock.now(), portfolio.timeZone);
    const read = rowReader(header, mapping, { today, timeZone: portfolio.timeZone, stageKeys });
    const target = { viewer, portfolio, template, isDryRun: request.isDryRun };
    return accept(
      await takeInBatches(rows, {
        size: ROWS_IN_A_TRANSACTION,
        read: (row) => [read(row)],
        take: (batch) => this.batch.run(target, batch),
        reporting: INITIATIVE_REPORTING,
      }),
    );
  }
}
