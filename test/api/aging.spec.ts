import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, parseCalendarDate, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { accept } from '../../src/domain/basics/result.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { TemplateDraft } from '../../src/domain/pipeline/validate-template.js';
import type { InitiativeStatus } from '../../src/domain/initiatives/initiative.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { importRows, type Row } from '../support/import-rows.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

/** Story 3: how many days twenty initiatives spent in PoC before they left it. */
const EXITS = [34, 41, 48, 52, 55, 58, 61, 66, 70, 74, 77, 81, 86, 92, 97, 104, 118, 126, 149, 203];

const day = (text: string): CalendarDate => parseCalendarDate(text)!;
/** The day the initiative of the story came back from Discovery, and the one on which it has 171 days. */
const BACK = day('2026-05-17');
const STORY_DAY = addDays(BACK, 53);

const FOUND = `query ($key: String!) { initiativeByKey(key: $key) { id key status stage { key } daysInStage daysOnHold agingLevel version } }`;
const AGING = `query ($key: String!, $asOf: DateTime) {
  portfolio(key: $key) { aging(asOf: $asOf) { stage { key } count exits p50 p70 p85 wipLimit overWip levels { level count } } }
}`;
const LIST = `query ($key: String!, $filter: InitiativeFilter, $first: Int, $after: String) {
  portfolio(key: $key) {
    initiatives(filter: $filter, orderBy: DAYS_IN_STAGE_DESC, first: $first, after: $after) {
      totalCount nodes { name daysInStage agingLevel } pageInfo { hasNextPage endCursor }
    }
  }
}`;

let server: TestServer;
let manager: Member;

/** Noon in Berlin of a day. */
const noon = (date: CalendarDate): string => `${date}T10:00:00Z`;

const make = async (key: string, timeZone: string): Promise<Member> => {
  await server.admin.ask(
    'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
    { input: { key, name: key, timeZone } },
  );
  return server.member(`Manager of ${key}`, key, ['PROGRAM_MANAGER', 'GATEKEEPER']);
};

const keyOf = async (portfolio: string, name: string): Promise<string> => {
  const data = await server.admin.ask(
    'query ($key: String!, $name: String!) { portfolio(key: $key) { initiatives(filter: { search: $name }) { nodes { key name } } } }',
    { key: portfolio, name },
  );
  return data.portfolio.initiatives.nodes.find((each: { name: string }) => each.name === name).key as string;
};

const find = async (portfolio: string, name: string) =>
  (await server.admin.ask(FOUND, { key: await keyOf(portfolio, name) })).initiativeByKey;

const poc = async (portfolio: string, asOf: string | null = null) => {
  const data = await server.admin.ask(AGING, { key: portfolio, asOf });
  const rows = data.portfolio.aging as { stage: { key: string }; levels: { level: string; count: number }[] }[];
  const { levels, ...row } = rows.find(({ stage }) => stage.key === 'poc')!;
  return {
    ...row,
    levels: Object.fromEntries(levels.filter(({ count }) => count > 0).map((each) => [each.level, each.count])),
  };
};

const list = async (portfolio: string, filter: Record<string, unknown> = {}) =>
  (await server.admin.ask(LIST, { key: portfolio, filter, first: 100 })).portfolio.initiatives;

const exits = (left: CalendarDate): readonly Row[] =>
  EXITS.map((days) => ({ ref: `Exit after ${days}`, visits: `poc:${addDays(left, -days)};pilot:${left}` }));

/** 118 days in PoC, 9 in Discovery, and back. */
const story = (ref: string): Row => ({
  ref,
  visits: `poc:${addDays(BACK, -127)};discovery:${addDays(BACK, -9)};poc:${BACK}`,
});

const setStatus = async (
  portfolio: string,
  name: string,
  status: InitiativeStatus,
  { at, by = manager.userId }: { at: string; by?: string },
): Promise<void> => {
  const { id } = await find(portfolio, name);
  const stamp = { at: at as Instant, by };
  await server.app.get(UnitOfWork).run(async (tx) => {
    const [initiative] = await server.app.get(Initiatives).byIds([id], tx);
    return accept(await server.app.get(MoveInitiative).toStatus(tx, initiative!, status, 'Because', stamp));
  });
};

beforeAll(async () => {
  server = await startTestServer();
  manager = await make('STUCK', 'Europe/Berlin');
});

afterAll(() => server.stop());

describe('the stuck proof of concept', () => {
  beforeAll(async () => {
    server.at(noon(addDays(STORY_DAY, -33)));
    await importRows(server, manager, 'STUCK', [
      ...exits(addDays(BACK, -10)),
      story('Quiet'),
      ...['evidence', 'effort', 'measurement', 'update', 'the system alone'].map((what) => story(`With ${what}`)),
      { ref: 'Killed', visits: `poc:${addDays(BACK, -200)}`, status: 'KILLED' },
      { ref: 'Held', visits: `poc:${addDays(BACK, -200)}`, status: 'ON_HOLD' },
      { ref: 'Fresh', visits: `poc:${addDays(STORY_DAY, -73)}` },
      { ref: 'Watched', visits: `poc:${addDays(STORY_DAY, -74)}` },
      { ref: 'Aging', visits: `poc:${addDays(STORY_DAY, -118)}` },
      { ref: 'Just stuck', visits: `poc:${addDays(STORY_DAY, -119)}` },
    ]);
  });

  it('is found by the exits of others: p50 74, p70 92, p85 118, and neither a killed nor a held one has left', async () => {
    expect(await poc('STUCK')).toMatchObject({ exits: 20, p50: 74, p70: 92, p85: 118, wipLimit: null, overWip: false });
  });

  it('counts 118 days, leaves 9 in Discovery out, and 53 days later it has 171 and is STUCK', async () => {
    expect(await find('STUCK', 'Quiet')).toMatchObject({ daysInStage: 138, agingLevel: 'STUCK' });
    server.at(noon(addDays(STORY_DAY, -4)));
    expect(await find('STUCK', 'Quiet')).toMatchObject({ daysInStage: 167, agingLevel: 'STUCK' });
    server.at(noon(addDays(STORY_DAY, -3)));
    expect(await find('STUCK', 'Quiet')).toMatchObject({ daysInStage: 168, agingLevel: 'ZOMBIE' });
  });

  it('is a ZOMBIE after 33 days in which nothing was submitted, booked, measured or changed by a person, and else STUCK', async () => {
    const on = addDays(STORY_DAY, -10);
    server.at(noon(on));
    const idOf = async (what: string): Promise<string> => (await find('STUCK', `With ${what}`)).id as string;
    const done = async (mutation: string, variables: Record<string, unknown>) => {
      const [answer] = Object.values<{ userErrors: unknown[] }>(await manager.ask(mutation, variables));
      expect(answer?.userErrors).toEqual([]);
      return answer as never;
    };
    await done(
      `mutation ($id: ID!, $input: EvidenceInput!) {
        evidenceSubmit(initiativeId: $id, criterionKey: "risk-assessment", input: $input) { userErrors { message } }
      }`,
      {
        id: await idOf('evidence'),
        input: { document: { summary: 'Risks', url: 'https://example.org', effectiveOn: on } },
      },
    );
    await done(
      'mutation ($entry: EffortEntryInput!) { effortRecord(portfolioKey: "STUCK", entries: [$entry]) { userErrors { message } } }',
      {
        entry: {
          initiativeKey: await keyOf('STUCK', 'With effort'),
          amount: '8',
          workedOn: on,
          source: 'test',
          externalId: '1',
        },
      },
    );
    const { kpi }: { kpi: { id: string } } = await done(
      'mutation ($id: ID!, $input: KpiDefineInput!) { kpiDefine(initiativeId: $id, input: $input) { kpi { id } userErrors { message } } }',
      {
        id: await idOf('measurement'),
        input: {
          name: 'Minutes',
          unit: 'min',
          role: 'PRIMARY',
          class: 'BUSINESS',
          direction: 'DECREASE',
          dataSource: 'Desk',
          target: '6',
        },
      },
    );
    await done(
      'mutation ($row: KpiMeasurementInput!) { kpiMeasurementsRecord(measurements: [$row]) { userErrors { message } } }',
      { row: { kpiId: kpi.id, value: '7', measuredOn: on, source: 'test' } },
    );
    await done(
      'mutation ($id: ID!) { initiativeUpdate(id: $id, input: { problem: "Another one", expectedVersion: 1 }) { userErrors { message } } }',
      { id: await idOf('update') },
    );
    for (const status of ['ON_HOLD', 'ACTIVE'] as const) {
      await setStatus('STUCK', 'With the system alone', status, { at: noon(on), by: SYSTEM_USER_ID });
    }

    server.at(noon(STORY_DAY));
    for (const what of ['evidence', 'effort', 'measurement', 'update']) {
      expect(await find('STUCK', `With ${what}`)).toMatchObject({ daysInStage: 171, agingLevel: 'STUCK' });
    }
    expect(await find('STUCK', 'With the system alone')).toMatchObject({ daysInStage: 171, agingLevel: 'ZOMBIE' });
    expect(await find('STUCK', 'Quiet')).toMatchObject({ daysInStage: 171, agingLevel: 'ZOMBIE' });

    const attentionTo = async (what: string) => {
      const { initiativeByKey } = await manager.ask(
        'query ($key: String!) { initiativeByKey(key: $key) { attention { code since facts } } }',
        { key: await keyOf('STUCK', what) },
      );
      return initiativeByKey.attention;
    };
    const trap = { code: 'POC_TRAP', facts: { stage: 'PoC', days: 171, stuckOn: addDays(STORY_DAY, -52) } };
    expect(await attentionTo('Quiet')).toMatchObject([
      { code: 'ZOMBIE', facts: { lastActivityOn: addDays(STORY_DAY, -33) } },
      trap,
    ]);
    expect(await attentionTo('With effort')).toMatchObject([trap]);
    expect(await attentionTo('Watched')).toEqual([]);
    expect(await attentionTo('Killed')).toEqual([]);
  });

  it('stands in a portfolio whose aging counts every level, and leaves out who was killed', async () => {
    expect(await poc('STUCK')).toEqual({
      stage: { key: 'poc' },
      count: 11,
      exits: 20,
      p50: 74,
      p70: 92,
      p85: 118,
      wipLimit: null,
      overWip: false,
      levels: { FRESH: 1, WATCH: 1, AGING: 1, STUCK: 5, ZOMBIE: 3 },
    });
    expect(await find('STUCK', 'Held')).toMatchObject({ status: 'ON_HOLD', daysInStage: 220, agingLevel: 'STUCK' });
    expect(await find('STUCK', 'Killed')).toMatchObject({ status: 'KILLED', daysInStage: 220, agingLevel: 'STUCK' });
  });

  it('comes first by days in stage, and can be asked for by its level', async () => {
    const { nodes, totalCount } = await list('STUCK', { agingLevels: ['ZOMBIE', 'WATCH'] });
    expect(totalCount).toBe(4);
    expect(nodes).toEqual([
      ...[expect.anything(), expect.anything()].map(() =>
        expect.objectContaining({ daysInStage: 171, agingLevel: 'ZOMBIE' }),
      ),
      { name: 'Just stuck', daysInStage: 119, agingLevel: 'ZOMBIE' },
      { name: 'Watched', daysInStage: 74, agingLevel: 'WATCH' },
    ]);
    const all = await list('STUCK');
    expect(all.totalCount).toBe(32);
    const days = all.nodes.map((each: { daysInStage: number }) => each.daysInStage);
    expect(days).toEqual(days.toSorted((a: number, b: number) => b - a));
  });

  it('pages by days in stage with a cursor, and takes the cursor of no other order', async () => {
    const page = async (after: string | null) =>
      (await server.admin.ask(LIST, { key: 'STUCK', first: 5, after })).portfolio.initiatives;
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await page(after);
      names.push(...nodes.map(({ name }) => name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const all = await list('STUCK');
    expect(names).toEqual(all.nodes.map(({ name }: { name: string }) => name));

    const other = Buffer.from(JSON.stringify(['initiatives:NAME_ASC', 'a', SYSTEM_USER_ID])).toString('base64url');
    const { errors } = await server.admin.answer(LIST, { key: 'STUCK', first: 5, after: other });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is told as of an earlier day as it was known then', async () => {
    // Nothing was imported yet.
    const before = noon(addDays(STORY_DAY, -34));
    expect(await poc('STUCK', before)).toMatchObject({ count: 0, exits: 0, p50: null, levels: {} });
    // On the day of the import, with the days of that day.
    const then = await poc('STUCK', noon(addDays(STORY_DAY, -33)));
    expect(then).toMatchObject({ count: 11, exits: 20, p85: 118, levels: { FRESH: 2, WATCH: 2, STUCK: 7 } });
    expect(await poc('STUCK', noon(addDays(STORY_DAY, -3)))).toMatchObject({ levels: { ZOMBIE: 2, STUCK: 5 } });
    // A day that lies ahead is answered as of now.
    expect(await poc('STUCK', noon(addDays(STORY_DAY, 99)))).toEqual(await poc('STUCK'));

    const redated = { ...story('Quiet'), visits: `poc:${addDays(STORY_DAY, -1)}` };
    await importRows(server, manager, 'STUCK', [redated]);
    expect(await find('STUCK', 'Quiet')).toMatchObject({ daysInStage: 1, agingLevel: 'FRESH' });
    expect(await poc('STUCK', noon(addDays(STORY_DAY, -33)))).toEqual(then);
  });

  it('keeps the stages and limits of then, also when a newer version of the template has others', async () => {
    const publish = async (stages: TemplateDraft['stages']) => {
      const { workflowTemplatePublish } = await server.admin.ask(
        'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message } } }',
        { input: { key: 'limited', name: 'Limited', stages } },
      );
      expect(workflowTemplatePublish.userErrors).toEqual([]);
    };
    const limits = async (asOf: string | null = null) => {
      const { portfolio } = await server.admin.ask(AGING, { key: 'LIMITED', asOf });
      const rows = portfolio.aging as { stage: { key: string }; wipLimit: number | null }[];
      return rows.map(({ stage, wipLimit }) => `${stage.key} ${String(wipLimit)}`);
    };
    const limited = (wipLimit: number) =>
      DEFAULT_TEMPLATE.stages.map((stage) => (stage.key === 'poc' ? { ...stage, wipLimit } : stage));
    await publish(limited(3));
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "LIMITED", name: "Limited", templateKey: "limited" }) { userErrors { message } } }',
    );
    const then = noon(STORY_DAY);
    server.at(`${STORY_DAY}T11:00:00Z`);
    const known = await limits(then);
    expect(known).toContain('poc 3');
    await publish(limited(2).filter(({ key }) => key !== 'discovery'));
    expect(await limits()).toEqual(['intake null', 'poc 2', 'pilot null', 'scale null', 'operate null']);
    expect(await limits(then)).toEqual(known);
    // There was no version yet.
    expect(await limits('2020-01-01T00:00:00Z')).toEqual(known);
  });

  it('is told with its last day of activity, in the time zone of its portfolio', async () => {
    const away = await make('AWAY', 'America/Los_Angeles');
    server.at(`${addDays(STORY_DAY, -32)}T06:59:59Z`);
    await importRows(server, away, 'AWAY', [story('Forgotten')]);
    server.at(noon(STORY_DAY));
    const { initiativeByKey } = await server.admin.ask(
      'query ($key: String!) { initiativeByKey(key: $key) { attention { code facts } } }',
      { key: await keyOf('AWAY', 'Forgotten') },
    );
    expect(initiativeByKey.attention).toContainEqual({
      code: 'ZOMBIE',
      facts: {
        stage: 'PoC',
        days: 171,
        countedFrom: addDays(STORY_DAY, -171),
        lastActivityOn: addDays(STORY_DAY, -33),
      },
    });
  });

  it('is told for no exits of another portfolio', async () => {
    const other = await make('APART', 'UTC');
    await importRows(server, other, 'APART', [story('Alone')]);
    // By its time box of 90 days, for nobody has left.
    expect(await poc('APART')).toMatchObject({ count: 1, exits: 0, p50: null, levels: { STUCK: 1 } });
  });
});

describe('the days of a portfolio in Berlin', () => {
  const daysAt = async (name: string, at: string): Promise<number> => {
    server.at(at);
    return (await find('BERLIN', name)).daysInStage as number;
  };

  beforeAll(async () => {
    server.at('2026-12-01T10:00:00Z');
    await importRows(server, await make('BERLIN', 'Europe/Berlin'), 'BERLIN', [
      { ref: 'Spring', visits: 'poc:2026-03-28' },
      { ref: 'Autumn', visits: 'poc:2026-10-24' },
      { ref: 'Holds', visits: 'poc:2026-06-01' },
    ]);
  });

  it('change at its midnights when the clocks go forward', async () => {
    expect(await daysAt('Spring', '2026-03-28T22:59:59Z')).toBe(0);
    expect(await daysAt('Spring', '2026-03-28T23:00:00Z')).toBe(1);
    expect(await daysAt('Spring', '2026-03-29T21:59:59Z')).toBe(1);
    expect(await daysAt('Spring', '2026-03-29T22:00:00Z')).toBe(2);
  });

  it('change at its midnights when the clocks go back', async () => {
    expect(await daysAt('Autumn', '2026-10-24T22:00:00Z')).toBe(1);
    expect(await daysAt('Autumn', '2026-10-25T22:59:59Z')).toBe(1);
    expect(await daysAt('Autumn', '2026-10-25T23:00:00Z')).toBe(2);
  });

  it('on hold are counted apart, through the change of the clocks', async () => {
    await setStatus('BERLIN', 'Holds', 'ON_HOLD', { at: '2026-10-20T10:00:00.000Z' });
    server.at('2026-10-30T10:00:00Z');
    expect(await find('BERLIN', 'Holds')).toMatchObject({ daysInStage: 141, daysOnHold: 10 });
    await setStatus('BERLIN', 'Holds', 'ACTIVE', { at: '2026-10-30T10:00:00.000Z' });
    server.at('2026-11-02T10:00:00Z');
    expect(await find('BERLIN', 'Holds')).toMatchObject({ daysInStage: 144, daysOnHold: 10 });
  });
});
