import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';

/** Whose activity, and what of it was known at an instant. */
interface Asked {
  /** The condition on a table's row, by its alias. */
  readonly of: (row: string) => string;
  readonly at: string;
}

/**
 * What counts as activity: evidence that was submitted, what is said of an initiative was changed or it was moved, a status update,
 * effort that was worked and not taken back, a measurement. Evidence, changes and updates count on the day they were made, effort and
 * measurements on the day they are of. What the system did by itself never counts, nor a move to another version of the
 * template: who changes the workflow works on no initiative.
 */
const evidence = ({ of, at }: Asked): string => `
  SELECT e.initiative_id, e.submitted_at AS on_or_at FROM evidence e
  WHERE ${of('e')} AND e.submitted_by <> '${SYSTEM_USER_ID}' AND e.submitted_at <= ${at}`;

const changes = ({ of, at }: Asked): string => `
  SELECT r.initiative_id, r.recorded_at AS on_or_at FROM initiative_revision r
  WHERE ${of('r')} AND r.recorded_by <> '${SYSTEM_USER_ID}' AND r.recorded_at <= ${at}
    AND NOT EXISTS (SELECT 1 FROM template_migration m WHERE m.initiative_id = r.initiative_id AND m.version = r.version)`;

const updates = ({ of, at }: Asked): string => `
  SELECT u.initiative_id, u.posted_at AS on_or_at FROM status_update u
  WHERE ${of('u')} AND u.posted_by <> '${SYSTEM_USER_ID}' AND u.posted_at <= ${at}`;

const effort = ({ of, at }: Asked): string => `
  SELECT f.initiative_id, f.worked_on AS on_or_at FROM effort_entry f
  WHERE ${of('f')} AND f.recorded_by <> '${SYSTEM_USER_ID}' AND f.recorded_at <= ${at} AND NOT f.is_reversal
    AND NOT EXISTS (SELECT 1 FROM effort_entry b WHERE b.reverses_id = f.id AND b.worked_on = f.worked_on AND b.recorded_at <= ${at})`;

const measured = (at: string): string =>
  `m.kpi_id = k.id AND m.portfolio_id = k.portfolio_id AND m.recorded_by <> '${SYSTEM_USER_ID}' AND m.recorded_at <= ${at}`;

const measurements = ({ of, at }: Asked): string => `
  SELECT k.initiative_id, m.measured_on AS on_or_at FROM kpi k JOIN kpi_measurement m ON ${measured(at)} WHERE ${of('k')}`;

/** Of each KPI the last one, which an index finds. */
const lastMeasurements = ({ of, at }: Asked): string => `
  SELECT k.initiative_id, l.on_or_at FROM kpi k CROSS JOIN LATERAL (
    SELECT m.measured_on AS on_or_at FROM kpi_measurement m WHERE ${measured(at)} ORDER BY m.measured_on DESC LIMIT 1
  ) l WHERE ${of('k')}`;

const KNOWN_BY_INSTANT = [changes, evidence, updates];
const KNOWN_BY_DAY = [effort, measurements];

/** Of initiative `i`, as of the instant `s.at`. */
const OWN: Asked = { of: (row) => `${row}.initiative_id = i.id`, at: 's.at' };
const own = (activities: readonly ((asked: Asked) => string)[]): readonly string[] =>
  activities.map((activity) => activity(OWN));

const since = (activity: string, from: string): string =>
  `SELECT a.initiative_id FROM (${activity}) a WHERE a.on_or_at >= ${from}`;

/** Whether there was activity of `i` since the day `s.lively_from`, which begins at `s.lively_since`. */
export const IS_LIVELY = `(${[
  ...own(KNOWN_BY_INSTANT).map((activity) => `EXISTS (${since(activity, 's.lively_since')})`),
  ...own(KNOWN_BY_DAY).map((activity) => `EXISTS (${since(activity, 's.lively_from')})`),
].join(' OR ')})`;

/**
 * The initiatives of a portfolio with activity since a day and the instant at which it begins, as of an instant; the same one may
 * come more than once. It grows with what was done since, and not with how many there are.
 */
export const livelyIn = (portfolio: string, at: string, from: { readonly day: string; readonly instant: string }) => {
  const asked: Asked = { of: (row) => `${row}.portfolio_id = ${portfolio}`, at };
  return [
    ...KNOWN_BY_INSTANT.map((activity) => since(activity(asked), from.instant)),
    ...KNOWN_BY_DAY.map((activity) => since(activity(asked), from.day)),
  ].join(' UNION ALL ');
};

// The last of each kind by itself, so that an index finds it: of all together each one would be read.
const lastOf = (activities: readonly ((asked: Asked) => string)[]): string =>
  `greatest(${own(activities)
    .map((activity) => `(SELECT a.on_or_at FROM (${activity}) a ORDER BY a.on_or_at DESC LIMIT 1)`)
    .join(', ')})`;

/** When the last activity of `i` was that is known by its instant; null where there never was any. */
export const LAST_ACTIVITY_AT = lastOf(KNOWN_BY_INSTANT);

/** The last day that activity of `i` is of, where it is known by its day; null where there never was any. */
export const LAST_ACTIVITY_OF_DAY = lastOf([effort, lastMeasurements]);
