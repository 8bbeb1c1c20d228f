import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { ExpireWaivers } from '../../src/modules/waivers/commands/expire-waivers.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { decideGate, publishShortWorkflow } from '../support/short-workflow.js';

type Member = Client & { readonly userId: string };

const WAIVER = `id criterionKey gateKey status reason compensatingControl expiresOn renewals requestedAt decidedAt decisionComment
  revokedAt revokeReason requestedBy { id } decidedBy { id } revokedBy { id }`;
const REQUEST = `mutation ($id: ID!, $criterion: String!, $input: WaiverRequestInput!) {
  waiverRequest(initiativeId: $id, criterionKey: $criterion, input: $input) { waiver { ${WAIVER} } userErrors { code message field } }
}`;
const DECIDE = `mutation ($id: ID!, $input: WaiverDecideInput!) {
  waiverDecide(id: $id, input: $input) { waiver { ${WAIVER} } userErrors { code message field } }
}`;
const REVOKE = `mutation ($id: ID!, $reason: String!) {
  waiverRevoke(id: $id, reason: $reason) { waiver { ${WAIVER} } userErrors { code message field } }
}`;
const STANDING = `query ($id: ID!, $asOf: DateTime) {
  initiative(id: $id) {
    waivers { id status renewals }
    gate { readiness(asOf: $asOf) { ready metCount mustMeetCount assessments { criterion { key } status blocks reason remedy waiver { id status } } } }
  }
}`;
const EVENTS = `query ($id: ID!) {
  initiative(id: $id) { auditEvents(first: 50) { nodes { action subjectType subjectId actor { id } changes } } }
}`;
const INBOX = 'query { viewer { inbox(portfolioKey: "PILOTS") { nodes { kind subjectId reason link dueOn } } } }';
const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const ALLOWED = { approve: true, comment: 'Sampling will do until then' };

interface WaiverInput {
  readonly reason: string;
  readonly compensatingControl: string;
  readonly expiresOn: string;
}

describe('waivers', () => {
  let server: TestServer;
  let manager: Member;
  let both: Member;
  let gatekeeper: Member;
  let reader: Member;
  let stranger: Member;
  let id: string;

  const input = (expiresOn: string): WaiverInput => ({
    reason: 'The monitoring tool comes in April',
    compensatingControl: 'Two people sample 50 answers a day',
    expiresOn,
  });

  const request = async (expiresOn: string, who: Client = manager, criterion = 'monitoring-plan') =>
    (await who.ask(REQUEST, { id, criterion, input: input(expiresOn) })).waiverRequest;

  const decide = async (waiver: string, who: Client = gatekeeper, verdict = ALLOWED) =>
    (await who.ask(DECIDE, { id: waiver, input: verdict })).waiverDecide;

  const revoke = async (waiver: string, who: Client = manager, reason = 'The plan is there') =>
    (await who.ask(REVOKE, { id: waiver, reason })).waiverRevoke;

  const standing = async (asOf?: string) => {
    const { initiative } = await manager.ask(STANDING, { id, asOf });
    const { readiness } = initiative.gate;
    const assessment = readiness.assessments.find(
      (each: { criterion: { key: string } }) => each.criterion.key === 'monitoring-plan',
    );
    return { waivers: initiative.waivers, readiness, assessment };
  };

  const requested = async (expiresOn: string): Promise<string> => {
    const { waiver, userErrors } = await request(expiresOn);
    expect(userErrors).toEqual([]);
    return waiver.id as string;
  };

  const approved = async (expiresOn: string): Promise<string> => {
    const waiver = await requested(expiresOn);
    expect((await decide(waiver)).userErrors).toEqual([]);
    return waiver;
  };

  const newInitiative = async (portfolioKey = 'PILOTS', who: Client = manager): Promise<string> => {
    const { initiativeCreate } = await who.ask(
      `mutation ($key: String!) {
        initiativeCreate(input: { portfolioKey: $key, name: "Triage", problem: "Slow", valueThesis: COST, templateKey: "short" }) { initiative { id } userErrors { message } }
      }`,
      { key: portfolioKey },
    );
    return initiativeCreate.initiative.id as string;
  };

  beforeAll(async () => {
    server = await startTestServer();
    await publishShortWorkflow(server.admin, 'short', [
      {
        key: 'pilot',
        category: 'PILOT',
        gate: {
          key: 'g3',
          criteria: [
            ['monitoring-plan', 'MONITORING_PLAN'],
            ['change-plan', 'CHANGE_PLAN', { weight: 'SHOULD_MEET' }],
          ],
        },
      },
      { key: 'scale', category: 'PRODUCTION', gate: { key: 'g4', criteria: [['support', 'SIGN_OFF']] } },
      { key: 'operate', category: 'PRODUCTION' },
    ]);
    for (const key of ['PILOTS', 'OTHERS']) {
      await server.admin.ask(
        `mutation ($key: String!) { portfolioCreate(input: { key: $key, name: $key, timeZone: "Europe/Berlin" }) { userErrors { message } } }`,
        { key },
      );
    }
    manager = await server.member('Manager', 'PILOTS', ['PROGRAM_MANAGER']);
    both = await server.member('Manager and gatekeeper', 'PILOTS', ['PROGRAM_MANAGER', 'GATEKEEPER']);
    gatekeeper = await server.member('Gatekeeper', 'PILOTS', ['GATEKEEPER']);
    reader = await server.member('Reader', 'PILOTS', ['REVIEWER']);
    stranger = await server.member('Stranger', 'OTHERS', ['PROGRAM_MANAGER', 'GATEKEEPER']);
  });

  afterAll(() => server.stop());

  beforeEach(async () => {
    server.at('2026-03-02T09:00:00Z');
    id = await newInitiative();
  });

  it('let a monitoring plan be missing for 30 days; on day 31 it blocks again (story 8)', async () => {
    expect((await standing()).assessment).toMatchObject({ status: 'MISSING', blocks: true, waiver: null });

    const first = await request('2026-04-01', both);
    expect(first).toMatchObject({
      waiver: {
        ...{ criterionKey: 'monitoring-plan', gateKey: 'g3', status: 'PENDING', expiresOn: '2026-04-01', renewals: 0 },
        ...{ requestedBy: { id: both.userId }, requestedAt: '2026-03-02T09:00:00.000Z', decidedBy: null },
      },
      userErrors: [],
    });
    const waiver = first.waiver.id as string;
    expect((await standing()).assessment).toMatchObject({
      ...{ status: 'MISSING', blocks: true, reason: 'No monitoring plan is submitted.', waiver: null },
      remedy: expect.stringMatching(
        /A waiver was requested on 2026-03-02: a gatekeeper other than its requester can decide it\.$/,
      ),
    });

    expect(await request('2026-03-15')).toMatchObject({
      waiver: null,
      userErrors: [{ code: 'WAIVER_EXISTS', field: ['criterionKey'] }],
    });
    expect(await decide(waiver, both)).toMatchObject({ waiver: null, userErrors: [{ code: 'SELF_REVIEW' }] });

    server.at('2026-03-02T15:00:00Z');
    expect(await decide(waiver)).toMatchObject({
      waiver: {
        ...{ status: 'APPROVED', decidedBy: { id: gatekeeper.userId }, decidedAt: '2026-03-02T15:00:00.000Z' },
        decisionComment: ALLOWED.comment,
      },
      userErrors: [],
    });
    expect(await standing()).toMatchObject({
      waivers: [{ id: waiver, status: 'APPROVED' }],
      readiness: { ready: true, metCount: 0, mustMeetCount: 1 },
      assessment: {
        ...{ status: 'WAIVED', blocks: false, waiver: { id: waiver, status: 'APPROVED' } },
        reason:
          'It is waived through 2026-04-01, and until then "Two people sample 50 answers a day" stands in for it. Without the waiver: No monitoring plan is submitted.',
      },
    });
    expect((await request('2026-03-15')).userErrors).toMatchObject([{ code: 'WAIVER_EXISTS' }]);

    // Day 30 in Berlin, to its last second, and day 31.
    server.at('2026-04-01T21:59:59Z');
    expect((await standing()).assessment).toMatchObject({ status: 'WAIVED', blocks: false });
    server.at('2026-04-01T22:00:00Z');
    expect(await standing()).toMatchObject({
      waivers: [{ id: waiver, status: 'EXPIRED' }],
      readiness: { ready: false },
      assessment: {
        ...{ status: 'MISSING', blocks: true, waiver: null },
        reason: 'No monitoring plan is submitted. Its waiver ran out: it held through 2026-04-01.',
      },
    });
    const decision = await decideGate(manager, gatekeeper, id);
    expect(decision).toMatchObject({ decision: null, userErrors: [{ code: 'CRITERION_UNMET' }] });

    // Asked later about then, the answer is the one that stood then.
    expect((await standing('2026-03-02T12:00:00Z')).assessment).toMatchObject({ status: 'MISSING', blocks: true });
    expect((await standing('2026-03-20T12:00:00Z')).assessment).toMatchObject({
      ...{ status: 'WAIVED', blocks: false, waiver: { id: waiver, status: 'EXPIRED' } },
    });
  });

  it('let a GO through, and the decision keeps by which waiver', async () => {
    const waiver = await approved('2026-03-10');
    const { decision, initiative, userErrors } = await decideGate(manager, gatekeeper, id);
    expect(userErrors).toEqual([]);
    expect(initiative.stage.key).toBe('scale');
    expect(decision.snapshot.assessments).toMatchObject([
      { criterionKey: 'monitoring-plan', status: 'WAIVED', blocks: false, waiverId: waiver },
      { criterionKey: 'change-plan', status: 'MISSING', blocks: false, waiverId: null },
    ]);
  });

  it('are for the gate that asks for the criterion, also a later one', async () => {
    expect((await request('2026-03-10', manager, 'support')).waiver).toMatchObject({ gateKey: 'g4' });
    expect((await request('2026-03-10')).waiver).toMatchObject({ gateKey: 'g3' });
    expect((await standing()).waivers).toHaveLength(2);
  });

  it.each([
    ['2026-03-01', 'INVALID'],
    ['2026-06-01', 'WAIVER_TOO_LONG'],
    ['2036-03-02', 'WAIVER_TOO_LONG'],
  ])('end from today to 90 days ahead: through %s is %s', async (expiresOn, code) => {
    expect(await request(expiresOn)).toMatchObject({
      waiver: null,
      userErrors: [{ code, field: ['input', 'expiresOn'] }],
    });
  });

  it.each(['2026-03-02', '2026-05-31'])('may end on %s', async (expiresOn) => {
    expect((await request(expiresOn)).userErrors).toEqual([]);
  });

  it('say all that is wrong at once, unknown criteria and blank texts too', async () => {
    await requested('2026-04-01');
    expect((await request('2027-01-01')).userErrors.map((error: { code: string }) => error.code)).toEqual([
      'WAIVER_EXISTS',
      'WAIVER_TOO_LONG',
    ]);
    expect((await request('2027-01-01', manager, 'no-such')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['criterionKey'] },
      { code: 'WAIVER_TOO_LONG' },
    ]);
    const blank = { reason: ' ', compensatingControl: '\u200b', expiresOn: '2026-04-01' };
    const { waiverRequest } = await manager.ask(REQUEST, { id, criterion: 'change-plan', input: blank });
    expect(waiverRequest.userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'reason'] },
      { code: 'INVALID', field: ['input', 'compensatingControl'] },
    ]);
  });

  it('are decided once, and denied ones do not count', async () => {
    const waiver = await requested('2026-04-01');
    expect(await decide(waiver, gatekeeper, { approve: false, comment: 'Write the plan' })).toMatchObject({
      waiver: { status: 'DENIED', decisionComment: 'Write the plan' },
      userErrors: [],
    });
    expect((await standing()).assessment).toMatchObject({ status: 'MISSING', blocks: true });
    expect(await decide(waiver)).toMatchObject({ waiver: null, userErrors: [{ code: 'WRONG_STATE' }] });
    expect(await revoke(waiver)).toMatchObject({ waiver: null, userErrors: [{ code: 'WRONG_STATE' }] });
    expect(await request('2026-04-01')).toMatchObject({ waiver: { renewals: 0 }, userErrors: [] });
  });

  it('cannot be decided or revoked when they are over, though no job has marked them', async () => {
    const pending = await requested('2026-03-10');
    server.at('2026-03-11T09:00:00Z');
    expect((await standing()).waivers).toMatchObject([{ id: pending, status: 'EXPIRED' }]);
    expect((await decide(pending)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await revoke(pending)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('stay over once they were marked, also where a clock is behind the one they were marked by', async () => {
    const pending = await requested('2026-03-10');
    server.at('2026-03-11T09:00:00Z');
    const { portfolio } = await manager.ask('query { portfolio(key: "PILOTS") { id } }');
    await server.app.get(ExpireWaivers).run(portfolio.id, '2026-03-11' as CalendarDate);
    server.at('2026-03-10T09:00:00Z');
    expect((await decide(pending)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await revoke(pending)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('are renewed once they are over, which is counted and marks the one before', async () => {
    const first = await approved('2026-03-10');
    server.at('2026-03-11T09:00:00Z');
    const second = await requested('2026-03-20');
    server.at('2026-03-21T09:00:00Z');
    const third = await approved('2026-03-30');
    server.at('2026-03-31T09:00:00Z');
    const fourth = await requested('2026-04-10');
    expect((await standing()).waivers).toEqual([
      { id: fourth, status: 'PENDING', renewals: 2 },
      { id: third, status: 'EXPIRED', renewals: 1 },
      { id: second, status: 'EXPIRED', renewals: 1 },
      { id: first, status: 'EXPIRED', renewals: 0 },
    ]);
    const { initiative } = await manager.ask(EVENTS, { id });
    const expired = initiative.auditEvents.nodes.filter((each: { action: string }) => each.action === 'waiver.expired');
    expect(expired.map((each: { subjectId: string }) => each.subjectId)).toEqual([third, second, first]);
    expect(expired[0]).toMatchObject({
      ...{ subjectType: 'Waiver', actor: { id: SYSTEM_USER_ID } },
      changes: { gateKey: 'g3', criterionKey: 'monitoring-plan', expiresOn: '2026-03-30' },
    });
  });

  it('block again from the moment they are revoked, and what stood before stays', async () => {
    const waiver = await approved('2026-04-01');
    server.at('2026-03-05T09:00:00Z');
    expect(await revoke(waiver, gatekeeper)).toMatchObject({
      waiver: {
        ...{ status: 'REVOKED', revokedBy: { id: gatekeeper.userId }, revokedAt: '2026-03-05T09:00:00.000Z' },
        ...{ revokeReason: 'The plan is there', decidedBy: { id: gatekeeper.userId } },
      },
      userErrors: [],
    });
    expect((await standing()).assessment).toMatchObject({
      ...{ status: 'MISSING', blocks: true },
      reason: 'No monitoring plan is submitted. Its waiver was revoked on 2026-03-05.',
    });
    expect((await standing('2026-03-05T08:59:59Z')).assessment).toMatchObject({ status: 'WAIVED', blocks: false });
    expect((await revoke(waiver)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(await request('2026-04-01')).toMatchObject({ waiver: { status: 'PENDING', renewals: 1 }, userErrors: [] });
  });

  it('are revoked with a reason', async () => {
    const waiver = await requested('2026-04-01');
    expect((await revoke(waiver, manager, ' \u200b ')).userErrors).toMatchObject([
      { code: 'INVALID', field: ['reason'] },
    ]);
    expect((await revoke(waiver)).waiver).toMatchObject({ status: 'REVOKED', decidedBy: null });
  });

  it('wait for every gatekeeper but their requester, until they are decided or over', async () => {
    const waits = async (who: Client, waiver: string) =>
      (await who.ask(INBOX)).viewer.inbox.nodes.find((each: { subjectId: string }) => each.subjectId === waiver);
    const waiver = (await request('2026-03-10', both)).waiver.id as string;
    expect(await waits(gatekeeper, waiver)).toMatchObject({
      ...{ kind: 'DECIDE_WAIVER', dueOn: '2026-03-10' },
      reason: expect.stringContaining('A waiver of "monitoring-plan" is requested'),
    });
    expect(await waits(both, waiver)).toBeUndefined();
    expect(await waits(manager, waiver)).toBeUndefined();
    // The last minute of the last day in Berlin, and the first of the next.
    server.at('2026-03-10T22:59:00Z');
    expect(await waits(gatekeeper, waiver)).toBeDefined();
    server.at('2026-03-10T23:00:00Z');
    expect(await waits(gatekeeper, waiver)).toBeUndefined();

    const next = (await request('2026-03-20', both)).waiver.id as string;
    expect(await waits(gatekeeper, next)).toBeDefined();
    await decide(next);
    expect(await waits(gatekeeper, next)).toBeUndefined();
  });

  it('are requested once when several ask at the same instant', async () => {
    for (let round = 0; round < 3; round += 1) {
      id = await newInitiative();
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => request('2026-04-01', index % 2 ? both : manager)),
      );
      expect(answers.filter((answer) => answer.waiver !== null)).toHaveLength(1);
      expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
        Array.from({ length: 5 }, () => 'WAIVER_EXISTS'),
      );
    }
  });

  it('are decided once when several gatekeepers decide at the same instant', async () => {
    const waiver = await requested('2026-04-01');
    const answers = await Promise.all(
      [true, false, true, false].map((approve, index) =>
        decide(waiver, index % 2 ? both : gatekeeper, { approve, comment: 'Now' }),
      ),
    );
    expect(answers.filter((answer) => answer.waiver !== null)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array.from({ length: 3 }, () => 'WRONG_STATE'),
    );
    const { auditVerify } = await manager.ask('{ auditVerify(portfolioKey: "PILOTS") { ok } }');
    expect(auditVerify.ok).toBe(true);
  });

  it('are nothing for an initiative that was killed', async () => {
    const waiver = await requested('2026-04-01');
    expect((await decideGate(manager, gatekeeper, id, 'KILL')).initiative.status).toBe('KILLED');
    for (const { userErrors } of [
      await request('2026-04-01', manager, 'change-plan'),
      await decide(waiver),
      await revoke(waiver),
    ]) {
      expect(userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    }
  });

  it('are not there for who may not know of them, as for an unknown id', async () => {
    const waiver = await requested('2026-04-01');
    expect(await request('2026-04-01', stranger)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await decide(waiver, stranger)).toEqual(await decide(UNKNOWN));
    expect(await decide(waiver, stranger)).toMatchObject({
      waiver: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
    expect(await revoke(waiver, stranger)).toEqual(await revoke(UNKNOWN));
    expect(await revoke('no-id', stranger)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('take the role: a manager does not decide, a gatekeeper does not request, a reader does neither', async () => {
    const waiver = await requested('2026-04-01');
    const codeOf = async (who: Client, query: string, variables: Record<string, unknown>) =>
      (await who.answer(query, variables)).errors?.[0]?.extensions.code;
    const asked = { id, criterion: 'change-plan', input: input('2026-04-01') };
    for (const [who, query, variables] of [
      [manager, DECIDE, { id: waiver, input: ALLOWED }],
      [server.admin, DECIDE, { id: waiver, input: ALLOWED }],
      [reader, DECIDE, { id: waiver, input: ALLOWED }],
      [gatekeeper, REQUEST, asked],
      [reader, REQUEST, asked],
      [reader, REVOKE, { id: waiver, reason: 'No' }],
    ] as const) {
      expect(await codeOf(who, query, variables)).toBe('FORBIDDEN');
    }
  });

  describe('that are over', () => {
    const portfolioId = async (): Promise<string> =>
      (await manager.ask('{ portfolio(key: "PILOTS") { id } }')).portfolio.id as string;
    const written = async (): Promise<Record<string, string>> => {
      const rows: { id: string; status: string }[] = await server.source.query('SELECT id, status FROM waiver');
      return Object.fromEntries(rows.map((row) => [row.id, row.status]));
    };
    const expire = async (today: string): Promise<void> =>
      server.app.get(ExpireWaivers).run(await portfolioId(), today as CalendarDate);
    const eventsOf = async (initiative: string): Promise<readonly string[]> => {
      const answer = await manager.ask(EVENTS, { id: initiative });
      return answer.initiative.auditEvents.nodes.map((each: { action: string }) => each.action);
    };

    it('are marked by the system, decided or not, once, and in that portfolio only', async () => {
      const inForce = await approved('2026-03-10');
      const [own, other] = [id, await newInitiative('OTHERS', stranger)];
      id = await newInitiative();
      const pending = await requested('2026-03-09');
      id = other;
      const elsewhere = (await request('2026-03-08', stranger)).waiver.id as string;

      server.at('2026-03-11T00:30:00Z');
      await expire('2026-03-10');
      expect(await written()).toMatchObject({ [inForce]: 'APPROVED', [pending]: 'EXPIRED' });
      await expire('2026-03-11');
      await expire('2026-03-11');
      expect(await written()).toMatchObject({ [inForce]: 'EXPIRED', [pending]: 'EXPIRED', [elsewhere]: 'PENDING' });
      expect((await eventsOf(own)).filter((action) => action === 'waiver.expired')).toHaveLength(1);
    });

    it('are marked each initiative by itself, so that one that breaks off keeps no other waiting, and is done by the next run', async () => {
      const [late, early, middle] = [await newInitiative(), await newInitiative(), await newInitiative()];
      const waivers: string[] = [];
      for (const [initiative, expiresOn] of [
        [late, '2026-03-30'],
        [early, '2026-03-10'],
        [middle, '2026-03-20'],
      ] as const) {
        id = initiative;
        waivers.push(await requested(expiresOn));
      }
      const [lateWaiver, earlyWaiver, middleWaiver] = waivers as [string, string, string];
      await server.source.query(`
        CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
        CREATE TRIGGER break_off BEFORE UPDATE ON waiver FOR EACH ROW WHEN (OLD.id = '${middleWaiver}') EXECUTE FUNCTION break_off();
      `);
      server.at('2026-04-01T09:00:00Z');
      await expect(expire('2026-04-01')).rejects.toThrow('broken off');
      expect(await written()).toMatchObject({
        [earlyWaiver]: 'EXPIRED',
        [middleWaiver]: 'PENDING',
        [lateWaiver]: 'EXPIRED',
      });
      await server.source.query('DROP TRIGGER break_off ON waiver; DROP FUNCTION break_off()');
      await expire('2026-04-01');
      expect(await written()).toMatchObject({ [middleWaiver]: 'EXPIRED', [lateWaiver]: 'EXPIRED' });
      for (const initiative of [late, early, middle]) {
        expect((await eventsOf(initiative)).filter((action) => action === 'waiver.expired')).toHaveLength(1);
      }
    });
  });
});
