import { BENEFITS_OUTCOMES } from '../../../../domain/benefits/milestones.js';
import { BENEFITS_REVIEWS, SIGNAL_READINGS } from '../../queries/lists/launch-lists-sql.js';
import { happenings, INITIATIVE, listFile, period } from '../list-file.js';
import { flag, texts, words } from '../parameters.js';

/** The lists of what is heard of initiatives after launch; each is one statement. */
export const LAUNCH_LISTS = [
  listFile({
    name: 'signal-readings',
    about: 'Every reading of every signal, by initiative and signal in the order they were heard in.',
    parameters: {
      ...period('readings'),
      ...INITIATIVE,
      signals: texts('Only those of signals by these names: with commas between them.'),
    },
    columns: [
      'id',
      'initiativeKey',
      'initiativeName',
      'signal',
      'at',
      'value',
      'source',
      'externalId',
      'recordedAt',
      'recordedBy',
    ],
    numeric: ['value'],
    sql: SIGNAL_READINGS,
    given: (values, scope) => [...happenings(values, scope), values.signals],
  }),
  listFile({
    name: 'benefits-reviews',
    about: 'Every review of benefits that was opened, with what its KPIs had come to, by the time it was opened.',
    parameters: {
      ...period('opening'),
      ...INITIATIVE,
      outcomes: words('Only those that came to one of these.', BENEFITS_OUTCOMES),
      completed: flag('true: only what was answered. false: only what waits.'),
    },
    columns: [
      'id',
      'initiativeKey',
      'initiativeName',
      'milestoneDays',
      'productionEnteredOn',
      'dueOn',
      'openedAt',
      'completedAt',
      'completedBy',
      'outcome',
      'note',
      'kpis',
    ],
    numeric: ['milestoneDays'],
    sql: BENEFITS_REVIEWS,
    given: (values, scope) => [...happenings(values, scope), values.outcomes, values.completed],
  }),
];
