import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { TemplateDraft } from '../../src/domain/pipeline/validate-template.js';
import { countStatements } from '../support/count-statements.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Client, type Json, type TestServer } from '../support/server.js';

const CATALOGUE = `{ workflowTemplates { key newest { version name } versions { state initiatives template { version stages { key } } } } }`;
const DRY_RUN = `query ($portfolio: String!, $input: WorkflowTemplatePublishInput!, $mapping: [StageMappingInput!], $first: Int) {
  workflowTemplateDryRun(portfolioKey: $portfolio, input: $input, stageMapping: $mapping, first: $first) {
    version userErrors { code field }
    previews { totalCount nodes {
      initiative { key } canMove effects { kind gateKey }
      standingBefore { gateKey ready metCount mustMeetCount } standingAfter { gateKey ready metCount mustMeetCount }
    } }
  }
}`;

const { key } = DEFAULT_TEMPLATE;

/** The default workflow with a document more at the exit of its intake. */
const stricter: TemplateDraft = {
  ...DEFAULT_TEMPLATE,
  stages: DEFAULT_TEMPLATE.stages.map((stage, place) => {
    const [first] = stage.exitGate?.criteria ?? [];
    return place === 0 && stage.exitGate && first
      ? {
          ...stage,
          exitGate: {
            ...stage.exitGate,
            criteria: [...stage.exitGate.criteria, { ...first, key: 'ethics-note', name: 'Ethics note' }],
          },
        }
      : stage;
  }),
};

describe('a template before it is published', () => {
  let server: TestServer;
  let company: Company;
  let designer: Client;
  let stranger: Client;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    designer = await server.member('Dora Designer', company.key, ['PROCESS_DESIGNER']);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OTHER", name: "Other" }) { userErrors { message } } }',
    );
    stranger = await server.member('Sven Stranger', 'OTHER', ['PROGRAM_MANAGER']);
    await company.create();
    await company.create();
  });

  afterAll(() => server.stop());

  const dryRun = async (input: TemplateDraft, given: Json = {}, by: Client = designer): Promise<Json> =>
    (await by.ask(DRY_RUN, { portfolio: company.key, input, ...given })).workflowTemplateDryRun;

  it('says who may publish', async () => {
    const mayPublish = async (by: Client): Promise<boolean> =>
      (await by.ask('{ viewer { mayPublishTemplates } }')).viewer.mayPublishTemplates as boolean;
    expect(await mayPublish(designer)).toBe(true);
    expect(await mayPublish(server.admin)).toBe(true);
    expect(await mayPublish(company.manager)).toBe(false);
  });

  it('lists every template with its versions, and counts initiatives for those who may know of them', async () => {
    const { workflowTemplates } = await designer.ask(CATALOGUE);
    const own = (templates: Json): Json => templates.find((each: Json) => each.key === key);
    expect(own(workflowTemplates).versions).toMatchObject([
      { state: 'NEWEST', initiatives: 2, template: { version: 1, stages: expect.anything() } },
    ]);
    expect(own((await stranger.ask(CATALOGUE)).workflowTemplates).versions).toMatchObject([
      { state: 'NEWEST', initiatives: 0 },
    ]);
  });

  it('is tried without a trace: what it asks more, and which gates would not be ready any more', async () => {
    const before = (await server.admin.ask(`{ auditVerify(portfolioKey: "${company.key}") { checked } }`)).auditVerify;
    const run = await dryRun(stricter);
    expect(run).toMatchObject({ version: 2, userErrors: [], previews: { totalCount: 2 } });
    const [node] = run.previews.nodes;
    expect(node.effects).toEqual([{ kind: 'NEW_OPEN_CRITERION', gateKey: 'g0' }]);
    expect(node.standingAfter).toEqual({
      ...node.standingBefore,
      ready: false,
      mustMeetCount: Number(node.standingBefore.mustMeetCount) + 1,
    });
    const { workflowTemplate, auditVerify } = await server.admin.ask(
      `{ workflowTemplate(key: "${key}") { version } auditVerify(portfolioKey: "${company.key}") { checked } }`,
    );
    expect([workflowTemplate.version, auditVerify]).toEqual([1, before]);
  });

  it('is of a new template as well, which nobody is on', async () => {
    expect(await dryRun({ ...stricter, key: 'brand-new' })).toEqual({
      version: 1,
      userErrors: [],
      previews: { totalCount: 0, nodes: [] },
    });
  });

  it('tells of an initiative whose stage is gone, and where a mapping leads it', async () => {
    const [first, second, ...rest] = stricter.stages;
    if (!first || !second) {
      throw new Error('The default template has more stages than two.');
    }
    const renamed = { ...stricter, stages: [{ ...first, key: 'idea' }, second, ...rest] };
    const lost = await dryRun(renamed);
    expect(lost.previews.nodes[0]).toMatchObject({ canMove: false, standingAfter: null });
    const mapped = await dryRun(renamed, { mapping: [{ from: first.key, to: 'idea' }] });
    expect(mapped.previews.nodes[0]).toMatchObject({ canMove: true, standingAfter: { gateKey: 'g0', ready: false } });
  });

  it('is refused for all that publishing would refuse, at once', async () => {
    const wrong = { ...stricter, name: '', stages: stricter.stages.slice(0, 1) };
    const run = await dryRun(wrong, { mapping: [{ from: 'nowhere', to: 'nothing' }] });
    expect(run).toMatchObject({ version: null, previews: null });
    expect(run.userErrors).toEqual(
      expect.arrayContaining([
        { code: 'INVALID', field: ['input', 'name'] },
        { code: 'INVALID', field: ['stageMapping', '0', 'from'] },
      ]),
    );
    expect((await dryRun(stricter, {}, stranger)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['portfolioKey'] }]);
  });

  it('asks the database as often for many initiatives as for one', async () => {
    for (let more = 0; more < 6; more += 1) {
      await company.create();
    }
    const statements = (first: number): Promise<number> =>
      countStatements(server.served, () => dryRun(stricter, { first }));
    expect(await statements(8)).toBe(await statements(1));
  });

  it('is superseded once the next is published, and those on it are still counted there', async () => {
    await designer.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message } } }',
      { input: stricter },
    );
    await company.create();
    const { workflowTemplates } = await designer.ask(CATALOGUE);
    expect(workflowTemplates.find((each: Json) => each.key === key)).toMatchObject({
      newest: { version: 2 },
      versions: [
        { state: 'NEWEST', initiatives: 1, template: { version: 2 } },
        { state: 'SUPERSEDED', initiatives: 8, template: { version: 1 } },
      ],
    });
  });
});
