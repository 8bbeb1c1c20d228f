import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Compilation } from '../../src/platform/graphql/compiled-documents.plugin.js';
import { createTestDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

const PORTFOLIO = 'mutation { portfolioCreate(input: { key: "JIT", name: "Jit" }) { userErrors { message } } }';
const INITIATIVE = `mutation { initiativeCreate(input: { portfolioKey: "JIT", name: "One", problem: "Slow", valueThesis: COST }) { initiative { id } } }`;

/** Documents that use each part of the language, answers of every kind, and what fails: each with its variables. */
const DOCUMENTS: readonly (readonly [string, string, Record<string, unknown>?])[] = [
  ['plain', '{ portfolio(key: "JIT") { key name template { key version } } }'],
  ['aliases', '{ a: portfolio(key: "JIT") { k: key } b: portfolio(key: "NONE") { key } }'],
  [
    'fragments',
    'query { portfolio(key: "JIT") { ...P initiatives(first: 1) { nodes { ... on Node { id } __typename } } } } fragment P on Portfolio { key __typename }',
  ],
  ['an interface', 'query ($id: ID!) { initiative(id: $id) { __typename ... on Node { id } } }', { id: 'x' }],
  [
    'skip and include',
    'query ($yes: Boolean!, $no: Boolean = false) { portfolio(key: "JIT") { key @include(if: $yes) name @skip(if: $yes) timeZone @include(if: $no) } }',
    { yes: true },
  ],
  [
    'defaults',
    'query ($first: Int = 1, $order: InitiativeOrder = KEY_ASC) { portfolio(key: "JIT") { initiatives(first: $first, orderBy: $order) { nodes { key } } } }',
  ],
  [
    'a default that is taken away',
    'query ($first: Int = 1) { portfolio(key: "JIT") { initiatives(first: $first) { nodes { key } } } }',
    { first: null },
  ],
  [
    'an input object',
    'query ($filter: InitiativeFilter) { portfolio(key: "JIT") { initiatives(filter: $filter) { nodes { key } totalCount } } }',
    { filter: { statuses: ['ACTIVE'], search: 'one' } },
  ],
  ['an argument that is refused', '{ portfolio(key: "JIT") { key initiatives(first: 0) { nodes { key } } } }'],
  [
    'a scalar that cannot be read',
    'query ($asOf: DateTime) { portfolio(key: "JIT") { aging(asOf: $asOf) { stage { key } } } }',
    { asOf: 'yesterday' },
  ],
  [
    'a text that cannot be stored',
    'query ($after: String) { portfolio(key: "JIT") { initiatives(after: $after) { nodes { key } } } }',
    { after: 'a\u0000b' },
  ],
  ['a variable of another type', 'query ($key: String!) { portfolio(key: $key) { key } }', { key: 7 }],
  ['a variable that is missing', 'query ($key: String!) { portfolio(key: $key) { key } }'],
  [
    'an enum that is none',
    'query ($order: InitiativeOrder) { portfolio(key: "JIT") { initiatives(orderBy: $order) { nodes { key } } } }',
    { order: 'SIDEWAYS' },
  ],
  ['nothing that is there', '{ initiativeByKey(key: "JIT-99") { key } }'],
  ['introspection', '{ __schema { queryType { name } } __type(name: "Portfolio") { name kind } }'],
  [
    'lists in lists',
    '{ portfolio(key: "JIT") { template { stages { key exitGate { key criteria { key name settings riskTiers } } } } initiatives { edges { cursor node { key gate { readiness { ready assessments { status criterion { key } evidence { id } waiver { id } } refusals { __typename message } } } } } } } }',
  ],
];

describe('documents that were compiled', () => {
  let compiled: TestServer;
  let read: TestServer;

  beforeAll(async () => {
    const database = await createTestDatabase();
    compiled = await startTestServer(undefined, { database, compilation: new Compilation(1, true) });
    read = await startTestServer(undefined, { database, compilation: new Compilation(Infinity) });
    await compiled.admin.ask(PORTFOLIO);
    await compiled.admin.ask(INITIATIVE);
  });
  afterAll(async () => {
    await read.app.close();
    await compiled.stop();
  });

  const cases = DOCUMENTS.map(([name, query, variables = {}]) => [name, query, variables] as const);
  it.each(cases)('are answered as the others are: %s', async (_, query, variables) => {
    const expected = await read.admin.answer(query, variables);
    // The first time and the second, by what was kept of it.
    expect(await compiled.admin.answer(query, variables)).toEqual(expected);
    expect(await compiled.admin.answer(query, variables)).toEqual(expected);
    expect(JSON.stringify(expected)).not.toContain('INTERNAL');
  });

  it('are told apart by the operation that is asked for', async () => {
    const query = 'query One { portfolio(key: "JIT") { key } } query Other { portfolio(key: "JIT") { name } }';
    const ask = async (operationName: string): Promise<unknown> => {
      const response = await fetch(`${compiled.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${compiled.admin.token}` },
        body: JSON.stringify({ query, operationName }),
      });
      return ((await response.json()) as { data: unknown }).data;
    };
    expect(await ask('One')).toEqual({ portfolio: { key: 'JIT' } });
    expect(await ask('Other')).toEqual({ portfolio: { name: 'Jit' } });
    expect(await ask('One')).toEqual({ portfolio: { key: 'JIT' } });
  });
});
