import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.js';
import { planOf, RECORD, signalRoom, type SignalRoom } from '../support/signal-room.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

let server: TestServer;
let room: SignalRoom;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

beforeEach(async () => {
  server.at('2026-05-01T09:00:00Z');
  room = await signalRoom(server, 'scale', '2026-04-01');
  await room.plan({ name: 'drift', warnAbove: '0.2', breachAbove: '0.3' }, { name: 'quality', breachBelow: '0.9' });
});

const statuses = (answer: Json): string[] => answer.rows.map(({ status }: { status: string }) => status);
const codesOf = (answer: Json, row = 0): string[] => answer.rows[row].userErrors.map(({ code }: Json) => code);
const levels = async (asOf?: string): Promise<string[]> => (await room.signals(asOf)).map(({ level }) => level);

describe('readings of signals', () => {
  it('are recorded row by row, known again by (source, externalId), and refused with other values', async () => {
    const reading = { signal: 'drift', at: '2026-05-01T08:00:00Z', value: '0.10', externalId: 'run-1' };
    expect(await room.record(reading)).toMatchObject({ recorded: 1, duplicates: 0, refused: 0, userErrors: [] });
    expect(statuses(await room.record({ ...reading, value: '0.1' }))).toEqual(['DUPLICATE']);
    expect(codesOf(await room.record({ ...reading, value: '0.2' }))).toEqual(['IDEMPOTENCY_MISMATCH']);
    const twice = { signal: 'quality', at: '2026-05-01T08:00:00Z', value: '0.95' };
    expect(statuses(await room.record(twice, twice, { ...twice, value: '0.9' }))).toEqual([
      'RECORDED',
      'DUPLICATE',
      'REFUSED',
    ]);
    expect(statuses(await room.record(twice))).toEqual(['DUPLICATE']);
  });

  it('are refused for every reason at once, and the rest of the batch is taken', async () => {
    const answer = await room.record(
      { signal: 'latency', at: '2026-05-02T09:00:00.001Z', value: '1', source: ' ' },
      { initiativeKey: 'NOBODY-1', signal: 'drift', at: '2026-02-30T00:00:00Z', value: 'NaN' },
      { signal: 'drift', at: '2026-05-02T09:00:00Z', value: '0.1' },
    );
    expect(answer).toMatchObject({ recorded: 1, refused: 2 });
    expect(codesOf(answer, 0)).toEqual(['INVALID', 'INVALID', 'NOT_FOUND']);
    expect(codesOf(answer, 1).sort()).toEqual(['INVALID', 'INVALID', 'NOT_FOUND']);
    expect(answer.rows[1].userErrors[0].field.slice(0, 3)).toEqual(['input', 'readings', '1']);
  });

  it('take a role, and of a portfolio one may not know of there is nothing', async () => {
    const readings = [
      { initiativeKey: room.key, signal: 'drift', at: '2026-05-01T08:00:00Z', value: '0.1', source: 'test' },
    ];
    const { errors } = await room.company.reviewer.answer(RECORD, { input: { readings } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const other = await signalRoom(server, 'scale', '2026-04-01');
    const { signalsRecord } = await other.machine.ask(RECORD, { input: { readings } });
    expect(codesOf(signalsRecord)).toEqual(['NOT_FOUND']);
    expect(signalsRecord.rows[0].userErrors[0].message).toContain(room.key);
  });

  it('are refused as a whole above 5,000', async () => {
    const readings = Array.from({ length: 5_001 }, () => ({ signal: 'drift', at: '2026-05-01T08:00:00Z', value: '1' }));
    const answer = await room.record(...readings);
    expect(answer).toMatchObject({ recorded: 0, rows: [], userErrors: [{ code: 'INVALID' }] });
  });

  it('are recorded once where the same batch comes many times at once, with one event for an initiative', async () => {
    const readings = Array.from({ length: 40 }, (_, hour) => ({
      signal: hour % 2 ? 'drift' : 'quality',
      at: `2026-04-29T${String(hour % 24).padStart(2, '0')}:00:00Z`,
      value: '0.95',
      externalId: `r-${hour}`,
    }));
    const answers = await Promise.all(Array.from({ length: 6 }, () => room.record(...readings)));
    expect(answers.map(({ recorded }) => recorded).sort((a: number, b: number) => b - a)).toEqual([40, 0, 0, 0, 0, 0]);
    const { auditEvents } = await room.company.standing(room.id);
    const events = auditEvents.nodes.filter(({ action }: Json) => action === 'signals.recorded');
    expect(events).toHaveLength(1);
    expect(events[0].changes.signals.map(({ readings: count }: Json) => count)).toEqual([20, 20]);
  });

  it('are listed the newest first, page by page', async () => {
    await room.record(
      ...[1, 2, 3].map((hour) => ({ signal: 'drift', at: `2026-05-01T0${hour}:00:00Z`, value: `0.${hour}` })),
    );
    const page = async (after: string | null) =>
      (
        await room.company.reviewer.ask(
          `query ($id: ID!, $after: String) { initiative(id: $id) { signals { name readings(first: 2, after: $after) {
             nodes { value at source recordedBy { name } } pageInfo { hasNextPage endCursor } } } } }`,
          { id: room.id, after },
        )
      ).initiative.signals[0].readings;
    const first = await page(null);
    expect(first.nodes).toEqual([
      { value: '0.3', at: '2026-05-01T03:00:00.000Z', source: 'test', recordedBy: { name: 'Machine' } },
      { value: '0.2', at: '2026-05-01T02:00:00.000Z', source: 'test', recordedBy: { name: 'Machine' } },
    ]);
    expect((await page(first.pageInfo.endCursor)).nodes).toMatchObject([{ value: '0.1' }]);
  });
});

describe('where a signal stands', () => {
  it('is judged by the newest value, since the first of its run', async () => {
    expect(await levels()).toEqual(['UNKNOWN', 'UNKNOWN']);
    for (const [hour, value] of [
      [10, '0.1'],
      [11, '0.31'],
      [12, '0.4'],
      [13, '0.35'],
    ] as const) {
      server.at(`2026-05-01T${hour}:00:00Z`);
      await room.record({ signal: 'drift', at: `2026-05-01T${hour}:00:00Z`, value });
    }
    expect(await room.signal('drift')).toMatchObject({
      level: 'BREACHED',
      since: '2026-05-01T11:00:00.000Z',
      value: '0.35',
      threshold: '0.3',
      lastAt: '2026-05-01T13:00:00.000Z',
      message: 'drift is breached since 2026-05-01T11:00:00.000Z: it is 0.35, above 0.3.',
    });
  });

  it('is silent in production from twice the cadence on, to the millisecond, and not before the launch', async () => {
    await room.record({ signal: 'drift', at: '2026-05-01T09:00:00Z', value: '0.1' });
    server.at('2026-05-03T08:59:59.999Z');
    expect(await levels()).toEqual(['OK', 'UNKNOWN']);
    server.at('2026-05-03T09:00:00Z');
    expect(await levels()).toEqual(['SILENT', 'SILENT']);
    expect((await room.signal('drift')).since).toBe('2026-05-03T09:00:00.000Z');
    const pilot = await signalRoom(server, 'pilot', '2026-04-01');
    await pilot.plan({ name: 'drift', breachAbove: '0.3' });
    server.at('2026-06-03T09:00:00Z');
    expect((await pilot.signals()).map(({ level }) => level)).toEqual(['UNKNOWN']);
  });

  it('is that of the newest accepted plan, since it was accepted', async () => {
    await room.record({ signal: 'drift', at: '2026-05-01T09:00:00Z', value: '0.25' });
    expect(await levels()).toEqual(['WARN', 'UNKNOWN']);
    server.at('2026-05-01T12:00:00Z');
    await room.plan({ name: 'drift', breachAbove: '0.2' });
    expect(await room.signals()).toMatchObject([
      { name: 'drift', level: 'BREACHED', since: '2026-05-01T12:00:00.000Z' },
    ]);
    expect(await levels('2026-05-01T11:00:00Z')).toEqual(['WARN', 'UNKNOWN']);
  });

  it('as of a past instant is what it was then, whatever came since', async () => {
    const told: Record<string, Json> = {};
    for (let step = 0; step < 12; step += 1) {
      const at = `2026-05-${String(2 + step).padStart(2, '0')}T0${step % 10}:00:00.000Z`;
      server.at(at);
      const late = `2026-05-${String(Math.max(1, 2 + step - (step % 4))).padStart(2, '0')}T00:30:0${step % 10}Z`;
      await room.record({ signal: step % 3 ? 'drift' : 'quality', at: late, value: `0.${(step * 7) % 10}` });
      if (step === 6) {
        await room.plan({ name: 'drift', breachAbove: '0.5', cadenceHours: 12 }, { name: 'quality', warnBelow: '0.5' });
      }
      told[at] = await room.signals();
    }
    for (const [at, answer] of Object.entries(told)) {
      expect(await room.signals(at)).toEqual(answer);
    }
  });

  it('is asked for many initiatives in as many statements as for one', async () => {
    const { company } = room;
    for (const day of ['2026-04-02', '2026-04-03']) {
      const id = await company.standingIn('scale', day);
      await company.hand(id, 'monitoring-plan', planOf({ name: 'drift', breachAbove: '0.3' }));
    }
    const statementsFor = async (first: number): Promise<number> => {
      return countStatements(server.served, async () => {
        const { portfolio } = await company.manager.ask(
          `query ($key: String!, $first: Int!) { portfolio(key: $key) { initiatives(first: $first) { nodes {
             id signals { name level readings { nodes { value recordedBy { name } } } } signalSources { lastProblem } benefitsReviews { outcome } } } } }`,
          { key: company.key, first },
        );
        expect(portfolio.initiatives.nodes.filter(({ signals }: Json) => signals.length > 0)).toHaveLength(first);
      });
    };
    expect(await statementsFor(3)).toBe(await statementsFor(1));
  });
});

describe('a monitoring plan with reopenOnBreach', () => {
  it('is not met while a signal is breached or silent, as of then too', async () => {
    const publish = (reopenOnBreach: boolean) =>
      server.admin.ask(
        'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message } } }',
        {
          input: {
            key: 'reopens',
            name: 'Reopens',
            stages: [
              {
                key: 'live',
                name: 'Live',
                category: 'PRODUCTION',
                exitGate: {
                  key: 'g4',
                  name: 'Accepted',
                  criteria: [
                    {
                      key: 'monitoring-plan',
                      name: 'Plan',
                      kind: 'MONITORING_PLAN',
                      guidance: 'What is watched.',
                      settings: { reopenOnBreach },
                    },
                  ],
                },
              },
              { key: 'operate', name: 'Operate', category: 'PRODUCTION' },
            ],
          },
        },
      );
    await publish(true);
    const live = await signalRoom(server, 'live', '2026-04-30', { templateKey: 'reopens' });
    await live.plan({ name: 'drift', breachAbove: '0.3' });
    const plan = async (asOf: string | null = null) =>
      (
        await live.company.manager.ask(
          `query ($id: ID!, $asOf: DateTime) { initiative(id: $id) { gate { readiness(asOf: $asOf) { ready assessments { status blocks reason remedy } } } } }`,
          { id: live.id, asOf },
        )
      ).initiative.gate.readiness;
    expect(await plan()).toMatchObject({ ready: true });
    server.at('2026-05-01T10:00:00Z');
    await live.record({ signal: 'drift', at: '2026-05-01T10:00:00Z', value: '0.31' });
    expect(await plan()).toMatchObject({
      ready: false,
      assessments: [
        {
          status: 'NOT_MET',
          blocks: true,
          reason: 'The monitoring plan is accepted, but drift is breached since 2026-05-01T10:00:00.000Z.',
        },
      ],
    });
    const refused = await live.company.pass(live.id, { outcome: 'GO' });
    expect(refused.userErrors.map(({ code }: Json) => code)).toContain('CRITERION_UNMET');
    await publish(false);
    const { templateMigrationPreview } = await live.company.manager.ask(
      `query ($key: String!) { templateMigrationPreview(portfolioKey: $key, templateKey: "reopens") {
         nodes { effects { kind message statusBefore statusAfter } } } }`,
      { key: live.company.key },
    );
    expect(templateMigrationPreview.nodes).toMatchObject([
      {
        effects: [{ kind: 'OPEN_REVIEW' }, { kind: 'CRITERION_CHANGED', statusBefore: 'NOT_MET', statusAfter: 'MET' }],
      },
    ]);
    server.at('2026-05-01T11:00:00Z');
    await live.record({ signal: 'drift', at: '2026-05-01T11:00:00Z', value: '0.3' });
    expect(await plan()).toMatchObject({ ready: true });
    expect(await plan('2026-05-01T10:30:00Z')).toMatchObject({ ready: false });
    server.at('2026-05-03T11:00:00Z');
    expect((await plan()).assessments[0].reason).toContain('drift is silent since 2026-05-03T11:00:00.000Z');
  });
});
