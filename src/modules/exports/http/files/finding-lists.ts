import { FINDING_CODES, FINDING_LEVELS, type Finding } from '../../../../domain/findings/finding.js';
import type { Instant } from '../../../../domain/basics/instant.js';
import { toldAt } from '../../../../domain/findings/told-on.js';
import type { LongReads } from '../../../../platform/database/long-reads.js';
import type { ExportScope } from '../../queries/export-scopes.js';
import { FINDINGS } from '../../queries/lists/finding-lists-sql.js';
import { cells, type Cell } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { happenings, INITIATIVE, period } from '../list-file.js';
import { flag, words } from '../parameters.js';

const COLUMNS = [
  'id',
  'code',
  'level',
  'initiativeKey',
  'initiativeName',
  'since',
  'message',
  'raisedAt',
  'clearedAt',
  'mutedUntil',
  'muteReason',
] as const;

type ReadFinding = Readonly<Record<(typeof COLUMNS)[number], Cell>> &
  Pick<Finding, 'code' | 'message' | 'facts'> & { readonly clearedAt: Instant | null };

async function* toldOf(
  pieces: AsyncIterable<readonly ReadFinding[]>,
  { now, portfolio: { timeZone } }: ExportScope,
): AsyncGenerator<readonly ReadFinding[], void> {
  for await (const rows of pieces) {
    yield rows.map((row) => toldAt(row, now, timeZone));
  }
}

/** The list of what the rules found; it is one statement, and each is told as of today or as it was said last. Whoever asks has had looked at what is due. */
export const FINDING_LISTS = [
  (reads: LongReads): ExportFile =>
    exportFile({
      name: 'findings',
      about:
        'Every finding there ever was, as it was said last, by the time it was raised; of the portfolio itself too.',
      parameters: {
        ...period('raising'),
        ...INITIATIVE,
        codes: words('Only what these rules found.', FINDING_CODES),
        levels: words('Only those on one of these levels.', FINDING_LEVELS),
        cleared: flag('true: only what has cleared. false: only what holds.'),
      },
      columns: cells(COLUMNS),
      rows: async (scope, values) => {
        const asked = [...happenings(values, scope), values.codes, values.levels, values.cleared, scope.today];
        return toldOf(await reads.begin<ReadFinding>(FINDINGS, asked), scope);
      },
    }),
];
