import { createHash } from 'node:crypto';
import { effortVocabulary } from '../../../domain/imports/effort/effort-fields.js';
import { headerOf, type EffortMapping } from '../../../domain/imports/effort/effort-mapping.js';
import { readEffortRow, type EffortRow } from '../../../domain/imports/effort/read-effort-row.js';
import { contentReader } from '../../../domain/imports/effort/row-content.js';
import { unfoldWorklogs } from '../../../domain/imports/effort/worklogs.js';
import { tidy } from '../../../domain/basics/text.js';
import type { CsvBreak, CsvRow } from '../../../platform/csv/read-csv.js';
import { Fingerprints, fingerprintOf } from './fingerprints.js';

/** A row of the file after reading: with what it says and its identity, or refused already. */
export type EffortBatchRow =
  | {
      readonly line: number;
      readonly cells: readonly string[];
      readonly row: EffortRow;
      readonly externalId: string;
      /** Whether an earlier row of the file is the same in every cell. */
      readonly isRepeated: boolean;
    }
  | { readonly line: number; readonly row: null; readonly reason: string };

interface Surroundings {
  readonly categoryKeys: readonly string[];
  readonly timeZone: string;
}

/**
 * Reads the rows of a timesheet one after the other and gives each its identity. Where the mapping names an externalId, a
 * later row under the same one is refused unless it says the same in every cell: such an id does not tell entries apart.
 * Where it names none, a row is known by all that is in it and by how many rows before it say the same.
 */
export const effortRowReader = (
  header: readonly string[],
  mapping: EffortMapping,
  { categoryKeys, timeZone }: Surroundings,
): ((row: CsvRow | CsvBreak) => readonly EffortBatchRow[]) => {
  const vocabulary = effortVocabulary(categoryKeys);
  const contentOf = contentReader(headerOf(header, mapping.worklogs));
  const seen = new Fingerprints();

  const made = (digest: Buffer): string => {
    const key = fingerprintOf(digest);
    const count = (seen.get(key)?.[0] ?? 0) + 1;
    seen.set(key, count, 0);
    return `row-${digest.toString('hex', 0, 16)}-${count}`;
  };
  /** The line of an earlier row with this id, and whether that says the same; null for the first. */
  const earlier = (externalId: string, line: number, content: Buffer) => {
    const key = fingerprintOf(digestOf(externalId));
    const found = seen.get(key);
    if (found === null) {
      seen.set(key, line, content.readUInt32LE(0));
      return null;
    }
    return { line: found[0], isSame: found[1] === content.readUInt32LE(0) };
  };

  const read = (line: number, cells: readonly string[]): EffortBatchRow => {
    const row = readEffortRow(cells, mapping, vocabulary, timeZone);
    const digest = digestOf(contentOf(cells));
    if (row.externalId === null) {
      return { line, cells, row, externalId: made(digest), isRepeated: false };
    }
    const before = row.externalId === '' ? null : earlier(row.externalId, line, digest);
    const problems =
      before === null || before.isSame
        ? row.problems
        : [
            ...row.problems,
            {
              part: 'externalId' as const,
              reason: `Line ${before.line} has the same externalId and says something else: take more columns for it, so that it tells the entries apart.`,
            },
          ];
    return {
      line,
      cells,
      row: { ...row, problems },
      externalId: row.externalId,
      isRepeated: before?.isSame ?? false,
    };
  };

  return (row) => {
    if ('reason' in row) {
      return [{ line: row.line, row: null, reason: row.reason }];
    }
    if (row.cells.length !== header.length) {
      const reason = `The row has ${row.cells.length} cells, and the header has ${header.length}: a separator or a quote is missing or too many.`;
      return [{ line: row.line, row: null, reason }];
    }
    const cells = row.cells.map(tidy);
    const unfolded = mapping.worklogs === null ? [cells] : unfoldWorklogs(cells, mapping.worklogs);
    return unfolded.map((each) => read(row.line, each));
  };
};

const digestOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
