import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, parseCalendarDate, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { countStatements, LATE_BRANCHES } from '../support/count-statements.js';
import { foundCompany, type Company } from '../support/company.js';
import { importRows, type Row } from '../support/import-rows.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const day = (text: string): CalendarDate => parseCalendarDate(text)!;

const FUNNEL = `query ($key: String!, $from: Date!, $to: Date!, $asOf: DateTime) {
  portfolio(key: $key) {
    funnel(from: $from, to: $to, asOf: $asOf) {
      from to endToEndPercent
      stages { stage { key } entered advanced stopped remaining conversionPercent medianDays }
    }
  }
}`;
const FORECAST = `query ($key: String!, $exits: Int!, $asOf: DateTime) {
  portfolio(key: $key) {
    forecast(exits: $exits, asOf: $asOf) { exits enoughHistory p50Months p85Months p95Months history { month exits } explanation }
  }
}`;
const EVERYTHING = `query ($key: String!, $from: Date!, $to: Date!) {
  portfolio(key: $key) {
    funnel(from: $from, to: $to) { stages { stage { key } entered medianDays } }
    valueBalance(from: $from, to: $to) { valueThesis initiatives personDays percent }
    forecast(exits: 3) { p50Months history { month exits } }
    governanceDebt {
      rows { kind count ages { count } oldest { days } }
      items(first: 100) { nodes { kind days initiative { key owner { name } } } }
    }
    decisionStatistics(from: $from, to: $to) { gates { gate { key } decisions openReviews } }
  }
}`;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Twelve months up to the end of February 2026, on their last evening. */
const YEAR = { from: '2025-03-01', to: '2026-02-28' };
const LAST_EVENING = '2026-02-28T20:00:00Z';

const STAGES = ['intake', 'discovery', 'poc', 'pilot', 'scale'];

/** One that got on through so many stages, 30 days each, from a day on. */
const through = (ref: string, stages: number, since: CalendarDate, status = ''): Row => ({
  ref,
  status,
  visits: STAGES.slice(0, stages)
    .map((stage, place) => `${stage}:${addDays(since, 30 * place)}`)
    .join(';'),
});

/** Story 7: 40 entered Intake and went on to Discovery, 22 to PoC, 9 to Pilot, 5 to Scale; one of those in PoC was killed. */
const STORY: readonly Row[] = Array.from({ length: 40 }, (_, index) => {
  const since = addDays(day('2025-03-01'), index * 5);
  const stages = index < 5 ? 5 : index < 9 ? 4 : index < 22 ? 3 : 2;
  return through(`Story ${index}`, stages, since, index === 21 ? 'KILLED' : '');
});

describe('the funnel of twelve months', () => {
  let company: Company;
  let asked: Json;
  const funnel = async (asOf: string | null = null) =>
    (await company.manager.ask(FUNNEL, { key: company.key, ...YEAR, asOf })).portfolio.funnel;

  beforeAll(async () => {
    server.at(LAST_EVENING);
    company = await foundCompany(server);
    await importRows(server, company.manager, company.key, STORY);
    asked = await funnel();
  });

  it('has 55.0, 40.9 and 55.6 % going on, and 12.5 % end to end', () => {
    expect(asked).toEqual({
      ...YEAR,
      endToEndPercent: '12.5',
      stages: [
        ['intake', 40, 40, 0, 0, '100.0', '30'],
        ['discovery', 40, 22, 0, 18, '55.0', '30'],
        ['poc', 22, 9, 1, 12, '40.9', '30'],
        ['pilot', 9, 5, 0, 4, '55.6', '30'],
        ['scale', 5, 0, 0, 5, '0.0', null],
        ['operate', 0, 0, 0, 0, null, null],
      ].map(([key, entered, advanced, stopped, remaining, conversionPercent, medianDays]) => ({
        stage: { key },
        entered,
        advanced,
        stopped,
        remaining,
        conversionPercent,
        medianDays,
      })),
    });
  });

  it('is the same when it is asked later as of that day, although two were dated anew since', async () => {
    server.at('2026-05-10T09:00:00Z');
    await importRows(server, company.manager, company.key, [
      // One began before the year, and one is found to have come no further than Discovery.
      through('Story 0', 5, day('2025-01-02')),
      through('Story 8', 2, day('2025-04-10')),
    ]);
    const now = await funnel();
    expect(now.stages[0]).toMatchObject({ entered: 39 });
    expect(now.stages[3]).toMatchObject({ entered: 8, advanced: 5 });
    expect(await funnel(LAST_EVENING)).toEqual(asked);
    expect(await funnel('2026-05-10T08:59:59.999Z')).toEqual(asked);
    expect(await funnel('2026-05-10T09:00:00Z')).toEqual(now);
  });

  it('counts who was sent back and came again once, and what came after the end not at all', async () => {
    server.at('2026-05-20T09:00:00Z');
    const again = await foundCompany(server);
    await importRows(server, again.manager, again.key, [
      { ref: 'Again', visits: 'poc:2025-04-01;discovery:2025-05-01;poc:2025-06-01;pilot:2025-07-01' },
      { ref: 'Late', visits: 'poc:2025-08-01;pilot:2026-03-01' },
      { ref: 'Back', visits: 'poc:2025-08-01;discovery:2025-08-11' },
    ]);
    const { portfolio } = await again.manager.ask(FUNNEL, { key: again.key, ...YEAR });
    const [, discovery, poc, pilot] = portfolio.funnel.stages;
    expect(poc).toMatchObject({ entered: 3, advanced: 1, remaining: 2, conversionPercent: '33.3' });
    // 60 days in two visits, and 10; the third is in PoC still as of the end.
    expect(poc.medianDays).toBe('35');
    expect(discovery).toMatchObject({ entered: 2, advanced: 1, remaining: 1, medianDays: '31' });
    expect(pilot).toMatchObject({ entered: 1, remaining: 1 });
    expect(portfolio.funnel.endToEndPercent).toBeNull();
  });

  it('has nobody in a period that lies ahead', async () => {
    const ahead = { key: company.key, from: '2030-01-01', to: '2030-12-31' };
    const { portfolio } = await company.manager.ask(FUNNEL, ahead);
    expect(portfolio.funnel.stages.map(({ entered }: Json) => entered)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is refused where the period ends before it begins, or is longer than 100 years', async () => {
    for (const [from, to] of [
      ['2026-02-02', '2026-02-01'],
      ['1900-01-01', '2026-02-01'],
    ]) {
      const { errors } = await company.manager.answer(FUNNEL, { key: company.key, from, to });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('is answered for the widest period there is', async () => {
    const { portfolio } = await company.manager.ask(FUNNEL, { key: company.key, from: '1926-06-01', to: '2026-05-31' });
    expect(portfolio.funnel.stages[0].entered).toBe(40);
  });
});

describe('the forecast of a portfolio', () => {
  /** Story 10, the twelve months up to February 2026. */
  const EXITS = [0, 1, 0, 2, 1, 0, 1, 1, 0, 2, 1, 1];
  const MONTHS = EXITS.map(
    (_, index) => `${index < 10 ? 2025 : 2026}-${String(((index + 2) % 12) + 1).padStart(2, '0')}`,
  );
  let company: Company;
  const forecast = async (exits: number, asOf: string | null = null) =>
    (await company.manager.ask(FORECAST, { key: company.key, exits, asOf })).portfolio.forecast;

  beforeAll(async () => {
    server.at('2026-03-15T09:00:00Z');
    company = await foundCompany(server);
    const rows = EXITS.flatMap((exits, index) =>
      Array.from({ length: index === 9 ? exits - 1 : exits }, (_, each) => ({
        ref: `Exit ${index} ${each}`,
        visits: `pilot:2025-03-10;scale:${MONTHS[index]}-15`,
      })),
    );
    await importRows(server, company.manager, company.key, [
      ...rows,
      // One of the two of December came again, which is no exit of its own; nor is one of the running month.
      { ref: 'Twice', visits: 'scale:2025-12-20;pilot:2026-01-05;scale:2026-01-20' },
      { ref: 'Now', visits: 'pilot:2025-03-10;scale:2026-03-10' },
    ]);
  });

  it('takes 7, 10 and 12 months for six more, and says on what it rests', async () => {
    expect(await forecast(6)).toEqual({
      exits: 6,
      enoughHistory: true,
      p50Months: 7,
      p85Months: 10,
      p95Months: 12,
      history: EXITS.map((exits, index) => ({ month: MONTHS[index], exits })),
      explanation:
        'By the 10 exits to production in the 12 months 2025-03 to 2026-02, 6 more come within 7 months with a chance of 50 %, within 10 months with 85 %, within 12 months with 95 %.',
    });
  });

  it('says so where there is too little history', async () => {
    server.at('2026-03-15T09:00:00Z');
    const young = await foundCompany(server);
    await importRows(server, young.manager, young.key, [{ ref: 'First', visits: 'poc:2025-08-31;scale:2025-10-01' }]);
    const { portfolio } = await young.manager.ask(FORECAST, { key: young.key, exits: 6 });
    expect(portfolio.forecast).toMatchObject({
      enoughHistory: false,
      p50Months: null,
      p85Months: null,
      p95Months: null,
    });
    expect(portfolio.forecast.history).toHaveLength(7);
    server.at('2026-04-01T00:00:00Z');
    const { portfolio: later } = await young.manager.ask(FORECAST, { key: young.key, exits: 6 });
    expect(later.forecast).toMatchObject({ enoughHistory: true, p50Months: 46 });
  });

  it.each([0, -1, 1001])('is refused for %s exits', async (exits) => {
    const { errors } = await company.manager.answer(FORECAST, { key: company.key, exits });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('holds nobody up for long', async () => {
    let longest = 0;
    let last = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.cpuUsage();
    }, 1);
    try {
      expect((await forecast(1_000)).p50Months).toBeGreaterThan(900);
    } finally {
      clearInterval(timer);
    }
    // By itself each piece takes some milliseconds. What the machine does for others meanwhile is not counted.
    expect(longest).toBeLessThan(250);
  });
});

describe('what was let go for now', () => {
  const DEBT = `query ($key: String!, $asOf: DateTime, $kinds: [GovernanceDebtKind!], $first: Int, $after: String) {
    portfolio(key: $key) {
      governanceDebt(asOf: $asOf) {
        asOf
        rows { kind count oldestDays ages { fromDays toDays count } oldest { days initiative { id } } }
        items(kinds: $kinds, first: $first, after: $after) {
          nodes { id kind since days until gateKey criterionKey text initiative { id } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;
  let company: Company;
  const debt = async (more: Record<string, unknown> = {}) =>
    (await company.manager.ask(DEBT, { key: company.key, ...more })).portfolio.governanceDebt;
  const waive = async (id: string, criterion: string, expiresOn: string): Promise<string> => {
    const { waiverRequest } = await company.manager.ask(
      `mutation ($id: ID!, $criterion: String!, $expiresOn: Date!) {
        waiverRequest(initiativeId: $id, criterionKey: $criterion, input: { reason: "Late", compensatingControl: "A call", expiresOn: $expiresOn }) {
          waiver { id } userErrors { message }
        }
      }`,
      { id, criterion, expiresOn },
    );
    expect(waiverRequest.userErrors).toEqual([]);
    return waiverRequest.waiver.id as string;
  };

  it('is told by age, with the oldest, and as it stood then', async () => {
    server.at('2026-03-02T09:00:00Z');
    company = await foundCompany(server);
    const first = await company.standingIn('intake', '2026-01-10');
    const second = await company.standingIn('intake', '2026-01-10');
    await waive(first, 'problem-statement', '2026-05-20');
    server.at('2026-04-10T09:00:00Z');
    const granted = await waive(second, 'problem-statement', '2026-06-01');
    await company.gatekeepers[0].ask(
      'mutation ($id: ID!) { waiverDecide(id: $id, input: { approve: true, comment: "For now" }) { userErrors { message } } }',
      { id: granted },
    );
    const { decision } = await company.pass(second, {
      outcome: 'CONDITIONAL_GO',
      conditions: [{ text: 'Write it down', ownerId: company.owner.userId, dueOn: '2026-05-01' }],
    });
    expect(decision.outcome).toBe('CONDITIONAL_GO');
    const then = '2026-04-20T09:00:00Z';
    server.at(then);
    const told = await debt();
    expect(told.rows.map(({ kind, count, oldestDays }: Json) => [kind, count, oldestDays])).toEqual([
      ['PENDING_WAIVER', 1, 49],
      ['LIVE_WAIVER', 1, 10],
      ['OPEN_CONDITION', 1, 10],
      ['BREACHED_CONDITION', 0, null],
    ]);
    expect(told.rows[0].ages.map(({ count }: Json) => count)).toEqual([0, 1, 0, 0]);
    expect(told.rows.map(({ oldest }: Json) => oldest?.initiative.id ?? null)).toEqual([first, second, second, null]);
    expect(
      told.items.nodes.map(({ kind, days, until, gateKey, criterionKey, text }: Json) => [
        kind,
        days,
        until,
        gateKey,
        criterionKey,
        text,
      ]),
    ).toEqual([
      ['PENDING_WAIVER', 49, '2026-05-20', 'g0', 'problem-statement', 'Late'],
      ['LIVE_WAIVER', 10, '2026-06-01', 'g0', 'problem-statement', 'Late'],
      ['OPEN_CONDITION', 10, '2026-05-01', 'g0', null, 'Write it down'],
    ]);

    server.at('2026-04-21T09:00:00Z');
    await company.pass(first, { outcome: 'KILL' });
    const later = await debt();
    expect(later.rows.map(({ count }: Json) => count)).toEqual([0, 1, 1, 0]);
    expect(await debt({ asOf: then })).toEqual(told);
  });

  it('comes page by page, and of some kinds only', async () => {
    const asOf = '2026-04-20T09:00:00Z';
    const { items } = await debt({ asOf, first: 2 });
    expect(items.nodes).toHaveLength(2);
    expect(items.pageInfo.hasNextPage).toBe(true);
    const { items: rest } = await debt({ asOf, first: 2, after: items.pageInfo.endCursor });
    expect(rest.nodes.map(({ kind }: Json) => kind)).toEqual(['OPEN_CONDITION']);
    const { items: waivers } = await debt({ asOf, kinds: ['LIVE_WAIVER', 'PENDING_WAIVER'] });
    expect(waivers.nodes.map(({ kind }: Json) => kind)).toEqual(['PENDING_WAIVER', 'LIVE_WAIVER']);
    const { errors } = await company.manager.answer(DEBT, { key: company.key, after: 'nonsense' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('how gates decide', () => {
  it('is told by outcome and days, with what waits and whether it is a rubber stamp', async () => {
    server.at('2026-03-02T09:00:00Z');
    const company = await foundCompany(server);
    const decisions = async (asOf: string | null = null) => {
      const { portfolio } = await company.manager.ask(
        `query ($key: String!, $asOf: DateTime) { portfolio(key: $key) { decisionStatistics(from: "2026-03-01", to: "2026-03-31", asOf: $asOf) {
          from to gates { gate { key } decisions outcomes { outcome count percent } medianDays p85Days cancelled openReviews medianOpenDays oldestOpenDays rubberStamp }
        } } }`,
        { key: company.key, asOf },
      );
      return portfolio.decisionStatistics.gates as Json[];
    };
    const pass = async (outcome: string) => {
      const id = await company.standingIn('intake', '2026-03-01');
      await company.document(id, 'problem-statement', '2026-03-01');
      expect((await company.pass(id, { outcome })).userErrors).toEqual([]);
    };
    for (let index = 0; index < 19; index += 1) {
      await pass('GO');
    }
    expect((await decisions())[0]).toMatchObject({ decisions: 19, rubberStamp: false });
    await pass('GO');
    expect((await decisions())[0]).toMatchObject({ decisions: 20, rubberStamp: true, openReviews: 0 });
    const waiting = await company.standingIn('intake', '2026-03-01');
    const review = await company.request(waiting);
    const cancelled = await company.request(await company.standingIn('intake', '2026-03-01'));
    server.at('2026-03-12T09:00:00Z');
    const open = await decisions();
    expect(open[0]).toMatchObject({ cancelled: 0, openReviews: 2, medianOpenDays: '10', oldestOpenDays: 10 });
    await company.decide(company.gatekeepers[0], waiting, review, { outcome: 'KILL' });
    await company.manager.ask(
      'mutation ($id: ID!) { gateReviewCancel(reviewId: $id, reason: "Not now") { userErrors { message } } }',
      { id: cancelled },
    );
    server.at('2026-04-20T09:00:00Z');
    const now = await decisions();
    expect(now.map(({ gate }) => gate.key)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4']);
    expect(now[0]).toMatchObject({
      decisions: 21,
      outcomes: [
        { outcome: 'GO', count: 20, percent: '95.2' },
        { outcome: 'CONDITIONAL_GO', count: 0, percent: '0.0' },
        { outcome: 'RECYCLE', count: 0, percent: '0.0' },
        { outcome: 'HOLD', count: 0, percent: '0.0' },
        { outcome: 'KILL', count: 1, percent: '4.8' },
      ],
      medianDays: '0',
      p85Days: 0,
      cancelled: 1,
      openReviews: 0,
      rubberStamp: false,
    });
    expect(await decisions('2026-03-12T08:59:59Z')).toEqual(open);
  });
});

describe('a headline beside its report', () => {
  it('is told of the rows that are reckoned anyway', async () => {
    const { key } = await foundCompany(server);
    const asking = async (fields: string): Promise<number> =>
      countStatements(server.served, () =>
        server.admin.ask(`query ($key: String!) { portfolio(key: $key) { ${fields} } }`, { key }),
      );
    const rows = 'aging { count } valueBalance(from: "2026-03-01", to: "2026-03-31") { initiatives }';
    const headlines = 'agingHeadline valueBalanceHeadline(from: "2026-03-01", to: "2026-03-31")';
    expect(await asking(`${rows} ${headlines}`)).toBe(await asking(rows));
    // Another period is another report.
    expect(await asking(`${rows} valueBalanceHeadline(from: "2026-04-01", to: "2026-04-30")`)).toBeGreaterThan(
      await asking(rows),
    );
  });
});

describe('every report', () => {
  const company = { key: '' };

  const statements = (): Promise<number> =>
    countStatements(server.served, () =>
      server.admin.ask(EVERYTHING, { key: company.key, from: '2025-03-01', to: '2026-05-31' }),
    );

  it('asks the database as often for sixty initiatives as for one', async () => {
    server.at('2026-05-20T09:00:00Z');
    const made = await foundCompany(server);
    company.key = made.key;
    const waived = async (): Promise<void> => {
      const id = await made.create();
      await made.manager.ask(
        `mutation ($id: ID!) { waiverRequest(initiativeId: $id, criterionKey: "problem-statement",
          input: { reason: "Late", compensatingControl: "A call", expiresOn: "2026-06-20" }) { userErrors { message } } }`,
        { id },
      );
      await made.request(id);
    };
    await importRows(server, made.manager, made.key, [through('First', 5, day('2025-04-01'))]);
    await waived();
    await statements();
    const one = await statements();
    expect(one).toBeGreaterThan(8);
    await importRows(
      server,
      made.manager,
      made.key,
      Array.from({ length: 60 }, (_, index) => through(`Row ${index}`, 1 + (index % 5), day('2025-04-01'))),
    );
    for (let index = 0; index < 5; index += 1) {
      await waived();
    }
    expect(await statements()).toBeLessThanOrEqual(one + LATE_BRANCHES);
  });

  it('is for members of the portfolio only', async () => {
    const other = await foundCompany(server);
    const { portfolio } = await other.manager.ask(EVERYTHING, {
      key: company.key,
      from: '2025-03-01',
      to: '2026-05-31',
    });
    expect(portfolio).toBeNull();
  });

  it('spreads effort over the value theses, as it was said of the initiatives then', async () => {
    server.at('2026-05-20T09:00:00Z');
    const made = await foundCompany(server);
    const balance = async (asOf: string | null = null) => {
      const { portfolio } = await made.manager.ask(
        'query ($key: String!, $asOf: DateTime) { portfolio(key: $key) { valueBalance(from: "2026-05-01", to: "2026-05-31", asOf: $asOf) { valueThesis initiatives personDays percent } } }',
        { key: made.key, asOf },
      );
      return portfolio.valueBalance.map((row: Json) => [row.valueThesis, row.initiatives, row.personDays, row.percent]);
    };
    const first = await made.create({ valueThesis: 'GROWTH' });
    await made.create({ valueThesis: 'COST', name: 'Another' });
    expect((await balance()).map(([, , , percent]: Json[]) => percent)).toEqual([null, null, null, null, null]);
    const { key, version } = await made.standing(first);
    const { effortRecord } = await made.manager.ask(
      `mutation ($portfolioKey: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $portfolioKey, entries: $entries) { userErrors { message } } }`,
      {
        portfolioKey: made.key,
        entries: [
          {
            initiativeKey: key,
            amount: '2.5',
            unit: 'PERSON_DAYS',
            workedOn: '2026-05-19',
            source: 'sheet',
            externalId: '1',
          },
        ],
      },
    );
    expect(effortRecord.userErrors).toEqual([]);
    const then = [
      ['PRODUCTIVITY', 0, '0', '0.0'],
      ['COST', 1, '0', '0.0'],
      ['GROWTH', 1, '2.5', '100.0'],
      ['RISK_REDUCTION', 0, '0', '0.0'],
      ['EXPERIENCE', 0, '0', '0.0'],
    ];
    expect(await balance()).toEqual(then);
    server.at('2026-05-21T09:00:00Z');
    await made.manager.ask(
      'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { message } } }',
      { id: first, input: { valueThesis: 'EXPERIENCE', expectedVersion: version } },
    );
    expect((await balance())[4]).toEqual(['EXPERIENCE', 1, '2.5', '100.0']);
    expect(await balance('2026-05-20T09:00:00Z')).toEqual(then);
  });
});
