import { headlineOf } from '../../../../domain/effort/headline.js';
import { GATE_OUTCOMES } from '../../../../domain/gates/vote.js';
import type { AgingLevel } from '../../../../domain/pipeline/aging.js';
import type { Point } from '../../../../platform/pdf/points.js';
import type { Sheet } from '../../../../platform/pdf/sheet.js';
import type { PortfolioReport } from '../../queries/portfolio-reports.js';
import { counted, words } from './wording.js';

const attentionOf = ({ attention }: PortfolioReport): string | null => {
  if (attention === null) {
    return null;
  }
  const { rows, count } = attention;
  if (count === 0) {
    return 'Nothing was found that needs anybody.';
  }
  // The worst are read first, and not all of them where there are very many.
  const critical = rows.filter(({ level }) => level === 'CRITICAL').length;
  const isAll = critical < rows.length || rows.length === count;
  return `${counted(count, 'finding stands', 'findings stand')}, ${isAll ? '' : 'at least '}${critical} of them critical.`;
};

const pipelineOf = ({ figures: { aging } }: PortfolioReport): string => {
  const onLevel = (asked: AgingLevel): number =>
    aging.flatMap(({ levels }) => levels).reduce((sum, { level, count }) => sum + (level === asked ? count : 0), 0);
  const all = aging.reduce((sum, { count }) => sum + count, 0);
  return `${counted(all, 'initiative stands', 'initiatives stand')} in the stages, ${onLevel('STUCK')} of them stuck and ${onLevel('ZOMBIE')} zombies.`;
};

const decisionsOf = ({ decisions }: PortfolioReport): string => {
  const mix = GATE_OUTCOMES.map((outcome) => ({
    outcome,
    count: decisions.filter((decision) => decision.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  return decisions.length === 0
    ? 'No gate was decided.'
    : `${counted(decisions.length, 'gate was', 'gates were')} decided: ${mix.map(({ outcome, count }) => `${count} ${words(outcome)}`).join(', ')}.`;
};

const debtOf = ({ debt: { rows } }: PortfolioReport): string => {
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const oldest = Math.max(...rows.map(({ oldestDays }) => oldestDays ?? 0));
  return all === 0
    ? 'No waiver and no condition is open.'
    : `${counted(all, 'waiver or condition is', 'waivers and conditions are')} open, the oldest for ${counted(oldest, 'day', 'days')}.`;
};

/** The month in a few sentences, for who reads no further. */
export const summarySection = (sheet: Sheet, report: PortfolioReport): void => {
  sheet.heading('The month in short');
  const points: readonly (Omit<Point, 'text'> & { readonly text: string | null })[] = [
    { label: 'Effort', text: headlineOf(report.figures.effort) },
    { label: 'Attention', text: attentionOf(report) },
    { label: 'Pipeline', text: pipelineOf(report) },
    { label: 'Decisions', text: decisionsOf(report) },
    { label: 'Governance debt', text: debtOf(report) },
  ];
  sheet.points(points.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])));
};
