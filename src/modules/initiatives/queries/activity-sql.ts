import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';

/**
 * What counts as activity of initiative `i`, known at the instant `s.at`: evidence that was submitted, what is said of it
 * was changed or it was moved, a status update, effort that was worked and not taken back, a measurement. Evidence, changes and
 * updates count on the day they were made, effort and measurements on the day they are of. What the system did by itself never counts, nor a
 * move to another version of the template: who changes the workflow works on no initiative.
 */
const EVIDENCE = `
  SELECT e.submitted_at AS on_or_at FROM evidence e
  WHERE e.initiative_id = i.id AND e.submitted_by <> '${SYSTEM_USER_ID}' AND e.submitted_at <= s.at`;

const CHANGES = `
  SELECT r.recorded_at AS on_or_at FROM initiative_revision r
  WHERE r.initiative_id = i.id AND r.recorded_by <> '${SYSTEM_USER_ID}' AND r.recorded_at <= s.at
    AND NOT EXISTS (SELECT 1 FROM template_migration m WHERE m.initiative_id = r.initiative_id AND m.version = r.version)`;

const UPDATES = `
  SELECT u.posted_at AS on_or_at FROM status_update u
  WHERE u.initiative_id = i.id AND u.posted_by <> '${SYSTEM_USER_ID}' AND u.posted_at <= s.at`;

const EFFORT = `
  SELECT f.worked_on AS on_or_at FROM effort_entry f
  WHERE f.initiative_id = i.id AND f.recorded_by <> '${SYSTEM_USER_ID}' AND f.recorded_at <= s.at AND NOT f.is_reversal
    AND NOT EXISTS (SELECT 1 FROM effort_entry b WHERE b.reverses_id = f.id AND b.worked_on = f.worked_on AND b.recorded_at <= s.at)`;

const MEASUREMENTS = `
  SELECT m.measured_on AS on_or_at FROM kpi k JOIN kpi_measurement m ON m.kpi_id = k.id
  WHERE k.initiative_id = i.id AND m.recorded_by <> '${SYSTEM_USER_ID}' AND m.recorded_at <= s.at`;

const anySince = (activity: string, from: string): string =>
  `EXISTS (SELECT 1 FROM (${activity}) a WHERE a.on_or_at >= ${from})`;

/** Whether there was activity of `i` since the day `s.lively_from`, which begins at `s.lively_since`. */
export const IS_LIVELY = `(${anySince(CHANGES, 's.lively_since')} OR ${anySince(EVIDENCE, 's.lively_since')}
  OR ${anySince(UPDATES, 's.lively_since')} OR ${anySince(EFFORT, 's.lively_from')} OR ${anySince(MEASUREMENTS, 's.lively_from')})`;

/** When the last activity of `i` was that is known by its instant; null where there never was any. */
export const LAST_ACTIVITY_AT = `(SELECT max(a.on_or_at) FROM (${EVIDENCE} UNION ALL ${CHANGES} UNION ALL ${UPDATES}) a)`;

/** The last day that activity of `i` is of, where it is known by its day; null where there never was any. */
export const LAST_ACTIVITY_OF_DAY = `(SELECT max(a.on_or_at) FROM (${EFFORT} UNION ALL ${MEASUREMENTS}) a)`;
