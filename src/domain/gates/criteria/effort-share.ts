import { addDays } from '../../basics/calendar-date.js';
import {
  compareRatio,
  decimal,
  formatDecimal,
  HUNDRED,
  isPositive,
  multiply,
  sum,
  type Decimal,
} from '../../basics/decimal.js';
import { roundRatio } from '../../basics/ratio.js';
import type { EffortFact } from '../gate.js';
import type { Assessor } from './assessor.js';
import { percentUnder } from './wording.js';

const ONE = decimal('1');

const personDaysOf = (effort: readonly EffortFact[]): Decimal => sum(effort.map(({ personDays }) => personDays));

/**
 * Enough of the effort of the last days must be booked on one category. The window has `windowDays` days and ends today,
 * both ends included; the whole is all effort in it, uncategorised effort too. Exact values are compared, not rounded
 * ones. Without any effort: MISSING.
 */
export const assessEffortShare: Assessor<'EFFORT_SHARE'> = ({ settings, known }) => {
  const { category, minPercent, windowDays } = settings;
  const from = addDays(known.today, 1 - windowDays);
  const window = known.effort.filter(({ workedOn }) => workedOn >= from && workedOn <= known.today);
  const total = personDaysOf(window);
  const remedy = `Work on ${category} would clear it; a program manager or an integration can record it.`;
  const period = `from ${from} through ${known.today}`;
  if (!isPositive(total)) {
    return { status: 'MISSING', reason: `No effort is booked ${period}.`, remedy, evidenceId: null };
  }
  const own = personDaysOf(window.filter(({ categoryKey }) => categoryKey === category));
  const percent = { numerator: multiply(own, HUNDRED), denominator: total };
  const met = compareRatio(percent.numerator, total, minPercent, ONE) >= 0;
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
