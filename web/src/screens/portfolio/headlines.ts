import type { AgingLevel } from '../../api/generated/schema';
import { countOf, daysOf, numberOf, percentOf } from '../../words/format';

// The titles of cards whose report says no sentence of its own, made of its figures.

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const funnelHeadline = (
  {
    endToEndPercent,
    stages,
  }: {
    readonly endToEndPercent?: string | null;
    readonly stages: readonly {
      readonly stage: { readonly name: string };
      readonly entered: number;
      readonly advanced: number;
      readonly conversionPercent?: string | null;
    }[];
  },
  isFew: boolean,
): string => {
  const [first, ...later] = stages;
  if (!first || sum(stages.map(({ entered }) => entered)) === 0) {
    return 'Nobody entered a stage in these twelve months';
  }
  const narrow = stages
    .slice(0, -1)
    .filter(({ entered, conversionPercent }) => entered > 0 && typeof conversionPercent === 'string')
    .toSorted((one, other) => Number(one.conversionPercent) - Number(other.conversionPercent))[0];
  if (isFew || !narrow || typeof endToEndPercent !== 'string') {
    return `${countOf(first.entered, 'initiative')} entered ${first.stage.name}${later.length > 0 ? `, ${String(first.advanced)} went on` : ''}`;
  }
  return `${percentOf(endToEndPercent)} come through to production; ${narrow.stage.name} lets the fewest on, ${String(narrow.advanced)} of ${String(narrow.entered)}`;
};

interface AgingOfStage {
  readonly stage: { readonly name: string };
  readonly count: number;
  readonly levels: readonly { readonly level: AgingLevel; readonly count: number }[];
}

/** How many stand at one of these levels in a stage. */
export const atLevels = ({ levels }: Pick<AgingOfStage, 'levels'>, ...wanted: readonly AgingLevel[]): number =>
  sum(levels.filter(({ level }) => wanted.includes(level)).map(({ count }) => count));

export const agingHeadline = (stages: readonly AgingOfStage[]): string => {
  const all = sum(stages.map(({ count }) => count));
  const stuck = sum(stages.map((stage) => atLevels(stage, 'STUCK', 'ZOMBIE')));
  const zombies = sum(stages.map((stage) => atLevels(stage, 'ZOMBIE')));
  const most = stages.toSorted(
    (one, other) => atLevels(other, 'STUCK', 'ZOMBIE') - atLevels(one, 'STUCK', 'ZOMBIE'),
  )[0];
  if (stuck === 0) {
    return all === 0 ? 'Nothing is in a stage' : `None of ${countOf(all, 'initiative')} is stuck in its stage`;
  }
  return `${String(stuck)} of ${countOf(all, 'initiative')} ${stuck === 1 ? 'is' : 'are'} stuck, ${most ? `most in ${most.stage.name}` : ''}${
    zombies > 0 ? `; ${countOf(zombies, 'is a zombie', 'are zombies')}` : ''
  }`;
};

export const valueHeadline = (
  rows: readonly { readonly label: string; readonly initiatives: number; readonly percent?: string | null }[],
  isFew: boolean,
): string => {
  if (isFew || rows.every(({ percent }) => typeof percent !== 'string')) {
    const [most] = rows.toSorted((one, other) => other.initiatives - one.initiatives);
    return most && most.initiatives > 0
      ? `${most.label} is what most are for: ${countOf(most.initiatives, 'initiative')}`
      : 'Nothing was live in this period';
  }
  const ordered = rows.toSorted((one, other) => Number(other.percent) - Number(one.percent));
  const [most, least] = [ordered[0], ordered.at(-1)];
  return `${most?.label ?? ''} takes ${percentOf(most?.percent)} of the effort, ${least?.label ?? ''} ${percentOf(least?.percent)}`;
};

export const debtHeadline = (
  rows: readonly { readonly count: number; readonly oldestDays?: number | null; readonly kind: string }[],
): string => {
  const all = sum(rows.map(({ count }) => count));
  const breached = sum(rows.filter(({ kind }) => kind === 'BREACHED_CONDITION').map(({ count }) => count));
  const oldest = Math.max(0, ...rows.map(({ oldestDays }) => oldestDays ?? 0));
  return all === 0
    ? 'Nothing is owed: no waiver and no condition is open'
    : `${countOf(all, 'waiver or condition is', 'waivers and conditions are')} owed, the oldest for ${daysOf(oldest)}${
        breached > 0 ? `; ${countOf(breached, 'condition is', 'conditions are')} breached` : ''
      }`;
};

export const decisionsHeadline = (
  gates: readonly {
    readonly gate: { readonly name: string };
    readonly decisions: number;
    readonly openReviews: number;
    readonly rubberStamp: boolean;
  }[],
): string => {
  const stamps = gates.filter(({ rubberStamp }) => rubberStamp).map(({ gate }) => gate.name);
  const told = `${countOf(sum(gates.map(({ decisions }) => decisions)), 'decision')}, ${countOf(sum(gates.map(({ openReviews }) => openReviews)), 'review is', 'reviews are')} open`;
  return stamps.length === 0
    ? told
    : `${stamps.join(' and ')} ${stamps.length === 1 ? 'lets' : 'let'} everything through: the last 20 were all Go. ${told}`;
};

export const attentionHeadline = (count: number, isFiltered: boolean): string =>
  count === 0
    ? isFiltered
      ? 'Nothing of this kind needs attention'
      : 'Nothing needs attention'
    : `${countOf(count, 'finding needs', 'findings need')} attention`;

export const healthHeadline = (
  counts: { readonly OFF_TRACK: number; readonly AT_RISK: number; readonly NO_DATA: number },
  all: number,
): string =>
  all === 0
    ? 'There is no initiative yet'
    : counts.OFF_TRACK + counts.AT_RISK + counts.NO_DATA === 0
      ? `All ${countOf(all, 'initiative')} are on track`
      : `${numberOf(counts.OFF_TRACK)} of ${countOf(all, 'initiative')} ${counts.OFF_TRACK === 1 ? 'is' : 'are'} off track, ${numberOf(counts.AT_RISK)} at risk`;
