import { compare, type Decimal } from '../basics/decimal.js';
import type { ValueThesis } from '../initiatives/initiative.js';
import { GATE_OUTCOMES, type GateOutcome } from '../gates/vote.js';
import type { AgingLevel } from '../pipeline/aging.js';
import type { StageAging } from '../pipeline/stage-aging.js';
import type { GateStatistics } from './decision-statistics.js';
import type { FunnelFigures, FunnelStage } from './funnel.js';
import type { DebtRow } from './governance-debt.js';
import type { ValueBalanceRow } from './value-balance.js';

/** Of fewer than this a share says more than there is to say: counts are told instead. */
const FEW = 10;

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** An initiative or more of them, with their number. */
const initiatives = (count: number): string => counted(count, 'initiative', 'initiatives');

type ConvertingStage = FunnelStage & { readonly conversionPercent: Decimal };

/** The stage that lets the smallest share of those on who entered it; the last one lets nobody on. Null where nobody entered any. */
const narrowestOf = (stages: readonly FunnelStage[]): ConvertingStage | null =>
  stages
    .slice(0, -1)
    .filter((row): row is ConvertingStage => row.conversionPercent !== null)
    .toSorted((a, b) => compare(a.conversionPercent, b.conversionPercent))[0] ?? null;

/**
 * What a funnel says, as one sentence: how many of a hundred come through, and which stage lets the smallest share on; counts of the first
 * stage while fewer than ten entered it.
 */
export const funnelHeadlineOf = ({ stages, endToEndPercent }: FunnelFigures): string => {
  const [first] = stages;
  const narrowest = narrowestOf(stages);
  if (!first || total(stages.map(({ entered }) => entered)) === 0) {
    return 'Nobody entered a stage in this time.';
  }
  return first.entered < FEW || endToEndPercent === null || !narrowest
    ? `${initiatives(first.entered)} entered ${first.stage.name}, and ${first.advanced} went on.`
    : `${endToEndPercent} % come through to production; ${narrowest.stage.name} lets the fewest on, ${narrowest.advanced} of ${narrowest.entered}.`;
};

const onLevels = ({ levels }: Pick<StageAging, 'levels'>, ...asked: readonly AgingLevel[]): number =>
  total(levels.filter(({ level }) => asked.includes(level)).map(({ count }) => count));

/** What the aging of all stages says, as one sentence: how many are stuck, where most of them are, and how many of them are zombies. */
export const agingHeadlineOf = (stages: readonly Pick<StageAging, 'stage' | 'count' | 'levels'>[]): string => {
  const all = total(stages.map(({ count }) => count));
  const stuckIn = (row: Pick<StageAging, 'levels'>): number => onLevels(row, 'STUCK', 'ZOMBIE');
  const stuck = total(stages.map(stuckIn));
  const zombies = total(stages.map((row) => onLevels(row, 'ZOMBIE')));
  const [worst] = stages.toSorted((a, b) => stuckIn(b) - stuckIn(a));
  if (all === 0) {
    return 'No initiative stands in a stage.';
  }
  if (!worst || stuck === 0) {
    return all === 1
      ? 'The one initiative in the stages is not stuck.'
      : `None of ${all} initiatives is stuck in its stage.`;
  }
  const where = stuckIn(worst) === stuck ? `in ${worst.stage.name}` : `most in ${worst.stage.name}`;
  const ofThem = zombies === 0 ? '' : `; ${zombies} of them ${zombies === 1 ? 'is a zombie' : 'are zombies'}`;
  return `${stuck} of ${initiatives(all)} ${isOrAre(stuck)} stuck, ${where}${ofThem}.`;
};

const thesis = (code: ValueThesis): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

type WorkedRow = ValueBalanceRow & { readonly percent: Decimal };

/**
 * What the value balance says, as one sentence: which value takes most of the effort and which the least; with fewer than ten initiatives,
 * or without effort, what most of them are for.
 */
export const valueHeadlineOf = (rows: readonly ValueBalanceRow[]): string => {
  const worked = rows
    .filter((row): row is WorkedRow => row.percent !== null)
    .toSorted((a, b) => compare(b.percent, a.percent));
  const [most, least] = [worked[0], worked.at(-1)];
  const [commonest] = rows.toSorted((a, b) => b.initiatives - a.initiatives);
  if (!commonest || commonest.initiatives === 0) {
    return 'No initiative was live in this time.';
  }
  return !most || !least || most === least || total(rows.map((row) => row.initiatives)) < FEW
    ? `${thesis(commonest.valueThesis)} is what most are for: ${initiatives(commonest.initiatives)}.`
    : `${thesis(most.valueThesis)} takes ${most.percent} % of the effort, ${thesis(least.valueThesis).toLowerCase()} ${least.percent} %.`;
};

/** What governance debt says, as one sentence: how much is owed, since when, and how much of it is breached. */
export const debtHeadlineOf = (rows: readonly DebtRow[]): string => {
  const all = total(rows.map(({ count }) => count));
  const breached = total(rows.filter(({ kind }) => kind === 'BREACHED_CONDITION').map(({ count }) => count));
  const oldest = Math.max(0, ...rows.map(({ oldestDays }) => oldestDays ?? 0));
  return all === 0
    ? 'No waiver and no condition is open.'
    : `${counted(all, 'waiver or condition is', 'waivers and conditions are')} open, the oldest for ${counted(oldest, 'day', 'days')}${
        breached === 0 ? '' : `; ${counted(breached, 'condition is', 'conditions are')} breached`
      }.`;
};

const OUTCOME_WORDS: Readonly<Record<GateOutcome, string>> = {
  GO: 'GO',
  CONDITIONAL_GO: 'Conditional GO',
  HOLD: 'Hold',
  RECYCLE: 'Recycle',
  KILL: 'Kill',
};

/** How gates were decided, as one sentence, from the boldest outcome; those that did not come are left out. */
export const outcomesHeadlineOf = (
  outcomes: readonly { readonly outcome: GateOutcome; readonly count: number }[],
): string => {
  const mix = GATE_OUTCOMES.map((outcome) => ({
    outcome,
    count: total(outcomes.filter((each) => each.outcome === outcome).map(({ count }) => count)),
  })).filter(({ count }) => count > 0);
  const all = total(mix.map(({ count }) => count));
  return all === 0
    ? 'No gate was decided.'
    : `${counted(all, 'gate was', 'gates were')} decided: ${mix.map(({ outcome, count }) => `${count} ${OUTCOME_WORDS[outcome]}`).join(', ')}.`;
};

/** What the statistics of all gates say: which of them let everything through, how gates were decided, and how many reviews wait. */
export const decisionsHeadlineOf = (
  gates: readonly Pick<GateStatistics, 'gate' | 'outcomes' | 'openReviews' | 'rubberStamp'>[],
): string => {
  const stamps = gates.filter(({ rubberStamp }) => rubberStamp).map(({ gate }) => gate.name);
  const open = total(gates.map(({ openReviews }) => openReviews));
  const decided = outcomesHeadlineOf(gates.flatMap(({ outcomes }) => outcomes)).slice(0, -1);
  const stamped =
    stamps.length === 0
      ? ''
      : `${stamps.join(' and ')} ${stamps.length === 1 ? 'lets' : 'let'} nearly everything through. `;
  return `${stamped}${decided}; ${counted(open, 'review is', 'reviews are')} open.`;
};
