import { Sheet } from '../../../../platform/pdf/sheet.js';
import type { PortfolioReport } from '../../queries/portfolio-reports.js';
import { agingSection, effortSection, forecastSection, funnelSection, valueSection } from './figure-sections.js';
import { attentionSection, debtSection, decisionSection } from './governance-sections.js';
import { summarySection } from './summary-section.js';

const SECTIONS = [
  summarySection,
  effortSection,
  attentionSection,
  funnelSection,
  agingSection,
  decisionSection,
  debtSection,
  valueSection,
  forecastSection,
];

/** The report of a portfolio for a month as a PDF. The same report gives the same bytes. */
export const printReport = (report: PortfolioReport): Promise<Buffer> => {
  const { portfolio, key, at, hasEnded } = report;
  const title = `${portfolio.name} (${portfolio.key}): portfolio report ${key}`;
  const sheet = new Sheet({
    title,
    subject: `70/20/10, funnel, aging, decisions and governance debt of ${portfolio.key} in ${key}`,
    author: 'Tollgate',
    language: 'en',
    at,
  });
  sheet.title(title);
  sheet.paragraph(
    hasEnded
      ? `As it was known at the end of the month, ${at} (time zone ${portfolio.timeZone}): what was recorded later does not count.`
      : `The month has not ended: as it was known at ${at} (time zone ${portfolio.timeZone}).`,
  );
  for (const print of SECTIONS) {
    print(sheet, report);
  }
  return sheet.finish(
    `${portfolio.key} ${key}, as known at ${at}.`,
    'A box stands for a sign that the fonts of this report do not have.',
  );
};
