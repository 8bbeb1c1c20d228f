import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { captureStatements, type SentStatement } from '../support/capture-statements.js';
import { startTestServer, type TestServer } from '../support/server.js';

const BOARD = `query ($first: Int!) { portfolio(key: "READ") { initiatives(first: $first, orderBy: UPDATED_DESC) {
  nodes {
    id key name status valueThesis investmentClass riskTier health daysInStage updatedAt businessUnit
    stage { key name } owner { id name }
    gate { definition { key name } readiness { metCount mustMeetCount ready assessments { criterion { key name } status } } }
  }
  pageInfo { hasNextPage endCursor } } } }`;

const WHOLE = `query ($id: ID!) { initiative(id: $id) {
  id key name problem status health healthReason daysInStage version createdAt updatedAt owner { id name } sponsor { id name } stage { key name }
  stageVisits { stage { key name } enteredAt leftAt }
  gate { definition { key name } readiness { metCount mustMeetCount ready assessments {
    criterion { key name kind } status evidence { id status summary url effectiveOn submittedAt submittedBy { id name } } } } }
  kpis { id name unit role latest { value measuredOn sampleSize source } }
  auditEvents(first: 20) { nodes { sequence at action actor { id name } subjectType subjectId changes } } } }`;

const SPLIT = `{ portfolio(key: "READ") { effortSplit(from: "2026-01-01", to: "2026-03-31", groupBy: BUSINESS_UNIT) {
  personDays coveragePercent shares { category { key name } personDays percent }
  groups { key label personDays shares { category { key } personDays percent } } } } }`;

const FUNNEL = `{ portfolio(key: "READ") { funnel(from: "2026-01-01", to: "2026-12-31") {
  endToEndPercent stages { stage { key name } entered advanced stopped remaining conversionPercent } } } }`;

/** What grows for as long as a portfolio is worked on, and is never read from one end to the other. */
const HISTORY =
  /^(audit_event|audit_chain|change_feed|effort_|evidence|finding|initiative_revision|kpi_|rest|stage_|status_change|ticket|waiver)/;

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}

/** What a plan reads, and how. */
const readsIn = (node: Node): readonly string[] => [
  ...(node['Relation Name'] === undefined
    ? []
    : [
        `${node['Relation Name']}: ${node['Node Type']}${node['Index Name'] === undefined ? '' : ` ${node['Index Name']}`}`,
      ]),
  ...(node.Plans ?? []).flatMap(readsIn),
];

describe('what is asked most', () => {
  let server: TestServer;
  let id: string;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "READ", name: "Read" }) { userErrors { message } } }',
    );
    const manager = await server.member('Manager', 'READ', ['PROGRAM_MANAGER']);
    for (let index = 0; index < 12; index += 1) {
      const { initiativeCreate } = await manager.ask(
        'mutation ($name: String!) { initiativeCreate(input: { portfolioKey: "READ", name: $name, problem: "Many", valueThesis: COST, businessUnit: "Claims" }) { initiative { id } } }',
        { name: `Initiative ${index}` },
      );
      id = initiativeCreate.initiative.id as string;
      await manager.ask(
        `mutation ($id: ID!, $key: String!, $external: String!) {
          kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS, direction: DECREASE, dataSource: "Ledger", target: "5", baselineValue: "9", baselineMeasuredOn: "2026-02-01" }) { userErrors { message } }
          evidenceSubmit(initiativeId: $id, criterionKey: "problem-statement", input: { document: { summary: "Why", url: "https://example.org", effectiveOn: "2026-03-01" } }) { userErrors { message } }
          effortRecord(portfolioKey: "READ", entries: [{ initiativeKey: $key, amount: "1", person: "P", workedOn: "2026-02-10", categoryKey: "ALGORITHMS", source: "s", externalId: $external }]) { userErrors { message } }
        }`,
        { id, key: `READ-${index + 1}`, external: `e-${index}` },
      );
    }
  });
  afterAll(() => server.stop());

  const statementsOf = async (query: string, variables: Record<string, unknown>): Promise<readonly SentStatement[]> => {
    // Before, so that what changed is looked at, what that finds is told, and what is remembered is.
    for (let time = 0; time < 3; time += 1) {
      await server.admin.ask(query, variables);
    }
    return captureStatements(server.served, () => server.admin.ask(query, variables));
  };

  it.each<[string, string, () => Record<string, unknown>, number, number]>([
    ['a page of the board', BOARD, () => ({ first: 10 }), 2, 2],
    ['an initiative whole', WHOLE, () => ({ id }), 8, 4],
    ['the 70/20/10 of a quarter', SPLIT, () => ({}), 3, 2],
    ['the funnel of a year', FUNNEL, () => ({}), 4, 4],
  ])(
    'takes so many statements, and so many messages: %s',
    async (_, query, variables, statementCount, messageCount) => {
      const statements = await statementsOf(query, variables());
      expect(statements.map(({ text }) => text.replaceAll(/\s+/g, ' ').slice(0, 60))).toHaveLength(statementCount);
      expect(new Set(statements.map(({ message }) => message)).size).toBe(messageCount);
    },
  );

  it('takes no more statements for a longer page', async () => {
    const short = await statementsOf(BOARD, { first: 2 });
    expect(await statementsOf(BOARD, { first: 12 })).toHaveLength(short.length);
  });

  it('never reads history from one end to the other', async () => {
    const plans: Record<string, readonly string[]> = {};
    const runner = server.source.createQueryRunner();
    try {
      // A small table is read whole because it is small: what counts is whether an index could be gone by.
      await runner.query('SET enable_seqscan = off');
      for (const [name, query, variables] of [
        ['board', BOARD, { first: 10 }],
        ['initiative', WHOLE, { id }],
        ['split', SPLIT, {}],
        ['funnel', FUNNEL, {}],
      ] as const) {
        const reads = new Set<string>();
        for (const { text, values } of await statementsOf(query, variables)) {
          const [row] = (await runner.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values])) as [
            { 'QUERY PLAN': readonly [{ Plan: Node }] },
          ];
          readsIn(row['QUERY PLAN'][0].Plan).forEach((read) => reads.add(read));
        }
        plans[name] = [...reads].filter((read) => HISTORY.test(read)).toSorted();
      }
    } finally {
      await runner.query('RESET enable_seqscan');
      await runner.release();
    }
    expect(
      Object.values(plans)
        .flat()
        .filter((read) => read.includes('Seq Scan')),
    ).toEqual([]);
    expect(plans).toMatchSnapshot();
  });
});
