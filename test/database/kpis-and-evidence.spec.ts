import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '../../src/domain/access/access.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { Result } from '../../src/domain/basics/result.js';
import type { DocumentEvidence, ExternalCheck, MonitoringPlan } from '../../src/domain/gates/evidence.js';
import type { MeasurementStatement } from '../../src/domain/kpis/check-measurements.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { AppendAudit } from '../../src/modules/audit/commands/append-audit.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { ReviewEvidence } from '../../src/modules/evidence/commands/review-evidence.js';
import { SubmitEvidence } from '../../src/modules/evidence/commands/submit-evidence.js';
import { EvidenceLedger } from '../../src/modules/evidence/queries/evidence-ledger.js';
import { EvidenceSurroundings } from '../../src/modules/evidence/queries/evidence-surroundings.js';
import { Users } from '../../src/modules/identity/queries/users.js';
import { InitiativeTrail } from '../../src/modules/initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { DefineKpi, type KpiRequest } from '../../src/modules/kpis/commands/define-kpi.js';
import { RecordMeasurements } from '../../src/modules/kpis/commands/record-measurements.js';
import { KpiMeasurements } from '../../src/modules/kpis/queries/kpi-measurements.js';
import { KpiSurroundings } from '../../src/modules/kpis/queries/kpi-surroundings.js';
import { Kpis } from '../../src/modules/kpis/queries/kpis.js';
import { Portfolios } from '../../src/modules/portfolios/queries/portfolios.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { GivenClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

const day = (text: string) => text as CalendarDate;

// Half past midnight of 16 March in Berlin, where the portfolio is; still 15 March in UTC.
const NOW = '2026-03-15T23:30:00.000Z' as Instant;
const TODAY = day('2026-03-16');
const TOMORROW = day('2026-03-17');

const PEOPLE = {
  manager: ['PROGRAM_MANAGER', 'EVIDENCE_REVIEWER'],
  owner: ['PROGRAM_MANAGER', 'GATEKEEPER'],
  reviewer: ['EVIDENCE_REVIEWER'],
  gatekeeper: ['GATEKEEPER'],
  reader: ['REVIEWER'],
  machine: ['INTEGRATION'],
  stranger: [],
} as const satisfies Record<string, readonly Role[]>;
type Person = keyof typeof PEOPLE;

const ids = Object.fromEntries(Object.keys(PEOPLE).map((name) => [name, randomUUID()])) as Record<Person, string>;
const portfolioId = randomUUID();
const as = (person: Person): Viewer => ({
  userId: ids[person],
  isInstanceAdmin: false,
  roles: new Map(PEOPLE[person].length > 0 ? [[portfolioId, PEOPLE[person]]] : []),
});

const assemble = (bench: TestDatabase) => {
  const database = new Database(bench.source);
  const work = new UnitOfWork(bench.source);
  const clock = new GivenClock(NOW);
  const audit = new AppendAudit();
  const [initiatives, portfolios, templates] = [
    new Initiatives(database),
    new Portfolios(database),
    new Templates(database),
  ];
  const [users, kpis, trail] = [new Users(database), new Kpis(database), new InitiativeTrail(audit, clock)];
  const ledger = new EvidenceLedger(database, templates);
  return {
    clock,
    kpis,
    ledger,
    templates,
    auditEvents: new AuditEvents(database),
    history: new KpiMeasurements(database),
    publish: new PublishTemplate(work, audit, clock),
    define: new DefineKpi(work, initiatives, new KpiSurroundings(portfolios, users), trail),
    record: new RecordMeasurements(work, kpis, portfolios, initiatives, trail),
    submit: new SubmitEvidence(work, initiatives, new EvidenceSurroundings(templates, database), ledger, trail),
    review: new ReviewEvidence(work, initiatives, ledger, trail),
  };
};

let bench: TestDatabase;
let app: ReturnType<typeof assemble>;
let templateId: string;
let initiativeId: string;
let number = 0;

const query = <Row = unknown>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  bench.source.query(sql, parameters);

const enterInitiative = async (status = 'ACTIVE'): Promise<string> => {
  const id = randomUUID();
  number += 1;
  await bench.source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
         template_id, stage_key, status, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', $5, $6, 'poc', $7, 1, $8, $8)`,
      [id, portfolioId, number, `AI-${number}`, ids.owner, templateId, status, NOW],
    );
    await tx.query(
      `INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
       VALUES ($1, $2, $3, $4, 'poc', $5, true, $5)`,
      [randomUUID(), id, portfolioId, templateId, NOW],
    );
  });
  return id;
};

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(`Refused: ${JSON.stringify(result.refusals)}`);
  }
  return result.value;
};

const refusalsOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? ['taken'] : result.refusals.map(({ code, field }) => [code, ...(field ?? [])].join(' '));

beforeAll(async () => {
  bench = await createTestDatabase();
  app = assemble(bench);
  await app.publish.ship(DEFAULT_TEMPLATE);
  templateId = (await app.templates.find(DEFAULT_TEMPLATE.key, null))!.id;
  for (const [name, id] of Object.entries(ids)) {
    await query('INSERT INTO app_user (id, name, email, created_at) VALUES ($1, $2, $3, $4)', [
      id,
      name,
      `${name}@example.org`,
      NOW,
    ]);
  }
  await query(
    `INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES ($1, 'AI', 'AI', 'Europe/Berlin', $2, $3)`,
    [portfolioId, templateId, NOW],
  );
});

beforeEach(async () => {
  app.clock.set(NOW);
  initiativeId = await enterInitiative();
});

afterAll(() => bench.drop());

const HANDLE_TIME: KpiRequest = {
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  ownerId: null,
  baselineValue: decimal('9.40'),
  baselineMeasuredOn: day('2026-01-31'),
  baselineSampleSize: 2140,
  target: decimal('6.50'),
  rangeLow: null,
  rangeHigh: null,
  targetDate: day('2026-06-30'),
};
const REOPEN_RATE: KpiRequest = {
  ...HANDLE_TIME,
  name: 'Reopen rate',
  unit: '%',
  role: 'GUARDRAIL',
  target: decimal('4.0'),
  baselineValue: null,
  baselineMeasuredOn: null,
  baselineSampleSize: null,
  targetDate: null,
};

const defineKpi = async (request = HANDLE_TIME, initiative = initiativeId): Promise<string> =>
  valueOf(await app.define.run(as('manager'), initiative, request)).id;

const measured = (kpiId: string, other: Partial<MeasurementStatement> = {}): MeasurementStatement => ({
  kpiId,
  value: decimal('6.10'),
  measuredOn: TODAY,
  sampleSize: 1880,
  source: 'telephony',
  externalId: null,
  ...other,
});

const measurementsOf = async (kpiId: string): Promise<number> =>
  (await query<{ count: number }>('SELECT count(*)::int AS count FROM kpi_measurement WHERE kpi_id = $1', [kpiId]))[0]!
    .count;

describe('Defining a KPI', () => {
  it('keeps its numbers as they were stated, and makes the caller its owner', async () => {
    const id = await defineKpi();
    const [kpi] = await app.kpis.byIds([id]);
    expect(kpi).toMatchObject({
      ...{ target: '6.50', baseline: { value: '9.40', measuredOn: '2026-01-31', sampleSize: 2140 }, version: 1 },
      ...{ ownerId: ids.manager, latest: null, attainmentPercent: null, breached: false },
    });
    expect((await app.kpis.factsOf([initiativeId])).get(initiativeId)).toEqual([
      {
        id,
        definitions: [expect.objectContaining({ target: '6.50', recordedAt: NOW, ownerId: ids.manager })],
        measurements: [],
      },
    ]);
  });

  it('answers the command with the same KPI that is read later', async () => {
    const defined = valueOf(await app.define.run(as('manager'), initiativeId, HANDLE_TIME));
    const [read] = await app.kpis.byIds([defined.id]);
    expect(defined).toMatchObject({ ...read });
  });

  it('says everything that is wrong at once', async () => {
    await defineKpi();
    const request = {
      ...HANDLE_TIME,
      name: 'HANDLE TIME',
      ownerId: randomUUID(),
      baselineMeasuredOn: TOMORROW,
      target: decimal('9.4'),
    };
    expect(refusalsOf(await app.define.run(as('manager'), initiativeId, request))).toEqual([
      'INVALID input target',
      'INVALID input baselineMeasuredOn',
      'NOT_FOUND input ownerId',
      'ALREADY_EXISTS input name',
    ]);
  });

  it("takes a baseline of today by the portfolio's clock, which UTC still calls tomorrow", async () => {
    await expect(defineKpi({ ...HANDLE_TIME, baselineMeasuredOn: TODAY })).resolves.toEqual(expect.any(String));
  });

  it('gives a name once when two ask for it at the same moment', async () => {
    const results = await Promise.all([1, 2, 3].map(() => app.define.run(as('manager'), initiativeId, HANDLE_TIME)));
    expect(results.flatMap(refusalsOf).toSorted()).toEqual([
      'ALREADY_EXISTS input name',
      'ALREADY_EXISTS input name',
      'taken',
    ]);
  });

  it('tells a stranger no more than of an initiative that is not there', async () => {
    const hidden = await app.define.run(as('stranger'), initiativeId, HANDLE_TIME);
    expect(refusalsOf(hidden)).toEqual(['NOT_FOUND initiativeId']);
    expect(await app.define.run(as('manager'), randomUUID(), HANDLE_TIME)).toEqual(hidden);
    expect(await app.define.run(as('manager'), 'AI-1', HANDLE_TIME)).toEqual(hidden);
  });

  it.each(['KILLED', 'RETIRED'])('is refused for an initiative that is %s', async (status) => {
    const stopped = await enterInitiative(status);
    expect(refusalsOf(await app.define.run(as('manager'), stopped, HANDLE_TIME))).toEqual(['WRONG_STATE initiativeId']);
  });

  it.each(['reader', 'machine', 'gatekeeper'] as const)('is forbidden to a %s', async (person) => {
    await expect(app.define.run(as(person), initiativeId, HANDLE_TIME)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('Recording measurements', () => {
  it('shows the latest of them, and what it makes of the KPI', async () => {
    const [primary, guardrail] = [await defineKpi(), await defineKpi(REOPEN_RATE)];
    const rows = [
      measured(primary, { value: decimal('7'), measuredOn: day('2026-03-14') }),
      measured(primary),
      measured(guardrail, { value: decimal('5.20') }),
    ];
    expect(valueOf(await app.record.run(as('machine'), rows))).toEqual({ recorded: 3, duplicates: 0 });
    const kpis = await app.kpis.ofInitiative.load({}, initiativeId);
    expect(
      kpis.map(({ id, latest, attainmentPercent, breached }) => [id, latest?.value, attainmentPercent, breached]),
    ).toEqual([
      [primary, '6.10', '113.8', false],
      [guardrail, '5.20', null, true],
    ]);
  });

  it('lets the one recorded last count of two of the same day', async () => {
    const kpiId = await defineKpi();
    await app.record.run(as('manager'), [
      measured(kpiId, { value: decimal('8') }),
      measured(kpiId, { value: decimal('7') }),
    ]);
    expect((await app.kpis.byIds([kpiId]))[0]?.latest?.value).toBe('7');
    app.clock.set('2026-03-15T23:31:00.000Z' as Instant);
    await app.record.run(as('manager'), [measured(kpiId, { value: decimal('6') })]);
    expect((await app.kpis.byIds([kpiId]))[0]?.latest?.value).toBe('6');
  });

  it('takes all or nothing, and names each bad row', async () => {
    const kpiId = await defineKpi();
    const result = await app.record.run(as('manager'), [
      measured(kpiId),
      measured(kpiId, { measuredOn: TOMORROW, sampleSize: 0 }),
      measured(randomUUID()),
      measured('no-id'),
    ]);
    expect(refusalsOf(result)).toEqual([
      'INVALID measurements 1 measuredOn',
      'INVALID measurements 1 sampleSize',
      'NOT_FOUND measurements 2 kpiId',
      'NOT_FOUND measurements 3 kpiId',
    ]);
    expect(await measurementsOf(kpiId)).toBe(0);
  });

  it('counts the same identifier with the same values as a duplicate, in one batch and later', async () => {
    const kpiId = await defineKpi();
    const row = measured(kpiId, { externalId: randomUUID() });
    const again = { ...row, value: decimal('6.1') };
    expect(valueOf(await app.record.run(as('machine'), [row, again]))).toEqual({ recorded: 1, duplicates: 1 });
    expect(valueOf(await app.record.run(as('machine'), [again]))).toEqual({ recorded: 0, duplicates: 1 });
    expect(await measurementsOf(kpiId)).toBe(1);
  });

  it('refuses the same identifier with other values, in one batch and later, beside all else', async () => {
    const kpiId = await defineKpi();
    const row = measured(kpiId, { externalId: randomUUID() });
    const other = { ...row, value: decimal('6.11') };
    expect(refusalsOf(await app.record.run(as('machine'), [row, other]))).toEqual([
      'IDEMPOTENCY_MISMATCH measurements 1 externalId',
    ]);
    expect(await measurementsOf(kpiId)).toBe(0);
    await app.record.run(as('machine'), [row]);
    expect(refusalsOf(await app.record.run(as('machine'), [measured(randomUUID()), measured(kpiId), other]))).toEqual([
      'NOT_FOUND measurements 0 kpiId',
      'IDEMPOTENCY_MISMATCH measurements 2 externalId',
    ]);
    expect(await measurementsOf(kpiId)).toBe(1);
  });

  it('records each identifier once when a machine sends the same batch many times at once, in whatever order', async () => {
    const kpiId = await defineKpi();
    const run = randomUUID();
    const batch = Array.from({ length: 200 }, (_, index) =>
      measured(kpiId, { value: decimal(`${index}`), externalId: `${run}-${index}` }),
    );
    const results = await Promise.all(
      [1, 2, 3, 4].map((each) => app.record.run(as('machine'), each % 2 ? batch : batch.toReversed())),
    );
    expect(results.map(valueOf).reduce((sum, each) => sum + each.recorded, 0)).toBe(200);
    expect(await measurementsOf(kpiId)).toBe(200);
  });

  it('waits for a decision on the initiative that is under way, and is recorded after it', async () => {
    const kpiId = await defineKpi();
    const deciding = bench.source.createQueryRunner();
    await deciding.startTransaction();
    await deciding.query('SELECT 1 FROM initiative WHERE id = $1 FOR NO KEY UPDATE', [initiativeId]);
    const recorded = app.record.run(as('machine'), [measured(kpiId)]);
    const isWaiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until('the recording to wait', async () => (await query(isWaiting)).length > 0);
    const decidedAt = '2026-03-15T23:45:00.000Z' as Instant;
    app.clock.set(decidedAt);
    await deciding.commitTransaction();
    await deciding.release();
    valueOf(await recorded);
    const [row] = await query<{ at: Instant }>('SELECT recorded_at AS at FROM kpi_measurement WHERE kpi_id = $1', [
      kpiId,
    ]);
    expect(row!.at >= decidedAt).toBe(true);
  });

  it('takes a thousand at once and no more', async () => {
    const kpiId = await defineKpi();
    const batch = Array.from({ length: 1_001 }, () => measured(kpiId));
    expect(refusalsOf(await app.record.run(as('machine'), batch))).toEqual(['INVALID measurements']);
    expect(valueOf(await app.record.run(as('machine'), batch.slice(1)))).toEqual({ recorded: 1_000, duplicates: 0 });
  });

  it('tells a stranger of no KPI, and forbids it to a reader', async () => {
    const kpiId = await defineKpi();
    expect(refusalsOf(await app.record.run(as('stranger'), [measured(kpiId)]))).toEqual([
      'NOT_FOUND measurements 0 kpiId',
    ]);
    await expect(app.record.run(as('reader'), [measured(kpiId)])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('pages through them by day, for several KPIs at once', async () => {
    const [one, other] = [await defineKpi(), await defineKpi(REOPEN_RATE)];
    const days = ['2026-03-03', '2026-03-01', '2026-03-02', '2026-03-02'];
    await app.record.run(as('manager'), [
      ...days.map((each) => measured(one, { measuredOn: day(each) })),
      measured(other),
    ]);
    const paging = { from: null, to: null, latestFirst: false, first: 3, after: null };
    const [page, otherPage] = await Promise.all([one, other].map((id) => app.history.ofKpi(paging, id, paging)));
    expect(page?.nodes.map((each) => each.measuredOn)).toEqual(['2026-03-01', '2026-03-02', '2026-03-02']);
    expect(page?.pageInfo.hasNextPage).toBe(true);
    expect(otherPage?.nodes).toHaveLength(1);
    const rest = await app.history.ofKpi({}, one, { ...paging, after: page?.pageInfo.endCursor ?? null });
    expect(rest.nodes.map((each) => each.measuredOn)).toEqual(['2026-03-03']);
    const latest = await app.history.ofKpi({}, one, { ...paging, latestFirst: true });
    expect(latest.nodes.map((each) => each.measuredOn)).toEqual(['2026-03-03', '2026-03-02', '2026-03-02']);
    const earlier = { ...paging, latestFirst: true, after: latest.pageInfo.endCursor };
    expect((await app.history.ofKpi({}, one, earlier)).nodes.map((each) => each.measuredOn)).toEqual(['2026-03-01']);
    const period = await app.history.ofKpi({}, one, { ...paging, from: day('2026-03-02'), to: day('2026-03-02') });
    expect(period.nodes).toHaveLength(2);
    await expect(app.history.ofKpi({}, one, { ...paging, after: 'x' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

const DOCUMENT: DocumentEvidence = {
  kind: 'DOCUMENT',
  summary: 'Risks',
  url: 'https://example.org/risks',
  effectiveOn: day('2026-03-01'),
};
const CHECK: ExternalCheck = {
  kind: 'EXTERNAL_CHECK',
  name: 'Alerts fire',
  passed: true,
  url: 'https://example.org/run/7',
  checkedAt: '2026-03-15T23:10:00.000Z' as Instant,
  externalId: 'run-7',
};

const submitDocument = async (person: Person = 'manager'): Promise<string> =>
  valueOf(await app.submit.run(as(person), initiativeId, 'risk-assessment', DOCUMENT)).id;

describe('Submitting evidence', () => {
  it('keeps it as it was submitted, to be found by its rules', async () => {
    const id = await submitDocument();
    expect(await app.ledger.seenBy(as('reader'), id)).toMatchObject({
      ...{
        criterionKey: 'risk-assessment',
        kind: 'DOCUMENT',
        status: 'SUBMITTED',
        summary: 'Risks',
        url: DOCUMENT.url,
      },
      ...{
        content: { summary: 'Risks', url: DOCUMENT.url, effectiveOn: '2026-03-01' },
        effectiveOn: '2026-03-01',
        expiresOn: null,
      },
    });
    expect((await app.ledger.factsOf([initiativeId])).get(initiativeId)).toEqual([
      {
        id,
        criterionKey: 'risk-assessment',
        content: DOCUMENT,
        submittedBy: ids.manager,
        submittedAt: NOW,
        effectiveOn: '2026-03-01',
        review: null,
      },
    ]);
    expect(await app.ledger.seenBy(as('stranger'), id)).toBeNull();
  });

  it('says how long it holds, by the template of the initiative', async () => {
    const submitted = valueOf(await app.submit.run(as('manager'), initiativeId, 'independent-risk-review', DOCUMENT));
    expect(submitted.expiresOn).toBe('2026-08-28');
  });

  it('takes it for any gate, of the kind of the criterion only', async () => {
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'ux-review', DOCUMENT))).toEqual([
      'INVALID input document',
    ]);
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'kpi-contract', DOCUMENT))).toEqual([
      'INVALID criterionKey',
    ]);
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'no-such', DOCUMENT))).toEqual([
      'NOT_FOUND criterionKey',
    ]);
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'security-privacy', DOCUMENT))).toEqual([
      'taken',
    ]);
  });

  it('watches only KPIs of the same initiative', async () => {
    const [own, foreign] = [await defineKpi(), await defineKpi(HANDLE_TIME, await enterInitiative())];
    const signal = (kpiId: string) => ({
      name: 'Handle time',
      kind: 'KPI' as const,
      kpiId,
      warnAbove: null,
      warnBelow: null,
      breachAbove: decimal('8.0'),
      breachBelow: null,
      cadenceHours: 24,
      alertChannel: '#alerts',
      owner: 'Run team',
    });
    const plan = (kpiId: string): MonitoringPlan => ({
      kind: 'MONITORING_PLAN',
      summary: 'Plan',
      effectiveOn: TODAY,
      signals: [signal(kpiId)],
      runbookUrl: 'https://example.org/runbook',
      rollbackProcedure: 'Switch it off',
      onCall: 'Run team',
      reviewCadenceDays: 90,
      url: null,
    });
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'monitoring-plan', plan(foreign)))).toEqual([
      'NOT_FOUND input monitoringPlan signals 0 kpiId',
    ]);
    expect(refusalsOf(await app.submit.run(as('manager'), initiativeId, 'monitoring-plan', plan(own)))).toEqual([
      'taken',
    ]);
    const [fact] = (await app.ledger.factsOf([initiativeId])).get(initiativeId)!;
    expect(fact?.content).toEqual(plan(own));
  });

  it.each(['KILLED', 'RETIRED'])('is refused for an initiative that is %s', async (status) => {
    const stopped = await enterInitiative(status);
    expect(refusalsOf(await app.submit.run(as('manager'), stopped, 'risk-assessment', DOCUMENT))).toEqual([
      'WRONG_STATE initiativeId',
    ]);
  });

  it('lets a machine report checks and nothing else', async () => {
    expect(refusalsOf(await app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK))).toEqual(['taken']);
    await expect(app.submit.run(as('machine'), initiativeId, 'risk-assessment', DOCUMENT)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(app.submit.run(as('reviewer'), initiativeId, 'alerts-live', CHECK)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('takes the same check once, and refuses another result under its identifier', async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() => app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK)),
    );
    expect(new Set(results.map((result) => valueOf(result).id)).size).toBe(1);
    expect(valueOf(results[0]!)).toMatchObject({ effectiveOn: TODAY, expiresOn: '2026-06-14', summary: 'Alerts fire' });
    const failed = await app.submit.run(as('machine'), initiativeId, 'alerts-live', { ...CHECK, passed: false });
    expect(refusalsOf(failed)).toEqual(['IDEMPOTENCY_MISMATCH input externalCheck externalId']);
    expect((await app.ledger.factsOf([initiativeId])).get(initiativeId)).toHaveLength(1);
  });

  it('answers a repeated check although the initiative has been stopped since', async () => {
    const first = valueOf(await app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK));
    await query(`UPDATE initiative SET status = 'KILLED' WHERE id = $1`, [initiativeId]);
    expect(valueOf(await app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK))).toEqual(first);
  });

  it('lists the newest first, page by page and by criterion', async () => {
    const first = await submitDocument();
    const second = await submitDocument();
    app.clock.set('2026-03-15T23:31:00.000Z' as Instant);
    const check = valueOf(await app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK)).id;
    const paging = { criterionKey: null, first: 2, after: null };
    const page = await app.ledger.ofInitiative({}, initiativeId, paging);
    expect(page.nodes.map((each) => each.id)).toEqual([check, second]);
    const rest = await app.ledger.ofInitiative({}, initiativeId, { ...paging, after: page.pageInfo.endCursor });
    expect(rest.nodes.map((each) => each.id)).toEqual([first]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const documents = await app.ledger.ofInitiative({}, initiativeId, { ...paging, criterionKey: 'risk-assessment' });
    expect(documents.nodes.map((each) => each.id)).toEqual([second, first]);
  });
});

describe('Reviewing evidence', () => {
  const accepted = { outcome: 'ACCEPTED', comment: null } as const;

  it.each(['reviewer', 'gatekeeper'] as const)('is done by a %s, once', async (person) => {
    const id = await submitDocument();
    expect(valueOf(await app.review.run(as(person), id, { outcome: 'RETURNED', comment: 'No owner.' }))).toMatchObject({
      status: 'RETURNED',
      reviewedById: ids[person],
      reviewedAt: NOW,
      reviewComment: 'No owner.',
    });
    expect(refusalsOf(await app.review.run(as('reviewer'), id, accepted))).toEqual(['WRONG_STATE']);
    const [fact] = (await app.ledger.factsOf([initiativeId])).get(initiativeId)!;
    expect(fact?.review).toEqual({
      outcome: 'RETURNED',
      reviewedBy: ids[person],
      reviewedAt: NOW,
      comment: 'No owner.',
    });
  });

  it('is refused to its submitter and to the owner of the initiative, whatever their roles', async () => {
    const id = await submitDocument('manager');
    expect(refusalsOf(await app.review.run(as('manager'), id, accepted))).toEqual(['SELF_REVIEW']);
    expect(refusalsOf(await app.review.run(as('owner'), id, accepted))).toEqual(['SELF_REVIEW']);
    expect((await app.ledger.seenBy(as('reader'), id))?.status).toBe('SUBMITTED');
  });

  it('is refused by the database itself to the submitter, whoever writes', async () => {
    const id = await submitDocument('manager');
    const write = (submittedBy: string, reviewedBy: string, outcome = 'ACCEPTED') =>
      query(
        `INSERT INTO evidence_review (evidence_id, submitted_by, outcome, reviewed_at, reviewed_by) VALUES ($1, $2, $3, $4, $5)`,
        [id, submittedBy, outcome, NOW, reviewedBy],
      );
    await expect(write(ids.manager, ids.manager)).rejects.toThrow('evidence_review_not_own');
    await expect(write(ids.reader, ids.manager)).rejects.toThrow('evidence_review_evidence_fk');
    await expect(write(ids.manager, ids.reviewer, 'MAYBE')).rejects.toThrow('evidence_review_outcome_known');
    await write(ids.manager, ids.reviewer);
    await expect(write(ids.manager, ids.gatekeeper)).rejects.toThrow('evidence_review_pk');
  });

  it('counts one of two reviews at the same moment', async () => {
    const id = await submitDocument();
    const results = await Promise.all(
      (['reviewer', 'gatekeeper'] as const).map((person) => app.review.run(as(person), id, accepted)),
    );
    expect(results.flatMap(refusalsOf).toSorted()).toEqual(['WRONG_STATE', 'taken']);
  });

  it('asks a comment for a return, and needs none for a check', async () => {
    const id = await submitDocument();
    expect(refusalsOf(await app.review.run(as('reviewer'), id, { outcome: 'RETURNED', comment: null }))).toEqual([
      'INVALID input comment',
    ]);
    const check = valueOf(await app.submit.run(as('machine'), initiativeId, 'alerts-live', CHECK)).id;
    expect(refusalsOf(await app.review.run(as('reviewer'), check, accepted))).toEqual(['WRONG_STATE']);
  });

  it('tells a stranger no more than of evidence that is not there, and is forbidden to a reader', async () => {
    const id = await submitDocument();
    const hidden = await app.review.run(as('stranger'), id, accepted);
    expect(refusalsOf(hidden)).toEqual(['NOT_FOUND id']);
    expect(await app.review.run(as('reviewer'), randomUUID(), accepted)).toEqual(hidden);
    await expect(app.review.run(as('reader'), id, accepted)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('leaves one link in the chain of the initiative for each change, and none for a refusal', async () => {
    const kpiId = await defineKpi();
    await app.record.run(as('machine'), [measured(kpiId)]);
    const id = await submitDocument();
    await app.review.run(as('manager'), id, accepted);
    await app.review.run(as('reviewer'), id, accepted);
    const events = (await app.auditEvents.pageOfInitiative(initiativeId, 10, null)).nodes;
    expect(events.map((event) => [event.action, event.actorId])).toEqual([
      ['evidence.reviewed', ids.reviewer],
      ['evidence.submitted', ids.manager],
      ['measurements.recorded', ids.machine],
      ['kpi.defined', ids.manager],
    ]);
    expect(await app.auditEvents.verify(portfolioId)).toMatchObject({ ok: true });
  });
});
