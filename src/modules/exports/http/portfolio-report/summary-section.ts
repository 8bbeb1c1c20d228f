import { headlineOf } from '../../../../domain/effort/headline.js';
import { agingHeadlineOf, debtHeadlineOf, outcomesHeadlineOf } from '../../../../domain/reports/headlines.js';
import type { Point } from '../../../../platform/pdf/points.js';
import type { Sheet } from '../../../../platform/pdf/sheet.js';
import type { PortfolioReport } from '../../queries/portfolio-reports.js';
import { counted } from './wording.js';

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

/** The month in a few sentences, for who reads no further. */
export const summarySection = (sheet: Sheet, report: PortfolioReport): void => {
  sheet.heading('The month in short');
  const points: readonly (Omit<Point, 'text'> & { readonly text: string | null })[] = [
    { label: 'Effort', text: headlineOf(report.figures.effort) },
    { label: 'Attention', text: attentionOf(report) },
    { label: 'Pipeline', text: agingHeadlineOf(report.figures.aging) },
    { label: 'Decisions', text: outcomesHeadlineOf(report.decisions.map(({ outcome }) => ({ outcome, count: 1 }))) },
    { label: 'Governance debt', text: debtHeadlineOf(report.debt.rows) },
  ];
  sheet.points(points.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])));
};
