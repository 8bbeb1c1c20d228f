import { dateAt } from '../../basics/calendar-date.js';
import { newestCheck, submissionsFor } from '../standing-evidence.js';
import { expiresOn, validityOn } from '../validity.js';
import type { Assessor } from './assessor.js';
import { listed } from './wording.js';

const REPORTER = 'a program manager or an integration can report its result';

/**
 * The newest result of an external check counts, by `checkedAt` and without any review (law 4): it must have passed and
 * hold today. Failed, or not effective yet: NOT_MET. Ran out: STALE. Nothing reported: MISSING.
 */
export const assessExternalCheck: Assessor<'EXTERNAL_CHECK'> = ({ criterion, known }) => {
  const newest = newestCheck(submissionsFor('EXTERNAL_CHECK', criterion, known.evidence));
  if (!newest) {
    return {
      status: 'MISSING',
      reason: 'No result is reported.',
      remedy: `Run the check; ${REPORTER}.`,
      evidenceId: null,
    };
  }

  const { id: evidenceId, content, effectiveOn } = newest;
  const what = `The check ${content.name} of ${dateAt(content.checkedAt, known.timeZone)}`;
  if (!content.passed) {
    const remedy = `Fix what ${content.url} reports and run the check again; ${REPORTER}.`;
    return { status: 'NOT_MET', reason: `${what} failed.`, remedy, evidenceId };
  }

  const lastDay = expiresOn(effectiveOn, criterion.validForDays);
  const validity = validityOn(known.today, effectiveOn, lastDay);
  const again = `Run the check again; ${REPORTER}.`;
  if (validity === 'NOT_YET') {
    return {
      status: 'NOT_MET',
      reason: `${what} passed, but holds only from ${effectiveOn} on.`,
      remedy: again,
      evidenceId,
    };
  }
  if (validity === 'RAN_OUT') {
    const reason = `${what} passed and ran out: it held from ${effectiveOn} through ${String(lastDay)}.`;
    return { status: 'STALE', reason, remedy: again, evidenceId };
  }
  const holds = lastDay === null ? [] : [`holds through ${lastDay}`];
  return { status: 'MET', reason: `${what} ${listed(['passed', ...holds])}.`, remedy: null, evidenceId };
};
