import { accept, invalid, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { encodingOf, likelySeparator, separatorOf } from '../../../domain/imports/mapping.js';
import { readCsv, type CsvBreak, type CsvRow } from '../../../platform/csv/read-csv.js';
import { firstLineNotUtf8, textOfFile } from '../files/text-of-file.js';

export interface ImportRequest {
  readonly portfolioKey: string;
  /** JSON. */
  readonly mapping: string;
  /** Path of the uploaded file. */
  readonly file: string;
  readonly isDryRun: boolean;
}

export interface OpenedFile<Mapping> {
  /** The rows after the header. */
  readonly rows: AsyncGenerator<CsvRow | CsvBreak>;
  readonly header: readonly string[];
  readonly mapping: Mapping;
}

/**
 * Opens an uploaded file and checks the mapping against its header. Refused with all problems at once: a mapping that is
 * no JSON or cannot work, a file that is not in its encoding, and one without a header.
 */
export const openFile = async <Mapping>(
  request: ImportRequest,
  parseMapping: (mapping: unknown, header: readonly string[]) => Result<Mapping>,
): Promise<Result<OpenedFile<Mapping>>> => {
  const json = parsed(request.mapping);
  if (json instanceof Error) {
    return refuse(invalid(['mapping'], `The mapping is no JSON: ${json.message}.`));
  }
  const encoding = encodingOf(json);
  const badLine = encoding === 'utf-8' ? await firstLineNotUtf8(request.file) : null;
  const rows = readCsv(textOfFile(request.file, encoding), separatorOf(json));
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
  const separator = likelySeparator(header);
  if (separator !== null) {
    // All columns are missing then, which says nothing more.
    await rows.return(undefined);
    return refuse(
      ...problems,
      invalid(
        ['file'],
        `The header is read as one cell, and ${JSON.stringify(separator)} seems to separate its cells. Say so in the mapping: "separator": ${JSON.stringify(separator)}.`,
      ),
    );
  }
  if (header.length === 0) {
    await rows.return(undefined);
    return refuse(...problems);
  }
  const mapping = parseMapping(json, header);
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
