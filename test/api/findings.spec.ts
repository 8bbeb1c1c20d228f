import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { LookAtInitiatives } from '../../src/modules/findings/commands/look-at-initiatives.js';
import { MarkChanges } from '../../src/modules/findings/commands/mark-changes.js';
import { MoveChanges } from '../../src/modules/changes/commands/move-changes.js';
import { MakeMessagesReady } from '../../src/modules/webhooks/commands/make-messages-ready.js';
import { foundCompany, codes, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const FINDING =
  'id code level since message facts raisedAt clearedAt mute { reason until mutedBy { name } } initiative { id }';
const INITIATIVE = `query ($id: ID!) {
  initiative(id: $id) { health healthReason attention { ${FINDING} } all: attention(includeMuted: true) { code } findingHistory { nodes { ${FINDING} } } }
}`;
const PORTFOLIO = `query ($key: String!, $codes: [FindingCode!], $levels: [FindingLevel!], $asOf: DateTime, $first: Int, $after: String, $muted: Boolean) {
  portfolio(key: $key) {
    attention(codes: $codes, levels: $levels, asOf: $asOf, first: $first, after: $after, includeMuted: $muted) {
      totalCount nodes { ${FINDING} } pageInfo { hasNextPage endCursor }
    }
  }
}`;
const LIST = `query ($key: String!, $filter: InitiativeFilter) {
  portfolio(key: $key) { initiatives(filter: $filter) { totalCount nodes { id health } } }
}`;
const DEFINE = `mutation ($id: ID!, $input: KpiDefineInput!) {
  kpiDefine(initiativeId: $id, input: $input) { kpi { id } userErrors { code message } } }`;
const MEASURE = `mutation ($rows: [KpiMeasurementInput!]!) {
  kpiMeasurementsRecord(measurements: $rows) { recorded userErrors { code message } } }`;
const MUTE = `mutation ($id: ID!, $input: FindingMuteInput!) {
  findingMute(id: $id, input: $input) { finding { ${FINDING} } userErrors { code message field } } }`;
const UNMUTE = `mutation ($id: ID!) { findingUnmute(id: $id) { finding { mute { until } } userErrors { code } } }`;

const GUARDRAIL = {
  name: 'Reopen rate',
  unit: '%',
  role: 'GUARDRAIL',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Desk',
  target: '4.0',
};
const PRIMARY = {
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  target: '6.5',
  targetDate: '2026-12-31',
  baselineValue: '9.4',
  baselineMeasuredOn: '2026-02-01',
};

describe('findings', () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-07-03T09:00:00Z');
    company = await foundCompany(server);
  });

  afterAll(() => server.stop());

  const define = async (id: string, input: Record<string, unknown>, by = company.manager): Promise<string> => {
    const { kpiDefine } = await by.ask(DEFINE, { id, input });
    expect(kpiDefine.userErrors).toEqual([]);
    return kpiDefine.kpi.id as string;
  };
  const measure = async (kpiId: string, value: string, measuredOn: string, by = company.manager): Promise<void> => {
    const rows = [{ kpiId, value, measuredOn, source: 'test', externalId: `${kpiId}-${measuredOn}-${value}` }];
    const { kpiMeasurementsRecord } = await by.ask(MEASURE, { rows });
    expect(kpiMeasurementsRecord.userErrors).toEqual([]);
  };
  const seen = async (id: string, by = company.manager): Promise<Json> => (await by.ask(INITIATIVE, { id })).initiative;
  const attention = async (variables: Record<string, unknown> = {}): Promise<Json> =>
    (await company.manager.ask(PORTFOLIO, { key: company.key, ...variables })).portfolio.attention;

  /** An initiative as in story 1: its success is paid for elsewhere. */
  const paidForElsewhere = async (): Promise<{ readonly id: string; readonly guardrail: string }> => {
    const id = await company.create();
    const [guardrail, primary] = [await define(id, GUARDRAIL), await define(id, PRIMARY)];
    await measure(primary, '6.1', '2026-07-01');
    await measure(guardrail, '5.2', '2026-07-02');
    return { id, guardrail };
  };

  it('are raised as soon as something is written, with what they rest on, and lower health', async () => {
    const { id } = await paidForElsewhere();
    const { health, healthReason, attention: told } = await seen(id);
    expect(health).toBe('OFF_TRACK');
    expect(healthReason).toMatch(/PRIMARY_UP_GUARDRAIL_BREACHED|success is paid for elsewhere/i);
    expect(told[0]).toMatchObject({
      code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
      level: 'CRITICAL',
      raisedAt: '2026-07-03T09:00:00.000Z',
      clearedAt: null,
      mute: null,
      facts: { guardrails: [{ value: '5.2' }] },
      initiative: { id },
    });
    const { auditEvents } = await company.standing(id);
    expect(auditEvents.nodes.filter(({ action }: Json) => action === 'finding.raised').length).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('clear when it is over, are kept, and are raised anew when it comes back', async () => {
    const { id, guardrail } = await paidForElsewhere();
    const [before] = (await seen(id)).attention;
    server.at('2026-07-10T09:00:00Z');
    await measure(guardrail, '3.9', '2026-07-10');
    const over = await seen(id);
    expect(over.attention.map(({ code }: Json) => code)).not.toContain('GUARDRAIL_BREACHED');
    expect(
      over.findingHistory.nodes.filter(({ code }: Json) => code === 'PRIMARY_UP_GUARDRAIL_BREACHED'),
    ).toMatchObject([{ id: before.id, raisedAt: '2026-07-03T09:00:00.000Z', clearedAt: '2026-07-10T09:00:00.000Z' }]);
    server.at('2026-07-20T09:00:00Z');
    await measure(guardrail, '6', '2026-07-20');
    const again = (await seen(id)).findingHistory.nodes.filter(
      ({ code }: Json) => code === 'PRIMARY_UP_GUARDRAIL_BREACHED',
    );
    expect(again).toMatchObject([{ raisedAt: '2026-07-20T09:00:00.000Z', clearedAt: null }, { id: before.id }]);
    server.at('2026-07-03T09:00:00Z');
  });

  it('are listed over the portfolio, the gravest first, page by page, by code and level', async () => {
    const room = await foundCompany(server);
    const ask = async (variables: Record<string, unknown>): Promise<Json> =>
      (await room.manager.ask(PORTFOLIO, { key: room.key, ...variables })).portfolio.attention;
    for (let index = 0; index < 3; index += 1) {
      const id = await room.create();
      await measure(await define(id, PRIMARY, room.manager), '6.1', '2026-07-01', room.manager);
      await measure(await define(id, GUARDRAIL, room.manager), '5.2', '2026-07-02', room.manager);
    }
    const whole = await ask({ first: 100 });
    const ranks = whole.nodes.map(({ level }: Json) => ['CRITICAL', 'WARNING', 'INFO'].indexOf(level as string));
    expect(ranks).toEqual(ranks.toSorted());
    expect(whole.totalCount).toBe(whole.nodes.length);
    expect(new Set(whole.nodes.map(({ id }: Json) => id)).size).toBe(whole.nodes.length);

    const paged: Json[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Json = await ask({ first: 2, after });
      paged.push(...page.nodes);
      after = page.pageInfo.endCursor as string;
      more = page.pageInfo.hasNextPage as boolean;
    }
    expect(paged).toEqual(whole.nodes);

    const some = await ask({ codes: ['GUARDRAIL_BREACHED'], levels: ['WARNING'] });
    expect(some.nodes.map(({ code }: Json) => code)).toEqual(Array(3).fill('GUARDRAIL_BREACHED'));
    expect((await ask({ codes: ['GUARDRAIL_BREACHED'], levels: ['CRITICAL'] })).totalCount).toBe(0);
  });

  it('are answered later as they were known then', async () => {
    const room = await foundCompany(server);
    server.at('2026-07-03T09:00:00Z');
    const id = await room.create();
    await measure(await define(id, PRIMARY, room.manager), '6.1', '2026-07-01', room.manager);
    const guardrail = await define(id, GUARDRAIL, room.manager);
    await measure(guardrail, '5.2', '2026-07-02', room.manager);
    const ask = async (asOf: string | null): Promise<Json> =>
      (await room.manager.ask(PORTFOLIO, { key: room.key, asOf })).portfolio.attention;
    const then = await ask(null);
    expect(then.totalCount).toBeGreaterThan(1);
    server.at('2026-08-03T09:00:00Z');
    await measure(guardrail, '3', '2026-08-01', room.manager);
    const now = await ask(null);
    expect(now.nodes.map(({ code }: Json) => code)).not.toContain('GUARDRAIL_BREACHED');
    expect(await ask('2026-07-03T09:00:00Z')).toEqual(then);
    expect((await ask('2026-07-01T00:00:00Z')).totalCount).toBe(0);
    expect(await ask('2027-01-01T00:00:00Z')).toEqual(now);
    server.at('2026-07-03T09:00:00Z');
  });

  it('are not told while they are muted, with a reason and an end, and count for health all the same', async () => {
    const { id } = await paidForElsewhere();
    const { attention: told, health } = await seen(id);
    const finding = told.find(({ code }: Json) => code === 'PRIMARY_UP_GUARDRAIL_BREACHED');
    const input = { reason: 'The desk is being rebuilt.', until: '2026-07-10' };

    await expect(company.reviewer.ask(MUTE, { id: finding.id, input })).rejects.toThrow(/FORBIDDEN/);
    const bad = (await company.manager.ask(MUTE, { id: finding.id, input: { reason: 'Later.', until: '2026-07-02' } }))
      .findingMute;
    expect(codes(bad)).toEqual(['INVALID']);
    const unknown = (await company.manager.ask(MUTE, { id: company.manager.userId, input })).findingMute;
    expect(codes(unknown)).toEqual(['NOT_FOUND']);
    const foreign = await foundCompany(server);
    expect(codes((await foreign.manager.ask(MUTE, { id: finding.id, input })).findingMute)).toEqual(['NOT_FOUND']);

    const { findingMute } = await company.manager.ask(MUTE, { id: finding.id, input });
    expect(findingMute).toMatchObject({
      userErrors: [],
      finding: { mute: { ...input, mutedBy: { name: 'Mara Manager' } } },
    });
    const muted = await seen(id);
    expect(muted.attention.map(({ code }: Json) => code)).not.toContain(finding.code);
    expect(muted.all.map(({ code }: Json) => code)).toContain(finding.code);
    expect(muted.health).toBe(health);
    const of = async (variables: Record<string, unknown>): Promise<boolean> =>
      (await attention({ codes: [finding.code], first: 100, ...variables })).nodes.some(
        (each: Json) => each.id === finding.id,
      );
    expect([await of({}), await of({ muted: true })]).toEqual([false, true]);

    // Its last day is over at the midnight of the portfolio.
    server.at('2026-07-10T21:59:59Z');
    expect(await of({})).toBe(false);
    server.at('2026-07-10T22:00:00Z');
    expect(await of({})).toBe(true);
    const longer = { ...input, until: '2026-09-01' };
    expect((await company.manager.ask(MUTE, { id: finding.id, input: longer })).findingMute.userErrors).toEqual([]);
    expect(await of({})).toBe(false);
    expect((await company.manager.ask(UNMUTE, { id: finding.id })).findingUnmute).toEqual({
      finding: { mute: null },
      userErrors: [],
    });
    expect(await of({})).toBe(true);
    expect(codes((await company.manager.ask(UNMUTE, { id: finding.id })).findingUnmute)).toEqual(['WRONG_STATE']);
    server.at('2026-07-03T09:00:00Z');
  });

  it('pick out initiatives by health, and by whether they are ready for their gate', async () => {
    const room = await foundCompany(server);
    const list = async (filter: Record<string, unknown>): Promise<string[]> =>
      (await room.manager.ask(LIST, { key: room.key, filter })).portfolio.initiatives.nodes.map(
        ({ id }: Json) => id as string,
      );
    const [calm, ready] = [await room.create(), await room.create()];
    const troubled = await room.create();
    await measure(await define(troubled, PRIMARY, room.manager), '6.1', '2026-07-01', room.manager);
    await measure(await define(troubled, GUARDRAIL, room.manager), '5.2', '2026-07-02', room.manager);
    await room.document(ready, 'problem-statement', '2026-07-01');
    expect(await list({ healths: ['OFF_TRACK'] })).toEqual([troubled]);
    expect((await list({ healths: ['ON_TRACK'] })).toSorted()).toEqual([calm, ready].toSorted());
    expect(await list({ readyForGate: true })).toEqual([ready]);
    expect((await list({ readyForGate: false })).toSorted()).toEqual([calm, troubled].toSorted());
    expect(await list({ healths: [] })).toEqual([]);
  });

  it('of a portfolio follow at once what a newer version of its template limits', async () => {
    const publish = async (wipLimit: number | null): Promise<void> => {
      const stages = DEFAULT_TEMPLATE.stages.map((stage) => (stage.key === 'intake' ? { ...stage, wipLimit } : stage));
      const { workflowTemplatePublish } = await server.admin.ask(
        'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message } } }',
        { input: { key: 'narrow', name: 'Narrow', stages } },
      );
      expect(workflowTemplatePublish.userErrors).toEqual([]);
    };
    await publish(null);
    const room = await foundCompany(server, { templateKey: 'narrow' });
    await room.create();
    await room.create();
    const exceeded = async (): Promise<Json[]> =>
      (await room.manager.ask(PORTFOLIO, { key: room.key, codes: ['WIP_EXCEEDED'] })).portfolio.attention.nodes;
    expect(await exceeded()).toEqual([]);
    await publish(1);
    expect(await exceeded()).toMatchObject([{ level: 'WARNING', initiative: null }]);
    await publish(2);
    expect(await exceeded()).toEqual([]);
  });

  it('are told to endpoints that want to know, once each', async () => {
    const room = await foundCompany(server);
    const { webhookEndpointCreate } = await room.admin.ask(
      `mutation ($input: WebhookEndpointCreateInput!) { webhookEndpointCreate(input: $input) { endpointId userErrors { message } } }`,
      { input: { portfolioKey: room.key, url: 'https://hooks.example.org/x', events: ['FINDING_RAISED'] } },
    );
    expect(webhookEndpointCreate.userErrors).toEqual([]);
    const id = await room.create();
    await measure(await define(id, GUARDRAIL, room.manager), '5.2', '2026-07-02', room.manager);
    await seen(id, room.manager);
    await seen(id, room.manager);
    while ((await server.app.get(MakeMessagesReady).run()) > 0);
    const { webhookEndpoints } = await room.admin.ask(
      'query ($key: String!) { webhookEndpoints(portfolioKey: $key) { messages(first: 100) { nodes { eventType data } } } }',
      { key: room.key },
    );
    const told = webhookEndpoints[0].messages.nodes.filter(({ data }: Json) => data.code === 'GUARDRAIL_BREACHED');
    expect(told).toMatchObject([{ eventType: 'FINDING_RAISED', data: { level: 'WARNING', initiative: {} } }]);
  });

  it('are raised once, however many look at once', async () => {
    const { id } = await paidForElsewhere();
    await server.app.get(MoveChanges).run();
    await server.app.get(MarkChanges).runAll();
    const look = server.app.get(LookAtInitiatives);
    await Promise.all(Array.from({ length: 6 }, () => look.run([id])));
    await Promise.all(Array.from({ length: 4 }, () => look.runSome()));
    const history: Json[] = (await seen(id)).findingHistory.nodes;
    expect(new Set(history.map(({ code }) => code)).size).toBe(history.length);
    const { auditEvents } = await company.standing(id);
    const raised = auditEvents.nodes.filter(({ action }: Json) => action === 'finding.raised');
    expect(raised).toHaveLength(history.length);
  });
});
