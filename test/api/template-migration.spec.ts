import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { TemplateDraft } from '../../src/domain/pipeline/validate-template.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const PREVIEW = `query ($mapping: [StageMappingInput!], $ids: [ID!], $version: Int) {
  templateMigrationPreview(portfolioKey: "CLAIMS", templateKey: "ai-poc-to-production", toVersion: $version, stageMapping: $mapping, initiativeIds: $ids) {
    totalCount
    nodes {
      initiative { key } fromVersion fromStage { key } toStage { key } canMove
      effects { kind message blocks stageKey gateKey criterionKey statusBefore statusAfter referenceIds }
    }
  }
}`;
const MIGRATE = `mutation ($input: TemplateMigrateInput!) {
  templateMigrate(portfolioKey: "CLAIMS", input: $input) { migrated stayed template { version } userErrors { code message field } }
}`;
const STANDING = `query ($id: ID!) {
  initiative(id: $id) {
    version template { version } stage { key } daysInStage
    decisions { nodes { gateKey templateVersion snapshot } }
    stageVisits { stage { key } enteredAt leftAt }
    gates { definition { key criteria { key } } }
    auditEvents(first: 1) { nodes { action actor { name } changes } }
  }
}`;

/** The default workflow with one more criterion at the exit of its PoC. */
const withBiasAudit: TemplateDraft = {
  ...DEFAULT_TEMPLATE,
  stages: DEFAULT_TEMPLATE.stages.map((stage) =>
    stage.key === 'poc' && stage.exitGate
      ? {
          ...stage,
          exitGate: {
            ...stage.exitGate,
            criteria: [
              ...stage.exitGate.criteria,
              {
                key: 'bias-audit',
                name: 'Bias audit',
                kind: 'DOCUMENT',
                weight: 'MUST_MEET',
                veto: false,
                guidance: 'Who is treated otherwise, and how it was measured.',
                example: null,
                validForDays: null,
                riskTiers: null,
                settings: {},
              },
            ],
          },
        }
      : stage,
  ),
};

describe('a new version of the template (story 9)', () => {
  let server: TestServer;
  let designer: Member;
  let manager: Member;
  let reviewer: Member;
  let gatekeeper: Member;
  const ids: Record<string, string> = {};

  const publish = async (draft: TemplateDraft): Promise<number> => {
    const { workflowTemplatePublish } = await designer.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { template { version } userErrors { message } } }',
      { input: draft },
    );
    expect(workflowTemplatePublish.userErrors).toEqual([]);
    return workflowTemplatePublish.template.version as number;
  };

  const create = async (name: string): Promise<void> => {
    const { initiativeCreate } = await manager.ask(
      'mutation ($name: String!) { initiativeCreate(input: { portfolioKey: "CLAIMS", name: $name, problem: "Slow", valueThesis: COST }) { initiative { id } } }',
      { name },
    );
    ids[name] = initiativeCreate.initiative.id as string;
  };

  const standing = async (name: string) => (await manager.ask(STANDING, { id: ids[name] })).initiative;

  const requestReview = async (name: string): Promise<string> => {
    const { gateReviewRequest } = await manager.ask(
      'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } userErrors { message } } }',
      { id: ids[name] },
    );
    expect(gateReviewRequest.userErrors).toEqual([]);
    return gateReviewRequest.review.id as string;
  };

  const decide = async (name: string, outcome: string, review?: string): Promise<void> => {
    const reviewId = review ?? (await requestReview(name));
    const { version } = await standing(name);
    const { gateDecide } = await gatekeeper.ask(
      'mutation ($id: ID!, $input: GateDecideInput!) { gateDecide(reviewId: $id, input: $input) { userErrors { message } } }',
      { id: reviewId, input: { outcome, rationale: 'Decided', expectedVersion: version } },
    );
    expect(gateDecide.userErrors).toEqual([]);
  };

  const hand = async (name: string, criterion: string): Promise<string> => {
    const { evidenceSubmit } = await manager.ask(
      `mutation ($id: ID!, $criterion: String!) { evidenceSubmit(initiativeId: $id, criterionKey: $criterion,
        input: { document: { summary: "It", url: "https://example.org/d", effectiveOn: "2026-03-01" } }) { evidence { id } userErrors { message } } }`,
      { id: ids[name], criterion },
    );
    expect(evidenceSubmit.userErrors).toEqual([]);
    await reviewer.ask(
      'mutation ($id: ID!) { evidenceReview(id: $id, input: { outcome: ACCEPTED }) { userErrors { message } } }',
      {
        id: evidenceSubmit.evidence.id,
      },
    );
    return evidenceSubmit.evidence.id as string;
  };

  const migrate = async (input: Record<string, unknown>, as: Client = designer) =>
    (
      await as.ask(MIGRATE, {
        input: { templateKey: 'ai-poc-to-production', reason: 'Bias must be looked at', ...input },
      })
    ).templateMigrate;

  const events = async (): Promise<number> => {
    const { auditVerify } = await manager.ask('{ auditVerify(portfolioKey: "CLAIMS") { ok checked } }');
    expect(auditVerify.ok).toBe(true);
    return auditVerify.checked as number;
  };

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "CLAIMS", name: "Claims", timeZone: "Europe/Berlin" }) { userErrors { message } } }',
    );
    designer = await server.member('Designer', 'CLAIMS', ['PROCESS_DESIGNER']);
    manager = await server.member('Manager', 'CLAIMS', ['PROGRAM_MANAGER']);
    reviewer = await server.member('Reviewer', 'CLAIMS', ['EVIDENCE_REVIEWER']);
    gatekeeper = await server.member('Gatekeeper', 'CLAIMS', ['GATEKEEPER']);
    await publish(DEFAULT_TEMPLATE);
    expect(await publish(DEFAULT_TEMPLATE)).toBe(3);
    for (const name of ['in intake', 'in discovery', 'killed']) {
      await create(name);
    }
    await hand('in discovery', 'problem-statement');
    await decide('in discovery', 'GO');
    await decide('killed', 'KILL');
  });

  afterAll(() => server.stop());

  it('leaves initiatives on version 3, and their decisions print 3', async () => {
    server.at('2026-03-12T09:00:00Z');
    expect(await publish(withBiasAudit)).toBe(4);
    await create('new');
    expect((await standing('new')).template.version).toBe(4);
    for (const name of ['in intake', 'in discovery', 'killed']) {
      expect((await standing(name)).template.version).toBe(3);
    }
    expect((await standing('in discovery')).decisions.nodes).toMatchObject([{ gateKey: 'g0', templateVersion: 3 }]);
    await hand('in intake', 'problem-statement');
    await decide('in intake', 'GO');
    expect((await standing('in intake')).decisions.nodes).toMatchObject([{ gateKey: 'g0', templateVersion: 3 }]);
  });

  it('is previewed: what each would gain, without those who have ended or are on it already', async () => {
    const { templateMigrationPreview } = await manager.ask(PREVIEW);
    expect(templateMigrationPreview.totalCount).toBe(2);
    for (const [index, key] of ['CLAIMS-1', 'CLAIMS-2'].entries()) {
      expect(templateMigrationPreview.nodes[index]).toEqual({
        initiative: { key },
        fromVersion: 3,
        fromStage: { key: 'discovery' },
        toStage: { key: 'discovery' },
        canMove: true,
        effects: [
          {
            kind: 'NEW_OPEN_CRITERION',
            message: 'Bias audit (bias-audit) would be asked for at gate g2, and is MISSING: No document is submitted.',
            blocks: false,
            stageKey: null,
            gateKey: 'g2',
            criterionKey: 'bias-audit',
            statusBefore: null,
            statusAfter: 'MISSING',
            referenceIds: [],
          },
        ],
      });
    }
  });

  it('changes nothing by a preview, nor is it for those who only manage', async () => {
    const before = await events();
    await manager.ask(PREVIEW);
    expect(await events()).toBe(before);
    const { errors } = await manager.answer(MIGRATE, {
      input: { templateKey: 'ai-poc-to-production', reason: 'I want to' },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await standing('in intake')).template.version).toBe(3);
  });

  it('is moved to in one audited transaction, with clocks that go on', async () => {
    const [before, count] = [await standing('in discovery'), await events()];
    expect(before.daysInStage).toBe(10);
    expect(await migrate({})).toEqual({ migrated: 2, stayed: 0, template: { version: 4 }, userErrors: [] });
    expect(await events()).toBe(count + 3);
    const after = await standing('in discovery');
    expect(after).toMatchObject({
      version: Number(before.version) + 1,
      template: { version: 4 },
      stage: { key: 'discovery' },
      daysInStage: 10,
      stageVisits: before.stageVisits,
      auditEvents: {
        nodes: [
          {
            action: 'initiative.templateMigrated',
            actor: { name: 'Designer' },
            changes: {
              templateVersion: { from: 3, to: 4 },
              stage: { from: 'discovery', to: 'discovery' },
              reason: 'Bias must be looked at',
            },
          },
        ],
      },
    });
    expect(after.gates[2].definition.criteria.map(({ key }: { key: string }) => key)).toContain('bias-audit');
  });

  it('does not change what was decided, and later decisions print 4', async () => {
    const decisions = (await standing('in discovery')).decisions.nodes;
    expect(decisions).toMatchObject([{ templateVersion: 3, snapshot: { template: { version: 3 } } }]);
    await decide('in discovery', 'HOLD');
    expect((await standing('in discovery')).decisions.nodes).toMatchObject([
      { gateKey: 'g1', templateVersion: 4, snapshot: { template: { version: 4 } } },
      { gateKey: 'g0', templateVersion: 3 },
    ]);
  });

  it('does not change what the gates asked for before', async () => {
    const { initiative } = await manager.ask(
      `query ($id: ID!) { initiative(id: $id) {
        then: gates(asOf: "2026-03-12T08:00:00Z") { definition { key criteria { key } } readiness { assessments { criterion { key } } } }
        now: gates { definition { key } then: readiness(asOf: "2026-03-12T08:00:00Z") { assessments { criterion { key } } } readiness { assessments { criterion { key } } } }
      } }`,
      { id: ids['in intake'] },
    );
    const keysOf = (assessments: { criterion: { key: string } }[]) => assessments.map(({ criterion }) => criterion.key);
    const [then, now] = [initiative.then[2], initiative.now[2]];
    expect(then.definition.criteria.map(({ key }: { key: string }) => key)).not.toContain('bias-audit');
    expect(keysOf(then.readiness.assessments)).not.toContain('bias-audit');
    expect(keysOf(now.then.assessments)).toEqual(keysOf(then.readiness.assessments));
    expect(keysOf(now.readiness.assessments)).toEqual([...keysOf(then.readiness.assessments), 'bias-audit']);
  });

  it('moves nobody where one has no home, and tells what would be lost', async () => {
    server.at('2026-03-20T09:00:00Z');
    const evidence = await hand('new', 'problem-statement');
    const short: TemplateDraft = {
      ...withBiasAudit,
      stages: withBiasAudit.stages
        .filter(({ key }) => key !== 'discovery')
        .map((stage) =>
          stage.key === 'intake' && stage.exitGate
            ? {
                ...stage,
                exitGate: {
                  ...stage.exitGate,
                  criteria: stage.exitGate.criteria.map((criterion) => ({ ...criterion, key: 'one-pager' })),
                },
              }
            : stage,
        ),
    };
    expect(await publish(short)).toBe(5);

    const { templateMigrationPreview } = await manager.ask(PREVIEW);
    expect(
      templateMigrationPreview.nodes.map(
        (node: { initiative: { key: string }; canMove: boolean; effects: { kind: string }[] }) => [
          node.initiative.key,
          node.canMove,
          node.effects.map(({ kind }) => kind),
        ],
      ),
    ).toEqual([
      ['CLAIMS-1', false, ['STAGE_GONE', 'ORPHANED_EVIDENCE']],
      ['CLAIMS-2', false, ['STAGE_GONE', 'ORPHANED_EVIDENCE']],
      [
        'CLAIMS-4',
        true,
        [
          'WAY_CHANGED',
          'NEW_OPEN_CRITERION',
          'CRITERION_DROPPED',
          'CRITERION_DROPPED',
          'CRITERION_DROPPED',
          'CRITERION_DROPPED',
          'ORPHANED_EVIDENCE',
        ],
      ],
    ]);
    expect(templateMigrationPreview.nodes[2].effects.at(-1).referenceIds).toEqual([evidence]);

    const count = await events();
    const named = [ids['new'], ids['in discovery'], ids['in intake']];
    expect(await migrate({ initiativeIds: named })).toMatchObject({
      migrated: 0,
      template: null,
      userErrors: [
        {
          code: 'WRONG_STATE',
          field: ['input', 'initiativeIds', '1'],
          message: expect.stringContaining('CLAIMS-2 stands in discovery'),
        },
        { code: 'WRONG_STATE', field: ['input', 'initiativeIds', '2'], message: expect.stringContaining('CLAIMS-1') },
      ],
    });
    expect(await events()).toBe(count);
    expect((await standing('new')).template.version).toBe(4);
  });

  it('moves nobody who is under review, and by a mapping the rest', async () => {
    const review = await requestReview('in intake');
    const mapping = [{ from: 'discovery', to: 'intake' }];
    const initiativeIds = [ids['in discovery'], ids['in intake']];
    expect(await migrate({ initiativeIds, stageMapping: mapping })).toMatchObject({
      migrated: 0,
      userErrors: [
        {
          code: 'WRONG_STATE',
          field: ['input', 'initiativeIds', '1'],
          message: 'A review of CLAIMS-1 is open at gate g1; it moves once that is decided or called off.',
        },
      ],
    });
    const before = await standing('in discovery');
    expect(await migrate({ stageMapping: mapping })).toMatchObject({ migrated: 2, stayed: 1, userErrors: [] });
    expect(await standing('in discovery')).toMatchObject({
      stage: { key: 'intake' },
      template: { version: 5 },
      daysInStage: before.daysInStage,
    });
    await decide('in intake', 'HOLD', review);
    expect((await standing('in intake')).decisions.nodes[0]).toMatchObject({ gateKey: 'g1', templateVersion: 4 });
    expect(await migrate({ stageMapping: mapping })).toMatchObject({ migrated: 1, stayed: 0 });
  });

  it('is refused with every reason at once where the arguments are at fault', async () => {
    expect(await migrate({ reason: ' ', initiativeIds: [], toVersion: 0 })).toMatchObject({
      migrated: 0,
      stayed: 0,
      userErrors: expect.arrayContaining([
        expect.objectContaining({ code: 'INVALID', field: ['input', 'reason'] }),
        expect.objectContaining({ code: 'INVALID', field: ['input', 'initiativeIds'] }),
        expect.objectContaining({ code: 'INVALID', field: ['input', 'toVersion'] }),
      ]),
    });
    expect(await migrate({ stageMapping: [{ from: 'nowhere', to: 'never' }] })).toMatchObject({
      userErrors: [
        { code: 'INVALID', field: ['input', 'stageMapping', '0', 'from'] },
        { code: 'INVALID', field: ['input', 'stageMapping', '0', 'to'] },
      ],
    });
    expect(await migrate({ toVersion: 4, initiativeIds: [ids['killed'], ids['new']] })).toMatchObject({
      userErrors: [
        { code: 'WRONG_STATE', message: 'CLAIMS-3 is KILLED and stays on version 3.' },
        { code: 'INVALID', field: ['input', 'toVersion'] },
      ],
    });
    for (const variables of [{ version: 9 }, { mapping: [{ from: 'nowhere', to: 'poc' }] }]) {
      const { errors } = await manager.answer(PREVIEW, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('is unknown to whoever is no member', async () => {
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OTHER", name: "Other" }) { userErrors { message } } }',
    );
    const stranger = await server.member('Stranger', 'OTHER', ['PROCESS_DESIGNER', 'ADMIN']);
    expect(await migrate({}, stranger)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['portfolioKey'] }] });
    const { errors } = await stranger.answer(PREVIEW);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
