import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { valueOf } from '../support/plausible-values.js';
import { ROOT } from '../support/shared.js';
import { startTestServer, type TestServer } from '../support/server.js';

type Path = readonly (string | number)[];

const BAD = [
  null,
  '',
  ' ',
  'x',
  'a\u0000b',
  'a\ud800b',
  '\u200b',
  'x'.repeat(20_001),
  "' OR '1'='1",
  '%',
  'NaN',
  '1e3',
  '2026-02-30',
  '99999-01-01',
  '0000-01-01',
  '2026-01-01T24:00:00Z',
  '99999999999999999999999999',
  '__proto__',
  '{{7*7}}',
  -1,
  0,
  2_147_483_647,
  2_147_483_648,
  1.5,
  true,
  [],
  {},
];

const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));

function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, entry] of Object.entries(value)) {
      yield* leaves(entry, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  } else {
    yield path;
  }
}

const replaced = (value: unknown, [key, ...rest]: Path, bad: unknown): unknown => {
  if (key === undefined) {
    return bad;
  }
  if (Array.isArray(value)) {
    return value.map((entry, index) => (index === key ? replaced(entry, rest, bad) : entry) as unknown);
  }
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, bad) };
};

const selectionOf = (field: GraphQLField<unknown, unknown>): string =>
  isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';

/** How an edge with arguments is reached from the root. */
const WAY_TO: Readonly<Record<string, (inner: string) => string>> = {
  query: (inner) => inner,
  mutation: (inner) => inner,
  Portfolio: (inner) => `portfolio(key: "ABUSE") { ${inner} }`,
  Initiative: (inner) => `initiativeByKey(key: "ABUSE-1") { ${inner} }`,
  Gate: (inner) => `initiativeByKey(key: "ABUSE-1") { gate { ${inner} } }`,
  Kpi: (inner) => `initiativeByKey(key: "ABUSE-1") { kpis { ${inner} } }`,
  Viewer: (inner) => `viewer { ${inner} }`,
};

const documentOf = (kind: string, field: GraphQLField<unknown, unknown>): string => {
  const declared = field.args.map((arg: GraphQLArgument) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
  const passed = field.args.map((arg: GraphQLArgument) => `${arg.name}: $${arg.name}`).join(', ');
  const operation = kind === 'mutation' ? 'mutation' : 'query';
  return `${operation} (${declared}) { ${WAY_TO[kind]?.(`${field.name}(${passed}) ${selectionOf(field)}`) ?? ''} }`;
};

const roots = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
  ...['Portfolio', 'Initiative', 'Gate', 'Kpi', 'Viewer'].flatMap((name) =>
    Object.values((schema.getType(name) as GraphQLObjectType).getFields()).map((field) => [name, field] as const),
  ),
].filter(([, field]) => field.args.length > 0);

const SECRETS = /INTERNAL_SERVER_ERROR|syntax|violates|relation "|node_modules|\.js:\d+|SELECT |QueryFailed/;

describe('odd values in every place of every question and every change', () => {
  let server: TestServer;
  let id: string;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "ABUSE", name: "Abuse" }) { userErrors { message } } }',
    );
    const { initiativeCreate } = await server.admin.ask(
      'mutation { initiativeCreate(input: { portfolioKey: "ABUSE", name: "Target", problem: "Abuse", valueThesis: COST }) { initiative { id } } }',
    );
    id = initiativeCreate.initiative.id as string;
    await server.admin.ask(
      `mutation ($id: ID!) { kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS, direction: DECREASE, dataSource: "Ledger", target: "5" }) { userErrors { message } } }`,
      { id },
    );
  });

  afterAll(() => server.stop());

  it.each(roots.map(([kind, field]) => [`${kind} ${field.name}`, kind, field] as const))(
    'are taken or refused by %s, and never break it',
    async (_, kind, field) => {
      const document = documentOf(kind, field);
      const whole = Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.type, id)]));
      const attacks = [...leaves(whole)].flatMap((path) => BAD.map((bad) => replaced(whole, path, bad)));
      expect(attacks.length).toBeGreaterThanOrEqual(BAD.length);
      const broken: unknown[] = [];
      for (let start = 0; start < attacks.length; start += 8) {
        const answers = await Promise.all(
          attacks.slice(start, start + 8).map(async (variables) => ({
            variables,
            answer: await server.admin.answer(document, variables as Record<string, unknown>),
          })),
        );
        broken.push(
          ...answers.filter(
            ({ answer }) =>
              answer.status >= 500 ||
              answer.errors?.some((error) => SECRETS.test(`${error.extensions.code} ${error.message}`)),
          ),
        );
      }
      expect(broken).toEqual([]);
    },
  );

  it('leave the audit trail whole', async () => {
    const { auditVerify } = await server.admin.ask(
      '{ auditVerify(portfolioKey: "ABUSE") { ok firstBroken { reason } } }',
    );
    expect(auditVerify).toEqual({ ok: true, firstBroken: null });
  });
});
