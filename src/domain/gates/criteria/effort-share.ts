import { decimal, formatDecimal } from '../../basics/decimal.js';
import { compareRatio, roundRatio } from '../../basics/ratio.js';
import { lastDays, onCategory, percentOf, personDaysOf, workedWithin } from '../../effort/category-share.js';
import type { Assessor } from './assessor.js';
import { percentUnder } from './wording.js';

const ONE = decimal('1');

/**
 * Enough of the effort of the last days must be booked on one category. The window has `windowDays` days and ends today,
 * both ends included; the whole is all effort in it, uncategorised effort too. Exact values are compared, not rounded
 * ones. Without any effort: MISSING.
 */
export const assessEffortShare: Assessor<'EFFORT_SHARE'> = ({ settings, known }) => {
  const { category, minPercent, windowDays } = settings;
  const days = lastDays(known.today, windowDays);
  const window = workedWithin(known.effort, days);
  const total = personDaysOf(window);
  const own = personDaysOf(onCategory(window, category));
  const percent = percentOf(own, total);
  const remedy = `Work on ${category} would clear it; a program manager or an integration can record it.`;
  const period = `from ${days.from} through ${days.to}`;
  if (percent === null) {
    return { status: 'MISSING', reason: `No effort is booked ${period}.`, remedy, evidenceId: null };
  }
  const met = compareRatio(percent.numerator, percent.denominator, minPercent, ONE) >= 0;
  const shown = met ? roundRatio(percent, 1) : percentUnder(percent, minPercent);
  const numbers = `${shown} % (${formatDecimal(own)} of ${formatDecimal(total)} person-days ${period})`;
  return met
    ? {
        status: 'MET',
        reason: `${category} has ${numbers}, and at least ${minPercent} % is asked for.`,
        remedy: null,
        evidenceId: null,
      }
    : {
        status: 'NOT_MET',
        reason: `${category} has ${numbers}, under the ${minPercent} % asked for.`,
        remedy,
        evidenceId: null,
      };
};
