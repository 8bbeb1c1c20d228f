import type { RecordStatus } from '../../effort/plan-batch.js';
import { reporting, type Outcome } from '../report.js';

/** How an import of timesheets is reported: every status a row of effort can come to, and the count it is shown in. */
export const EFFORT_REPORTING = reporting({
  RECORDED: 'recorded',
  DUPLICATE: 'duplicates',
  CORRECTED: 'corrected',
  QUEUED: 'queued',
  REFUSED: 'refused',
} as const satisfies Record<RecordStatus, string>);

export type EffortImportReport = typeof EFFORT_REPORTING.empty;

export type EffortOutcome = Outcome<RecordStatus>;
