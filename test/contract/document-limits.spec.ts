import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isObjectType,
  Kind,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  type DocumentNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { COST_POLICY } from '../../src/cost-policy.js';
import { EXAMPLES } from '../../src/modules/explorer/examples.js';
import { DOCUMENT_LIMITS, documentRules } from '../../src/platform/graphql/document-limits.js';
import { affordableCost } from '../../src/platform/graphql/operation-cost.js';
import { valueOf } from '../support/plausible-values.js';
import { ROOT } from '../support/shared.js';

const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));

const problemsOf = (document: DocumentNode): readonly string[] =>
  validate(schema, document, [...specifiedRules, ...documentRules(DOCUMENT_LIMITS)], {
    maxErrors: DOCUMENT_LIMITS.errors,
  }).map(({ message }) => message);
const operationsOf = (document: DocumentNode): readonly OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
const costOf = (document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}, operationName?: string) =>
  affordableCost(schema, { document, variables, operationName }, COST_POLICY);
const plausibleFor = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [
      variable.name.value,
      valueOf(typeFromAST(schema, type as never) as GraphQLInputType, 'an-id'),
    ]),
  );

/** What the board asks, by the hash it asks it by. */
const board = JSON.parse(
  readFileSync(join(ROOT, 'web', 'src', 'api', 'generated', 'persisted-documents.json'), 'utf8'),
) as Readonly<Record<string, string>>;
const nameIn = (text: string): string => operationsOf(parse(text))[0]?.name?.value ?? '';

const ours = [
  ...Object.values(board).map((text): [string, string] => [`the board's ${nameIn(text)}`, text]),
  ...EXAMPLES.map(({ name, document }): [string, string] => [`the explorer's "${name}"`, document]),
  ...[
    ...readFileSync(join(ROOT, 'docs', 'examples', 'federal-2024.md'), 'utf8').matchAll(/```graphql\n(.*?)```/gs),
  ].map(([, text = ''], index): [string, string] => [`question ${index + 1} of docs/examples/federal-2024.md`, text]),
];

describe('the limits of a document', () => {
  it.each(ours)('leave room for %s', (_, text) => {
    const document = parse(text, { maxTokens: DOCUMENT_LIMITS.tokens / 2 });
    expect(problemsOf(document)).toEqual([]);
    for (const operation of operationsOf(document)) {
      const cost = costOf(document, plausibleFor(operation), operation.name?.value);
      expect(cost).toBeGreaterThan(0);
      expect(cost).toBeLessThan(COST_POLICY.mostPoints / 2);
    }
  });

  const nested = (depth: number): string =>
    `{ portfolio(key: "A") { ${'initiatives { nodes { portfolio { '.repeat(depth)} name ${'} } } '.repeat(depth)} } }`;
  const aliases = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`;
  const directives = (count: number): string => `{ __typename ${'@include(if: true) '.repeat(count)} }`;

  it.each([
    ['14 deep', nested(4), []],
    ['17 deep', nested(5), [expect.stringContaining('more than 14 deep')]],
    ['30 aliases', aliases(30), []],
    ['31 aliases', aliases(31), [expect.stringContaining('more than 30 aliases')]],
    [
      '31 directives',
      directives(31),
      expect.arrayContaining([expect.stringContaining('more than 30 directives')]) as unknown,
    ],
    [
      'a depth hidden in fragments',
      `{ portfolio(key: "A") { ...A } } fragment A on Portfolio { ...B } fragment B on Portfolio { ${'initiatives { nodes { portfolio { '.repeat(5)} name ${'} } } '.repeat(5)} }`,
      [expect.stringContaining('more than 14 deep')],
    ],
  ])('are told of a document with %s', (_, text, expected) => {
    expect(problemsOf(parse(text))).toEqual(expected);
  });

  it('hold for fragments that unfold to a billion fields', () => {
    const doubling = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    ).join('\n');
    const document = parse(`{ ...F0 } ${doubling} fragment F30 on Query { __typename }`);
    expect(problemsOf(document)).toEqual([]);
    expect(() => costOf(document)).toThrow('maximum allowed number of nodes');
  });
});

describe('the cost of an operation', () => {
  const cost = (text: string, variables?: Readonly<Record<string, unknown>>) => costOf(parse(text), variables);

  it('is a point for each field of each row of a page, 25 rows where it does not say', () => {
    expect(cost('{ viewer { user { name } } }')).toBe(3);
    const page = (first: string) => cost(`{ portfolio(key: "A") { initiatives${first} { nodes { key name } } } }`);
    expect(page('')).toBe(2 + 25 * 3);
    expect(page('(first: 100)')).toBe(2 + 100 * 3);
    expect(page('(first: 100000000)')).toBe(2 + 500 * 3);
    expect(
      cost('query ($n: Int) { portfolio(key: "A") { initiatives(first: $n) { nodes { key name } } } }', { n: 10 }),
    ).toBe(2 + 10 * 3);
  });

  it('is five times that of an entry for a list that is no page', () => {
    expect(cost('{ portfolio(key: "A") { aging { stage { name } } } }')).toBe(1 + 1_000 + 5 * 2);
  });

  it('is refused where it is too much, with what it would be', () => {
    expect(() =>
      cost(
        '{ portfolio(key: "A") { initiatives(first: 100) { nodes { evidence(first: 100) { nodes { id criterionKey } } } } } }',
      ),
    ).toThrow('The operation may cost 30202 points, and 30000 are the most');
  });

  it('is nothing where variables cannot be read, for then nothing is carried out', () => {
    expect(cost('query ($key: String!) { portfolio(key: $key) { name } }', { key: 7 })).toBe(0);
    expect(cost('query ($key: String!) { portfolio(key: $key) { name } }')).toBe(0);
  });

  it('is refused where an argument is missing that no default stands for', () => {
    expect(() => cost('query ($key: String = null) { portfolio(key: $key) { name } }')).toThrow('key');
  });

  it.each([...COST_POLICY.heavyFields])('knows %s', (coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    const owner = schema.getType(type);
    expect(isObjectType(owner) && owner.getFields()[field]).toBeTruthy();
  });
});
