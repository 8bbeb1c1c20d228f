import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../src/platform/canonical-json.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const READINESS = `query ($id: ID!) {
  initiative(id: $id) {
    id key version status stage { key }
    gate {
      definition { key quorum }
      readiness { ready metCount mustMeetCount assessments { criterion { key weight } status blocks reason remedy evidence { id } } }
      currentReview { id }
    }
  }
}`;

const SUBMIT = `mutation ($id: ID!, $criterion: String!, $input: EvidenceInput!) {
  evidenceSubmit(initiativeId: $id, criterionKey: $criterion, input: $input) { evidence { id status } userErrors { code message field } }
}`;
const REVIEW = `mutation ($id: ID!) {
  evidenceReview(id: $id, input: { outcome: ACCEPTED }) { evidence { id status } userErrors { code message } }
}`;
const REQUEST = `mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } userErrors { code message } } }`;
const VOTE = `mutation ($id: ID!) { gateVoteCast(reviewId: $id, input: { outcome: GO }) { review { votes { outcome voter { id } } } userErrors { code message } } }`;
const DECIDE = `mutation ($id: ID!, $input: GateDecideInput!) {
  gateDecide(reviewId: $id, input: $input) {
    decision { id outcome snapshot snapshotSha256 templateVersion fromStage { key } toStage { key } }
    initiative { version status stage { key } }
    userErrors { code message field ... on CriterionError { criterion { criterion { key } status } } ... on StaleVersionError { currentVersion } }
  }
}`;

describe('the journey from intake to scale', () => {
  let server: TestServer;
  let manager: Member;
  let owner: Member;
  let reviewer: Member;
  let gatekeeper: Member;
  let secondGatekeeper: Member;
  let id: string;
  const kpis: Record<string, string> = {};

  const standing = async () => (await manager.ask(READINESS, { id })).initiative;

  const hand = async (criterion: string, input: Record<string, unknown>): Promise<void> => {
    const { evidenceSubmit } = await manager.ask(SUBMIT, { id, criterion, input });
    expect(evidenceSubmit.userErrors).toEqual([]);
    const { evidenceReview } = await reviewer.ask(REVIEW, { id: evidenceSubmit.evidence.id });
    expect(evidenceReview).toMatchObject({ evidence: { status: 'ACCEPTED' }, userErrors: [] });
  };

  const document = (criterion: string, effectiveOn: string) =>
    hand(criterion, {
      document: { summary: `The document for ${criterion}`, url: 'https://example.org/doc', effectiveOn },
    });

  const uxReview = (criterion: string, conductedOn: string) =>
    hand(criterion, {
      uxReview: {
        summary: 'Tested with adjusters',
        method: 'USABILITY_TEST',
        participants: 6,
        conductedOn,
        findings: [{ severity: 'MINOR', title: 'Small print', resolved: false }],
      },
    });

  const pass = async (voters: readonly Member[] = []) => {
    const { gateReviewRequest } = await manager.ask(REQUEST, { id });
    expect(gateReviewRequest.userErrors).toEqual([]);
    const review = gateReviewRequest.review.id as string;
    for (const voter of voters) {
      const { gateVoteCast } = await voter.ask(VOTE, { id: review });
      expect(gateVoteCast.userErrors).toEqual([]);
    }
    const { version } = await standing();
    const { gateDecide } = await gatekeeper.ask(DECIDE, {
      id: review,
      input: { outcome: 'GO', rationale: 'All is there', expectedVersion: version },
    });
    return { review, gateDecide };
  };

  beforeAll(async () => {
    server = await startTestServer();
    const { portfolioCreate } = await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "CLAIMS", name: "Claims", timeZone: "Europe/Berlin" }) { portfolio { key template { key version stages { key } } } userErrors { message } } }',
    );
    expect(portfolioCreate).toMatchObject({
      portfolio: { key: 'CLAIMS', template: { key: 'ai-poc-to-production', version: 1 } },
      userErrors: [],
    });
    owner = await server.member('Head of claims', 'CLAIMS', ['PROGRAM_MANAGER', 'GATEKEEPER']);
    manager = await server.member('Program manager', 'CLAIMS', ['PROGRAM_MANAGER']);
    reviewer = await server.member('UX lead', 'CLAIMS', ['EVIDENCE_REVIEWER']);
    gatekeeper = await server.member('Gatekeeper one', 'CLAIMS', ['GATEKEEPER']);
    secondGatekeeper = await server.member('Gatekeeper two', 'CLAIMS', ['GATEKEEPER']);
  });

  afterAll(() => server.stop());

  it('enters an initiative that is blocked at G0, with a reason and a remedy', async () => {
    const { initiativeCreate } = await manager.ask(
      'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id key stage { key } status version } userErrors { message } } }',
      {
        input: {
          portfolioKey: 'CLAIMS',
          name: 'Claims triage',
          problem: 'Adjusters read every letter twice',
          valueThesis: 'PRODUCTIVITY',
          ownerId: owner.userId,
        },
      },
    );
    expect(initiativeCreate).toMatchObject({
      initiative: { key: 'CLAIMS-1', stage: { key: 'intake' }, status: 'ACTIVE', version: 1 },
      userErrors: [],
    });
    id = initiativeCreate.initiative.id as string;
    const { gate } = await standing();
    expect(gate.definition.key).toBe('g0');
    expect(gate.readiness).toMatchObject({ ready: false, metCount: 0, mustMeetCount: 1 });
    const [assessment] = gate.readiness.assessments;
    expect(assessment).toMatchObject({ criterion: { key: 'problem-statement' }, status: 'MISSING', blocks: true });
    expect(assessment.reason).toMatch(/\w+/);
    expect(assessment.remedy).toMatch(/\w+/);
  });

  it('refuses a GO without evidence, names the criterion, and changes nothing', async () => {
    const { review, gateDecide } = await pass();
    expect(gateDecide.decision).toBeNull();
    expect(gateDecide.userErrors).toMatchObject([
      { code: 'CRITERION_UNMET', criterion: { criterion: { key: 'problem-statement' }, status: 'MISSING' } },
    ]);
    expect(await standing()).toMatchObject({
      version: 1,
      stage: { key: 'intake' },
      gate: { currentReview: { id: review } },
    });
  });

  it('lets nobody review what is their own, nor the owner vote or decide', async () => {
    const { evidenceSubmit } = await owner.ask(SUBMIT, {
      id,
      criterion: 'problem-statement',
      input: { document: { summary: 'The problem', url: 'https://example.org/p', effectiveOn: '2026-03-01' } },
    });
    const evidence = evidenceSubmit.evidence.id as string;
    const { evidenceReview } = await owner.ask(REVIEW, { id: evidence });
    expect(evidenceReview).toMatchObject({ evidence: null, userErrors: [{ code: 'SELF_REVIEW' }] });
    const { gate, version } = await standing();
    const { gateVoteCast } = await owner.ask(VOTE, { id: gate.currentReview.id });
    expect(gateVoteCast.userErrors).toMatchObject([{ code: 'OWNER_CANNOT_VOTE' }]);
    const { gateDecide } = await owner.ask(DECIDE, {
      id: gate.currentReview.id,
      input: { outcome: 'KILL', rationale: 'No', expectedVersion: version },
    });
    expect(gateDecide.userErrors.map((error: { code: string }) => error.code)).toContain('OWNER_CANNOT_VOTE');
    const accepted = await reviewer.ask(REVIEW, { id: evidence });
    expect(accepted.evidenceReview.evidence.status).toBe('ACCEPTED');
  });

  it('goes through G0 once the evidence is accepted', async () => {
    const { gate, version } = await standing();
    expect(gate.readiness.ready).toBe(true);
    const { gateDecide } = await gatekeeper.ask(DECIDE, {
      id: gate.currentReview.id,
      input: { outcome: 'GO', rationale: 'A real problem', expectedVersion: version },
    });
    expect(gateDecide).toMatchObject({
      decision: { outcome: 'GO', templateVersion: 1, fromStage: { key: 'intake' }, toStage: { key: 'discovery' } },
      initiative: { stage: { key: 'discovery' }, version: Number(version) + 1 },
      userErrors: [],
    });
  });

  it('goes through G1 with a KPI contract, data access and user research', async () => {
    server.at('2026-03-20T09:00:00Z');
    const define = async (input: Record<string, unknown>) => {
      const { kpiDefine } = await manager.ask(
        'mutation ($id: ID!, $input: KpiDefineInput!) { kpiDefine(initiativeId: $id, input: $input) { kpi { id } userErrors { message field } } }',
        { id, input },
      );
      expect(kpiDefine.userErrors).toEqual([]);
      return kpiDefine.kpi.id as string;
    };
    kpis['handleTime'] = await define({
      name: 'Handle time',
      unit: 'min',
      role: 'PRIMARY',
      class: 'BUSINESS',
      direction: 'DECREASE',
      dataSource: 'Telephony',
      target: '6.5',
      targetDate: '2026-12-31',
      baselineValue: '9.4',
      baselineMeasuredOn: '2026-03-15',
      baselineSampleSize: 2140,
    });
    kpis['reopenRate'] = await define({
      name: 'Reopen rate',
      unit: '%',
      role: 'GUARDRAIL',
      class: 'BUSINESS',
      direction: 'DECREASE',
      dataSource: 'Case system',
      target: '4.0',
    });
    await document('data-access', '2026-03-18');
    await uxReview('ux-research', '2026-03-17');
    expect((await pass()).gateDecide.userErrors).toEqual([]);
    expect((await standing()).stage.key).toBe('poc');
  });

  it('goes through G2 without the independent review that only HIGH risk needs', async () => {
    server.at('2026-05-04T09:00:00Z');
    await document('technical-feasibility', '2026-05-01');
    await uxReview('ux-review-poc', '2026-04-28');
    await document('risk-assessment', '2026-05-02');
    await hand('run-owner', { signOff: { statement: 'Operations will run it', effectiveOn: '2026-05-03' } });
    const { gate } = await standing();
    const independent = gate.readiness.assessments.find(
      (each: { criterion: { key: string } }) => each.criterion.key === 'independent-risk-review',
    );
    expect(independent).toMatchObject({ status: 'NOT_APPLICABLE', blocks: false });
    expect((await pass()).gateDecide.userErrors).toEqual([]);
    expect((await standing()).stage.key).toBe('pilot');
  });

  it('is blocked at Scale while the guardrail is breached (story 1)', async () => {
    server.at('2026-07-06T09:00:00Z');
    const measure = async (kpiId: string | undefined, value: string, sampleSize: number, measuredOn: string) => {
      const { kpiMeasurementsRecord } = await manager.ask(
        'mutation ($m: [KpiMeasurementInput!]!) { kpiMeasurementsRecord(measurements: $m) { recorded duplicates userErrors { message } } }',
        {
          m: [
            { kpiId, value, sampleSize, measuredOn, source: 'telephony', externalId: `${kpiId ?? ''}-${measuredOn}` },
          ],
        },
      );
      expect(kpiMeasurementsRecord).toMatchObject({ recorded: 1, userErrors: [] });
    };
    await measure(kpis['handleTime'], '6.1', 1880, '2026-07-01');
    await measure(kpis['reopenRate'], '5.2', 1880, '2026-07-01');
    const { initiative } = await manager.ask(
      'query ($id: ID!) { initiative(id: $id) { kpis { name attainmentPercent breached latest { value } } } }',
      { id },
    );
    expect(initiative.kpis).toMatchObject([
      { name: 'Handle time', attainmentPercent: '113.8', breached: false },
      { name: 'Reopen rate', attainmentPercent: null, breached: true },
    ]);
    const { gate } = await standing();
    const attainment = gate.readiness.assessments.find(
      (each: { criterion: { key: string } }) => each.criterion.key === 'kpi-attainment',
    );
    expect(attainment).toMatchObject({ status: 'NOT_MET', blocks: true });
    expect(attainment.reason).toContain('5.2');
    await measure(kpis['reopenRate'], '3.9', 1900, '2026-07-05');
  });

  it('asks for two votes at Scale and then goes through, with everything in its snapshot', async () => {
    await uxReview('ux-review', '2026-07-02');
    await hand('monitoring-plan', {
      monitoringPlan: {
        summary: 'Watched',
        effectiveOn: '2026-07-05',
        runbookUrl: 'https://example.org/runbook',
        rollbackProcedure: 'Switch off',
        onCall: 'Operations',
        reviewCadenceDays: 30,
        signals: [
          {
            name: 'Handle time',
            kind: 'KPI',
            kpiId: kpis['handleTime'],
            breachAbove: '9',
            cadenceHours: 24,
            alertChannel: '#ops',
            owner: 'Operations',
          },
          {
            name: 'Reopen rate',
            kind: 'KPI',
            kpiId: kpis['reopenRate'],
            breachAbove: '4',
            cadenceHours: 24,
            alertChannel: '#ops',
            owner: 'Operations',
          },
          {
            name: 'Input drift',
            kind: 'DRIFT',
            breachAbove: '0.2',
            cadenceHours: 24,
            alertChannel: '#ops',
            owner: 'Data science',
          },
        ],
      },
    });
    await hand('change-plan', {
      changePlan: {
        summary: 'Adjusters learn it',
        effectiveOn: '2026-07-05',
        communications: 'Weekly',
        supportContact: 'help@example.org',
        adoptionTargetPercent: '80',
        adoptionTargetDate: '2026-12-31',
        changeOwner: 'Claims',
        groups: [{ name: 'Adjusters', people: 120, impact: 'New screen', training: 'Two hours' }],
      },
    });
    await document('security-privacy', '2026-07-04');
    const alone = await pass();
    expect(alone.gateDecide.userErrors).toMatchObject([{ code: 'QUORUM_NOT_MET' }]);
    await secondGatekeeper.ask(VOTE, { id: alone.review });
    const { version } = await standing();
    const { gateDecide } = await gatekeeper.ask(DECIDE, {
      id: alone.review,
      input: { outcome: 'GO', rationale: 'Targets hold', expectedVersion: version },
    });
    expect(gateDecide).toMatchObject({ initiative: { stage: { key: 'scale' } }, userErrors: [] });
    const { snapshot, snapshotSha256 } = gateDecide.decision;
    expect(createHash('sha256').update(canonicalJson(snapshot)).digest('hex')).toBe(snapshotSha256);
    expect(snapshot.votes).toHaveLength(2);
    expect(snapshot.assessments.map((each: { criterionKey: string }) => each.criterionKey)).toContain('change-plan');
  });

  it('answers about the past what stood then', async () => {
    const { initiative } = await manager.ask(
      `query ($id: ID!) { initiative(id: $id) { gate { before: readiness(asOf: "2026-03-01T00:00:00Z") { metCount } now: readiness { metCount } }
        decisions { nodes { gateKey outcome } } stageVisits { stage { key } leftAt } daysInStage
        auditEvents(first: 3) { nodes { sequence action actor { name } } pageInfo { hasNextPage } } } }`,
      { id },
    );
    expect(initiative.gate).toMatchObject({ before: { metCount: 0 }, now: { metCount: 1 } });
    expect(initiative.decisions.nodes.map((decision: { gateKey: string }) => decision.gateKey)).toEqual([
      'g3',
      'g2',
      'g1',
      'g0',
    ]);
    expect(initiative.stageVisits.map((visit: { stage: { key: string } }) => visit.stage.key)).toEqual([
      'intake',
      'discovery',
      'poc',
      'pilot',
      'scale',
    ]);
    expect(initiative.auditEvents).toMatchObject({
      nodes: [{ action: 'gate.decided', actor: { name: 'Gatekeeper one' } }, {}, {}],
      pageInfo: { hasNextPage: true },
    });
  });

  it('keeps an audit trail that verifies, and names the link that was tampered with', async () => {
    const verify = async () =>
      (
        await manager.ask(
          '{ auditVerify(portfolioKey: "CLAIMS") { ok chains checked firstBroken { chain sequence reason } } }',
        )
      ).auditVerify;
    expect(await verify()).toMatchObject({ ok: true, chains: 2, firstBroken: null });
    const tampering = server.source.createQueryRunner();
    await tampering.query("SET session_replication_role = 'replica'");
    await tampering.query('ALTER TABLE audit_event DROP CONSTRAINT audit_event_hash');
    await tampering.query(
      "UPDATE audit_event SET body = replace(body, 'A real problem', 'A nice problem') WHERE chain = $1",
      [`initiative:${id}`],
    );
    await tampering.query("SET session_replication_role = 'origin'");
    await tampering.release();
    const broken = await verify();
    expect(broken).toMatchObject({ ok: false, firstBroken: { chain: `initiative:${id}` } });
    expect(broken.firstBroken.reason).toContain('changed after it was written');
  });
});
