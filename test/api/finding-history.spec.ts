import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const HISTORY = `query ($id: ID!, $first: Int, $after: String) {
  initiative(id: $id) {
    findingHistory(first: $first, after: $after) {
      totalCount
      nodes {
        id code raisedAt clearedAt mute { until }
        mutes { reason until mutedAt mutedBy { name } endedAt endedBy { name } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const HISTORIES = `query ($key: String!) {
  portfolio(key: $key) {
    initiatives(first: 50) { nodes { findingHistory(first: 2) { totalCount nodes { code mutes { reason mutedBy { name } } } } } }
  }
}`;
const ATTENTION = `query ($id: ID!, $asOf: DateTime, $muted: Boolean) {
  initiative(id: $id) { attention(asOf: $asOf, includeMuted: $muted) { code since message clearedAt mute { reason endedAt } } }
}`;
const DEFINE = `mutation ($id: ID!, $input: KpiDefineInput!) {
  kpiDefine(initiativeId: $id, input: $input) { kpi { id } userErrors { message } } }`;
const MEASURE = `mutation ($rows: [KpiMeasurementInput!]!) { kpiMeasurementsRecord(measurements: $rows) { userErrors { message } } }`;
const MUTE = `mutation ($id: ID!, $input: FindingMuteInput!) { findingMute(id: $id, input: $input) { userErrors { message } } }`;
const UNMUTE = `mutation ($id: ID!) { findingUnmute(id: $id) { userErrors { message } } }`;

const GUARDRAIL = {
  name: 'Reopen rate',
  unit: '%',
  role: 'GUARDRAIL',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Desk',
  target: '4.0',
};

describe('the history of findings', () => {
  let server: TestServer;
  let room: Company;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-07-03T09:00:00Z');
    room = await foundCompany(server);
  });
  afterAll(() => server.stop());

  const done = async (mutation: string, variables: Record<string, unknown>): Promise<Json> => {
    const [payload] = Object.values<Json>(await room.manager.ask(mutation, variables));
    expect(payload.userErrors).toEqual([]);
    return payload;
  };
  const guardrailOf = async (id: string): Promise<string> =>
    (await done(DEFINE, { id, input: GUARDRAIL })).kpi.id as string;
  let rows = 0;
  const measure = async (kpiId: string, value: string, measuredOn: string): Promise<void> => {
    rows += 1;
    await done(MEASURE, { rows: [{ kpiId, value, measuredOn, source: 'desk', externalId: `row-${rows}` }] });
  };
  const page = async (id: string, variables: Record<string, unknown> = {}): Promise<Json> =>
    (await room.manager.ask(HISTORY, { id, ...variables })).initiative.findingHistory;
  /** Breached on a day, and not any more on the next. */
  const episode = async (kpiId: string, day: number): Promise<void> => {
    const dayOf = (on: number) => `2026-07-${String(on).padStart(2, '0')}`;
    server.at(`${dayOf(day)}T09:00:00Z`);
    await measure(kpiId, '5.2', dayOf(day));
  };

  it('is paged, the one raised last first, and tells when each was muted, by whom, why and until when', async () => {
    const id = await room.create();
    const guardrail = await guardrailOf(id);
    for (const day of [3, 5, 7]) {
      await episode(guardrail, day);
      await page(id);
      server.at(`2026-07-0${day + 1}T09:00:00Z`);
      await measure(guardrail, '3.9', `2026-07-0${day + 1}`);
      await page(id);
    }
    await episode(guardrail, 9);
    const [newest] = (await page(id)).nodes;
    await done(MUTE, { id: newest.id, input: { reason: 'The desk is being rebuilt.', until: '2026-07-20' } });
    server.at('2026-07-10T09:00:00Z');
    await done(MUTE, { id: newest.id, input: { reason: 'It takes longer.', until: '2026-08-01' } });
    server.at('2026-07-11T09:00:00Z');
    await done(UNMUTE, { id: newest.id });

    const whole = await page(id, { first: 100 });
    expect(whole.totalCount).toBe(whole.nodes.length);
    expect(whole.nodes.length).toBeGreaterThanOrEqual(4);
    const breaches = whole.nodes.filter(({ code }: Json) => code === 'GUARDRAIL_BREACHED');
    expect(breaches.map(({ raisedAt }: Json) => raisedAt)).toEqual(
      [9, 7, 5, 3].map((day) => `2026-07-0${day}T09:00:00.000Z`),
    );
    const by = { name: 'Mara Manager' };
    expect(breaches[0]).toMatchObject({
      mute: null,
      mutes: [
        {
          reason: 'The desk is being rebuilt.',
          until: '2026-07-20',
          mutedAt: '2026-07-09T09:00:00.000Z',
          mutedBy: by,
          endedAt: '2026-07-10T09:00:00.000Z',
          endedBy: by,
        },
        { reason: 'It takes longer.', until: '2026-08-01', mutedBy: by, endedAt: '2026-07-11T09:00:00.000Z' },
      ],
    });
    expect(breaches.slice(1).flatMap(({ mutes }: Json) => mutes)).toEqual([]);

    const paged: Json[] = [];
    for (let after: string | null = null, more = true; more;) {
      const some = await page(id, { first: 2, after });
      paged.push(...some.nodes);
      after = some.pageInfo.endCursor as string;
      more = some.pageInfo.hasNextPage as boolean;
    }
    expect(paged).toEqual(whole.nodes);
    const { errors } = await room.manager.answer(HISTORY, { id, after: 'none' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('costs as many statements for many initiatives as for one', async () => {
    const other = await foundCompany(server);
    await other.create();
    const ask = async () => other.manager.ask(HISTORIES, { key: other.key });
    const one = await countStatements(server.served, ask);
    for (let index = 0; index < 5; index += 1) {
      await other.create();
    }
    expect(await countStatements(server.served, ask)).toBeLessThanOrEqual(one);
  });

  it('answers what needed somebody later as it was known then, mutes and all', async () => {
    server.at('2026-07-12T09:00:00Z');
    const id = await room.create();
    const guardrail = await guardrailOf(id);
    await measure(guardrail, '5.2', '2026-07-12');
    const ask = async (asOf: string | null, muted = true): Promise<Json[]> =>
      (await room.manager.ask(ATTENTION, { id, asOf, muted })).initiative.attention;
    const first = await ask(null);
    server.at('2026-07-13T09:00:00Z');
    const [breach] = (await page(id)).nodes.filter(({ code }: Json) => code === 'GUARDRAIL_BREACHED');
    await done(MUTE, { id: breach.id, input: { reason: 'Known.', until: '2026-07-20' } });
    const second = [await ask(null), await ask(null, false)];
    expect(second[0]).toContainEqual(expect.objectContaining({ mute: { reason: 'Known.', endedAt: null } }));
    server.at('2026-07-14T09:00:00Z');
    await done(UNMUTE, { id: breach.id });
    await measure(guardrail, '3', '2026-07-14');
    expect(await ask(null)).not.toContainEqual(expect.objectContaining({ code: 'GUARDRAIL_BREACHED' }));
    expect(await ask('2026-07-12T09:00:00Z')).toEqual(first);
    expect([await ask('2026-07-13T09:00:00Z'), await ask('2026-07-13T09:00:00Z', false)]).toEqual(second);
    expect(await ask('2026-07-01T09:00:00Z')).toEqual([]);
    expect(await ask('2027-07-01T09:00:00Z')).toEqual(await ask(null));
  });

  it('as a file tells what is due when it is asked for, and no mute whose last day has passed', async () => {
    server.at('2026-07-15T09:00:00Z');
    const other = await foundCompany(server);
    const id = await other.create();
    const [payload] = Object.values<Json>(await other.manager.ask(DEFINE, { id, input: GUARDRAIL }));
    const file = async () => {
      const response = await fetch(`${server.url}/api/exports/findings.csv?portfolio=${other.key}`, {
        headers: { authorization: `Bearer ${other.manager.token}` },
      });
      const lines = parse<Record<string, string>>(await response.text(), { columns: true, record_delimiter: '\r\n' });
      return lines.filter(({ code }) => code === 'GUARDRAIL_BREACHED');
    };
    await other.manager.ask(MEASURE, {
      rows: [{ kpiId: payload.kpi.id, value: '5.2', measuredOn: '2026-07-15', source: 'desk' }],
    });
    const [told] = await file();
    expect(told).toMatchObject({ raisedAt: '2026-07-15T09:00:00.000Z', mutedUntil: '' });
    await other.manager.ask(MUTE, { id: told!['id'], input: { reason: 'Known.', until: '2026-07-16' } });
    server.at('2026-07-16T21:59:59Z');
    expect(await file()).toMatchObject([{ mutedUntil: '2026-07-16', muteReason: 'Known.' }]);
    server.at('2026-07-16T22:00:00Z');
    expect(await file()).toMatchObject([{ mutedUntil: '', muteReason: '' }]);
  });
});
