import { READING_STATUSES } from '../../../domain/signals/plan-readings.js';
import { SIGNAL_LEVELS } from '../../../domain/signals/signal-standing.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const SignalLevelEnum = graphqlEnum('SignalLevel', SIGNAL_LEVELS, 'Where a monitored signal stands.', {
  OK: 'Its newest value is within the thresholds.',
  WARN: 'Its newest value is beyond the threshold to warn.',
  BREACHED: 'Its newest value is beyond the breach threshold.',
  SILENT: 'It runs in production, and nothing was heard of it for twice its cadence.',
  UNKNOWN: 'No value ever came, and none is overdue.',
});

export const SignalRecordStatus = graphqlEnum(
  'SignalRecordStatus',
  READING_STATUSES,
  'What became of a reading that was sent.',
  {
    RECORDED: 'It is new.',
    DUPLICATE: 'It was there already, with the same value.',
    REFUSED: 'It was not taken; userErrors says why.',
  },
);
