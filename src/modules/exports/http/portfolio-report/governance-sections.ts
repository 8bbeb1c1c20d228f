import { dateAt } from '../../../../domain/basics/calendar-date.js';
import type { Sheet } from '../../../../platform/pdf/sheet.js';
import type { PortfolioReport } from '../../queries/portfolio-reports.js';
import { NONE, right, shown, words } from './wording.js';

const MOST_DECISIONS = 25;
const MOST_NEEDS = 15;

export const decisionSection = (sheet: Sheet, { decisions, portfolio, called, key }: PortfolioReport): void => {
  sheet.heading(`Decisions in ${key}`);
  if (decisions.length === 0) {
    sheet.paragraph('No gate was decided.');
    return;
  }
  tellOfMore(sheet, decisions.length - MOST_DECISIONS, 'decisions.csv');
  sheet.table({
    hasRowHeads: false,
    columns: [
      { head: 'Day', share: 1.5 },
      { head: 'Initiative', share: 3.6, lines: 3 },
      { head: 'Gate', share: 1 },
      { head: 'Outcome', share: 1.9 },
      { head: 'Decided by', share: 2.6, lines: 3 },
      { head: 'Conditions made', share: 4.5, lines: 6 },
    ],
    rows: decisions
      .slice(0, MOST_DECISIONS)
      .map((decision) => [
        dateAt(decision.decidedAt, portfolio.timeZone),
        nameOf(called, decision.initiativeId),
        decision.gateKey.toUpperCase(),
        words(decision.outcome),
        decision.decidedBy,
        decision.conditions.map(({ text, owner, dueOn }) => `${text} (${owner}, due ${dueOn})`).join('; ') || NONE,
      ]),
  });
};

export const debtSection = (sheet: Sheet, { debt, oldestDebts, called }: PortfolioReport): void => {
  sheet.heading('Governance debt: what was let go for now');
  const ages = debt.rows[0]?.ages ?? [];
  sheet.table({
    columns: [
      { head: 'Kind', share: 3 },
      right('Count', 1),
      ...ages.map(({ fromDays, toDays }) =>
        right(toDays === null ? `over ${fromDays - 1} days` : `${fromDays} to ${toDays} days`, 1.6),
      ),
      right('Oldest, days', 1.6),
    ],
    rows: debt.rows.map((row) => [
      words(row.kind),
      String(row.count),
      ...row.ages.map(({ count }) => String(count)),
      shown(row.oldestDays),
    ]),
  });
  if (oldestDebts.length === 0) {
    return;
  }
  tellOfMore(sheet, debt.rows.reduce((sum, { count }) => sum + count, 0) - oldestDebts.length, 'governance-debt.csv');
  sheet.table({
    hasRowHeads: false,
    columns: [
      { head: 'The oldest', share: 2.2, lines: 2 },
      { head: 'Initiative', share: 3.4, lines: 2 },
      { head: 'Gate and criterion', share: 2.6, lines: 2 },
      right('Days', 0.8),
      { head: 'Until', share: 1.9 },
      { head: 'What for', share: 4.1, lines: 3 },
    ],
    rows: oldestDebts.map((item) => [
      words(item.kind),
      nameOf(called, item.initiativeId),
      [item.gateKey.toUpperCase(), item.criterionKey ?? ''].join(' '),
      String(item.days),
      item.until,
      item.text,
    ]),
  });
};

/** Left out where nobody looked: that nothing was found is something else. */
export const attentionSection = (sheet: Sheet, { attention, portfolio }: PortfolioReport): void => {
  if (attention === null) {
    return;
  }
  sheet.heading('What needs attention');
  if (attention.count === 0) {
    sheet.paragraph('Nothing was found that needs anybody.');
    return;
  }
  tellOfMore(sheet, attention.count - MOST_NEEDS, 'findings.csv');
  sheet.table({
    hasRowHeads: false,
    columns: [
      { head: 'Level', share: 1.2 },
      { head: 'Finding', share: 2.4, lines: 2 },
      { head: 'Initiative', share: 1.7 },
      { head: 'Since', share: 1.3 },
      { head: 'What it says', share: 6.5, lines: 3 },
    ],
    rows: attention.rows
      .slice(0, MOST_NEEDS)
      .map(({ level, code, initiativeKey, since, message }) => [
        words(level),
        words(code),
        initiativeKey ?? portfolio.key,
        dateAt(since, portfolio.timeZone),
        message,
      ]),
  });
};

const nameOf = (called: PortfolioReport['called'], id: string): string => {
  const initiative = called.get(id);
  return initiative ? `${initiative.key} ${initiative.name}` : '';
};

/** Said before the table, for after it this might stand alone on the next page. */
const tellOfMore = (sheet: Sheet, more: number, file: string | null): void => {
  if (more > 0) {
    sheet.paragraph(
      `${more} more ${more === 1 ? 'is' : 'are'} not printed here${file === null ? '' : `; all are in ${file}`}.`,
    );
  }
};
