import { FINDING_CODES, FINDING_LEVELS } from '../../../../domain/findings/finding.js';
import { FINDINGS } from '../../queries/lists/finding-lists-sql.js';
import { happenings, INITIATIVE, listFile, period } from '../list-file.js';
import { flag, words } from '../parameters.js';

/** The list of what the rules found; it is one statement. */
export const FINDING_LISTS = [
  listFile({
    name: 'findings',
    about: 'Every finding there ever was, as it was said last, by the time it was raised; of the portfolio itself too.',
    parameters: {
      ...period('raising'),
      ...INITIATIVE,
      codes: words('Only what these rules found.', FINDING_CODES),
      levels: words('Only those on one of these levels.', FINDING_LEVELS),
      cleared: flag('true: only what has cleared. false: only what holds.'),
    },
    columns: [
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
    ],
    sql: FINDINGS,
    given: (values, scope) => [...happenings(values, scope), values.codes, values.levels, values.cleared],
  }),
];
