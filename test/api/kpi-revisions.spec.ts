import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { decideGate, publishShortWorkflow } from '../support/short-workflow.js';

type Member = Client & { readonly userId: string };

const KPI = `id version name unit role direction target owner { id } baseline { value measuredOn sampleSize frozenAt } attainmentPercent
  versions {
    version name unit role class direction dataSource target rangeLow rangeHigh targetDate reason recordedAt isAfterFreeze
    owner { id } recordedBy { id } baseline { value measuredOn sampleSize frozenAt }
  }`;
const DEFINE = `mutation ($id: ID!, $input: KpiDefineInput!) {
  kpiDefine(initiativeId: $id, input: $input) { kpi { ${KPI} } userErrors { code message field } }
}`;
const REVISE = `mutation ($id: ID!, $input: KpiDefineInput!, $reason: String!) {
  kpiRevise(id: $id, input: $input, reason: $reason) { kpi { ${KPI} } userErrors { code message field } }
}`;
const MEASURE = `mutation ($kpi: ID!, $value: Decimal!, $on: Date!) {
  kpiMeasurementsRecord(measurements: [{ kpiId: $kpi, value: $value, measuredOn: $on, source: "telephony" }]) { recorded userErrors { message } }
}`;
const KPIS = `query ($id: ID!) { initiative(id: $id) { kpis { ${KPI} } } }`;
const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const REASON = 'The first count missed the night shift';

/** Handle time of story 1. */
const HANDLE_TIME = {
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  target: '6.5',
  targetDate: '2026-12-31',
  baselineValue: '9.4',
  baselineMeasuredOn: '2026-02-15',
  baselineSampleSize: 2140,
};

describe('revising a KPI', () => {
  let server: TestServer;
  let manager: Member;
  let colleague: Member;
  let gatekeeper: Member;
  let stranger: Member;
  let id: string;

  const define = async (input: Record<string, unknown> = HANDLE_TIME): Promise<string> => {
    const { kpiDefine } = await manager.ask(DEFINE, { id, input });
    expect(kpiDefine.userErrors).toEqual([]);
    return kpiDefine.kpi.id as string;
  };

  const revise = async (kpi: string, change: Record<string, unknown>, reason = REASON, who: Client = manager) =>
    (await who.ask(REVISE, { id: kpi, input: { ...HANDLE_TIME, ...change }, reason })).kpiRevise;

  const standing = async () => (await manager.ask(KPIS, { id })).initiative.kpis;

  const newInitiative = async (): Promise<string> => {
    const { initiativeCreate } = await manager.ask(
      `mutation { initiativeCreate(input: { portfolioKey: "CARE", name: "Triage", problem: "Slow", valueThesis: COST, templateKey: "short" }) { initiative { id } userErrors { message } } }`,
    );
    return initiativeCreate.initiative.id as string;
  };

  const wish = (key: string) => [[key, 'DOCUMENT', { weight: 'SHOULD_MEET' }]] as const;

  beforeAll(async () => {
    server = await startTestServer();
    await publishShortWorkflow(server.admin, 'short', [
      { key: 'discovery', category: 'INTAKE', gate: { key: 'g1', criteria: wish('idea') } },
      { key: 'poc', category: 'POC', gate: { key: 'g2', criteria: wish('feasible') } },
      { key: 'trial', category: 'POC', gate: { key: 'g3', criteria: wish('useful') } },
      { key: 'pilot', category: 'PILOT', gate: { key: 'g4', criteria: wish('used') } },
      { key: 'operate', category: 'PRODUCTION' },
    ]);
    for (const key of ['CARE', 'OTHERS']) {
      await server.admin.ask(
        `mutation ($key: String!) { portfolioCreate(input: { key: $key, name: $key }) { userErrors { message } } }`,
        { key },
      );
    }
    manager = await server.member('Manager', 'CARE', ['PROGRAM_MANAGER']);
    colleague = await server.member('Colleague', 'CARE', ['PROGRAM_MANAGER']);
    gatekeeper = await server.member('Gatekeeper', 'CARE', ['GATEKEEPER']);
    stranger = await server.member('Stranger', 'OTHERS', ['PROGRAM_MANAGER']);
  });

  afterAll(() => server.stop());

  beforeEach(async () => {
    server.at('2026-03-02T09:00:00Z');
    id = await newInitiative();
  });

  it('makes a new version with a reason, and both stay visible', async () => {
    const kpi = await define();
    server.at('2026-03-10T09:00:00Z');
    const { kpi: revised, userErrors } = await revise(kpi, { target: '7.0', dataSource: 'Dialler' }, REASON, colleague);
    expect(userErrors).toEqual([]);
    expect(revised).toMatchObject({ version: 2, target: '7.0', owner: { id: manager.userId } });
    const first = {
      ...{ version: 1, name: 'Handle time', unit: 'min', role: 'PRIMARY', class: 'BUSINESS', direction: 'DECREASE' },
      ...{ dataSource: 'Telephony', target: '6.5', rangeLow: null, rangeHigh: null, targetDate: '2026-12-31' },
      ...{ reason: null, recordedAt: '2026-03-02T09:00:00.000Z', isAfterFreeze: false },
      ...{ owner: { id: manager.userId }, recordedBy: { id: manager.userId } },
      baseline: { value: '9.4', measuredOn: '2026-02-15', sampleSize: 2140, frozenAt: null },
    };
    expect(revised.versions).toEqual([
      first,
      {
        ...first,
        ...{ version: 2, dataSource: 'Dialler', target: '7.0', reason: REASON },
        ...{ recordedAt: '2026-03-10T09:00:00.000Z', recordedBy: { id: colleague.userId } },
      },
    ]);
    expect(await standing()).toEqual([revised]);
    const { initiative } = await manager.ask(
      'query ($id: ID!) { initiative(id: $id) { auditEvents(first: 1) { nodes { action subjectType subjectId changes } } } }',
      { id },
    );
    expect(initiative.auditEvents.nodes).toEqual([
      {
        ...{ action: 'kpi.revised', subjectType: 'Kpi', subjectId: kpi },
        changes: {
          ...{ version: 2, reason: REASON },
          target: { from: '6.5', to: '7.0' },
          dataSource: { from: 'Telephony', to: 'Dialler' },
        },
      },
    ]);
  });

  it('lets the KPI be judged by its newest version', async () => {
    const kpi = await define();
    await manager.ask(MEASURE, { kpi, value: '6.8', on: '2026-03-02' });
    expect(await standing()).toMatchObject([{ attainmentPercent: '89.7' }]);
    server.at('2026-03-10T09:00:00Z');
    expect((await revise(kpi, { target: '7' })).kpi.attainmentPercent).toBe('108.3');
  });

  it('freezes baselines when a stage of category POC is first left by a GO, and tells later ones apart', async () => {
    const kept = await define();
    const changed = await define({ ...HANDLE_TIME, name: 'Cost per case' });
    const later = await define({
      ...HANDLE_TIME,
      ...{ name: 'Satisfaction', baselineValue: null, baselineMeasuredOn: null, baselineSampleSize: null },
    });
    server.at('2026-03-03T09:00:00Z');
    await revise(kept, { target: '6' });
    expect((await decideGate(manager, gatekeeper, id)).initiative.stage.key).toBe('poc');
    expect((await standing()).map((kpi: { baseline: { frozenAt: string } | null }) => kpi.baseline?.frozenAt)).toEqual([
      null,
      null,
      undefined,
    ]);

    const FREEZE = '2026-05-04T10:00:00.000Z';
    server.at(FREEZE);
    expect((await decideGate(manager, gatekeeper, id)).initiative.stage.key).toBe('trial');
    server.at('2026-06-01T10:00:00Z');
    expect((await decideGate(manager, gatekeeper, id)).initiative.stage.key).toBe('pilot');

    server.at('2026-06-10T09:00:00Z');
    expect((await revise(kept, { target: '5' })).userErrors).toEqual([]);
    expect((await revise(changed, { name: 'Cost per case', baselineValue: '12' })).userErrors).toEqual([]);
    expect((await revise(later, { name: 'Satisfaction' })).userErrors).toEqual([]);
    const [one, two, three] = await standing();
    type Version = { version: number; isAfterFreeze: boolean; baseline: { value: string; frozenAt: string } | null };
    const told = (kpi: { versions: Version[] }) =>
      kpi.versions.map(({ version, isAfterFreeze, baseline }) => [
        version,
        isAfterFreeze,
        baseline && [baseline.value, baseline.frozenAt],
      ]);
    expect(one.baseline).toMatchObject({ value: '9.4', frozenAt: FREEZE });
    expect(told(one)).toEqual([
      [1, false, ['9.4', FREEZE]],
      [2, false, ['9.4', FREEZE]],
      [3, true, ['9.4', FREEZE]],
    ]);
    expect(two.baseline).toMatchObject({ value: '12', frozenAt: '2026-06-10T09:00:00.000Z' });
    expect(told(two)).toEqual([
      [1, false, ['9.4', FREEZE]],
      [2, true, ['12', '2026-06-10T09:00:00.000Z']],
    ]);
    expect(told(three)).toEqual([
      [1, false, null],
      [2, true, ['9.4', '2026-06-10T09:00:00.000Z']],
    ]);
  });

  it('freezes nothing by a decision that is no GO', async () => {
    await define();
    await decideGate(manager, gatekeeper, id);
    expect((await decideGate(manager, gatekeeper, id, 'HOLD')).initiative.status).toBe('ON_HOLD');
    server.at('2026-06-10T09:00:00Z');
    expect(await standing()).toMatchObject([{ baseline: { frozenAt: null } }]);
  });

  it('freezes by a CONDITIONAL_GO as by a GO', async () => {
    await define();
    await decideGate(manager, gatekeeper, id);
    const at = '2026-05-04T10:00:00.000Z';
    server.at(at);
    const conditions = [{ text: 'Write it up', ownerId: manager.userId, dueOn: '2026-06-30' }];
    const { initiative } = await decideGate(manager, gatekeeper, id, 'CONDITIONAL_GO', { conditions });
    expect(initiative.stage.key).toBe('trial');
    expect(await standing()).toMatchObject([{ baseline: { frozenAt: at } }]);
  });

  it('refuses what a definition is refused for, a blank reason, and what changes nothing, all at once', async () => {
    const kpi = await define();
    await define({ ...HANDLE_TIME, name: 'Reopen rate' });
    const refused = await revise(
      kpi,
      { name: 'REOPEN RATE', target: '10', baselineMeasuredOn: '2026-03-03', ownerId: UNKNOWN },
      ' ',
    );
    expect(refused.kpi).toBeNull();
    expect(refused.userErrors).toMatchObject([
      { code: 'INVALID', field: ['reason'] },
      { code: 'INVALID', field: ['input', 'target'] },
      { code: 'INVALID', field: ['input', 'baselineMeasuredOn'] },
      { code: 'NOT_FOUND', field: ['input', 'ownerId'] },
      { code: 'ALREADY_EXISTS', field: ['input', 'name'] },
    ]);
    expect((await revise(kpi, { target: '6.50' })).userErrors).toMatchObject([{ code: 'INVALID', field: ['input'] }]);
    expect((await revise(kpi, { name: 'handle time' })).userErrors).toEqual([]);
    expect((await standing())[0]).toMatchObject({ version: 2, name: 'handle time' });
  });

  it('leaves the unit alone once values were measured in it, while role and direction may change', async () => {
    const kpi = await define();
    expect((await revise(kpi, { unit: 's' })).userErrors).toEqual([]);
    await manager.ask(MEASURE, { kpi, value: '6.8', on: '2026-03-02' });
    expect((await revise(kpi, { unit: 'min' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'unit'] },
    ]);
    const other = { unit: 's', role: 'GUARDRAIL', direction: 'INCREASE', target: '5' };
    expect(await revise(kpi, other)).toMatchObject({ kpi: { version: 3, role: 'GUARDRAIL' }, userErrors: [] });
  });

  it('lets no revision be lost when several are made at once', async () => {
    const kpi = await define();
    const targets = ['6.1', '6.2', '6.3', '6.4', '6.6', '6.7'];
    const answers = await Promise.all(
      targets.map((target, index) => revise(kpi, { target }, `To ${target}`, index % 2 ? colleague : manager)),
    );
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
    const [{ versions }] = await standing();
    expect(versions.map((each: { version: number }) => each.version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(
      versions
        .slice(1)
        .map((each: { target: string }) => each.target)
        .toSorted(),
    ).toEqual(targets);
    for (const { reason, target } of versions.slice(1)) {
      expect(reason).toBe(`To ${String(target)}`);
    }
  });

  it('answers each of several revisions of one request with what stands after it', async () => {
    const kpi = await define();
    const input = (target: string) => ({ ...HANDLE_TIME, target });
    const answer = await manager.ask(
      `mutation ($id: ID!, $one: KpiDefineInput!, $two: KpiDefineInput!) {
        one: kpiRevise(id: $id, input: $one, reason: "One") { kpi { version versions { version } } }
        two: kpiRevise(id: $id, input: $two, reason: "Two") { kpi { version versions { version } } }
      }`,
      { id: kpi, one: input('6.1'), two: input('6.2') },
    );
    expect(answer.one.kpi.versions).toHaveLength(2);
    expect(answer.two.kpi.versions).toHaveLength(3);
  });

  it('is refused once the initiative was killed, as is another KPI', async () => {
    const kpi = await define();
    await decideGate(manager, gatekeeper, id, 'KILL');
    expect(await revise(kpi, { target: '7' })).toMatchObject({
      kpi: null,
      userErrors: [{ code: 'WRONG_STATE', field: ['id'] }],
    });
    const { kpiDefine } = await manager.ask(DEFINE, { id, input: { ...HANDLE_TIME, name: 'Another' } });
    expect(kpiDefine).toMatchObject({ kpi: null, userErrors: [{ code: 'WRONG_STATE', field: ['initiativeId'] }] });
  });

  it('is not there for who may not know of it, and takes PROGRAM_MANAGER', async () => {
    const kpi = await define();
    const hidden = await revise(kpi, { target: '7' }, REASON, stranger);
    expect(hidden).toMatchObject({ kpi: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    expect(await revise(UNKNOWN, { target: '7' })).toEqual(hidden);
    expect(await revise('no-id', { target: '7' })).toEqual(hidden);
    const { errors } = await gatekeeper.answer(REVISE, {
      id: kpi,
      input: { ...HANDLE_TIME, target: '7' },
      reason: REASON,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
