import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import { aReport, type ReportShape } from '../support/portfolio-report.js';
import { printedIn, textIn, type Printed } from '../support/printed-pdf.js';
import { printReport } from '../../src/modules/exports/http/portfolio-report/print-report.js';

const HUGE: ReportShape = {
  name: 'Claims '.repeat(60),
  stages: 30,
  decisions: 55,
  debts: 400,
  word: 'Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsausschuss',
  attention: Array.from({ length: 30 }, () => ({
    level: 'CRITICAL',
    code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
    initiativeKey: 'CLAIMS-12345',
    since: '2026-10-12T10:00:00.000Z' as Instant,
    message: 'Handle time is better than its target while the reopen rate is 5.2 %, over its limit of 4.0 %. '.repeat(
      5,
    ),
  })),
};

/** Two pieces of text that cover one another. */
const overlaps = (pieces: readonly Printed[]): string[] =>
  pieces.flatMap((one, place) =>
    pieces
      .slice(place + 1)
      .filter(
        (other) =>
          one.page === other.page &&
          Math.abs(one.y - other.y) < Math.min(one.size, other.size) * 0.7 &&
          one.x < other.right - 0.2 &&
          other.x < one.right - 0.2,
      )
      .map((other) => `page ${one.page}: "${one.text}" and "${other.text}"`),
  );

describe('a printed report', () => {
  it.each<[string, ReportShape]>([
    ['as usual', {}],
    ['with much of everything', HUGE],
    ['with nothing in it', { stages: 0, decisions: 0, debts: 0, hasEffort: false, attention: [] }],
    ['in other scripts', { name: '保険金請求 🚀', word: 'Заявка' }],
  ])('stays within the margins of its pages, and nothing covers anything: %s', async (_, shape) => {
    const pieces = printedIn(await printReport(aReport(shape)));
    expect(pieces.length).toBeGreaterThan(50);
    for (const { x, y, right } of pieces) {
      expect(x).toBeGreaterThanOrEqual(47.9);
      expect(right).toBeLessThanOrEqual(595.28 - 47.9);
      expect(y).toBeGreaterThanOrEqual(48);
      expect(y).toBeLessThanOrEqual(841.89 - 20);
    }
    expect(overlaps(pieces)).toEqual([]);
  });

  it('tells days whole, and calls outcomes and kinds what people call them', async () => {
    const found = {
      level: 'WARNING',
      code: 'UX_TOO_LATE',
      initiativeKey: null,
      since: '2026-10-12T10:00:00.000Z' as Instant,
      message: 'Nobody was asked.',
    };
    const text = textIn(await printReport(aReport({ attention: [found] })));
    expect(text).toContain('2026-11-30');
    expect(text).toContain('UX too late');
    expect(text).toContain('Conditional GO');
    expect(text).not.toMatch(/\bGo\b/);
  });

  it('tells what it is of, and everything there is, with a verdict in words beside each bar', async () => {
    const text = textIn(await printReport(aReport()));
    expect(text).toContain('Claims (CLAIMS): portfolio report 2026-10');
    expect(text).toContain('As it was known at the end of the month, 2026-10-31T22:59:59.999Z');
    expect(text).toContain('20.0 % (target 70 %, -50.0 points): Under');
    expect(text).toContain('44.0 % (target 10 %, +34.0 points): Over');
    expect(text).toContain('Funnel, 2025-11-01 to 2026-10-31');
    expect(text).toContain('Page 1 of 2');
    expect(text.replaceAll('\n', ' ')).toContain(
      '6 more come within 7 months with a chance of 50 %, within 10 months with 85 %, within 12 months with 95 %.',
    );
    expect(text).not.toContain('What needs attention');
  });

  it('says of a month without anything that there is nothing', async () => {
    const text = textIn(
      await printReport(aReport({ stages: 0, decisions: 0, debts: 0, hasEffort: false, attention: [] })),
    );
    expect(text).toContain('No effort is booked from 2026-10-01 through 2026-10-31.');
    expect(text).toContain('No gate was decided.');
    expect(text).toContain('Nothing was found that needs anybody.');
  });

  it('repeats the head of a table on the next page, numbers its pages and says what it leaves out', async () => {
    const pieces = printedIn(await printReport(aReport(HUGE)));
    const heads = pieces.filter(({ text }) => text === 'Conditions made').map(({ page }) => page);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.length).toBeGreaterThan(1);
    const text = pieces.map((piece) => piece.text).join('\n');
    expect(text).toContain('30 more are not printed here; all are in decisions.csv.');
    expect(text).toContain('390 more are not printed here; all are in governance-debt.csv.');
    expect(text).toContain('15 more are not printed here; all are in findings.csv.');
    const pages = Math.max(...pieces.map(({ page }) => page));
    expect(pieces.filter((piece) => piece.text === `Page ${pages} of ${pages}`)).toHaveLength(1);
  });

  it('prints a box for each sign its fonts do not have, and says so', async () => {
    const strange = await printReport(aReport({ name: '保険 Škoda – „Größe“ Жук' }));
    expect(textIn(strange)).toContain('Škoda – „Größe“');
    expect(textIn(strange)).toContain('A box stands for a sign');
    expect(textIn(await printReport(aReport({ name: 'Größe' })))).not.toContain('A box stands for a sign');
  });

  it('is made of nothing but its content: the same report gives the same bytes, with title, language and outline', async () => {
    const first = await printReport(aReport());
    expect(first.equals(await printReport(aReport()))).toBe(true);
    expect(first.equals(await printReport(aReport({ decisions: 2 })))).toBe(false);
    const source = first.toString('latin1');
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    expect(source).toContain('/Lang (en)');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('(Claims \\(CLAIMS\\): portfolio report 2026-10)');
    expect(source).toContain('(D:20261031225959Z)');
    expect(source).toContain('/Outlines ');
  });
});
