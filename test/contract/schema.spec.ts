import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  astFromValue,
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';
import { generateSchema } from '../../src/schema-text.js';
import { describeWithShared, ROOT } from '../support/shared.js';

/** An element of a schema that a client can rely on. */
interface Element {
  /** The type with its nullability; of a type its kind. */
  readonly type: string;
  /** The default of an argument or input field, as it is written. */
  readonly fallback?: string;
  /** Missing where GraphQL has no place for a description. */
  readonly description?: string;
}

/** The elements of a schema by their coordinates, for instance `Query.initiative(id:)`. */
type Elements = ReadonlyMap<string, Element>;

const KINDS: readonly [kind: string, is: (type: GraphQLNamedType) => boolean][] = [
  ['type', isObjectType],
  ['interface', isInterfaceType],
  ['union', isUnionType],
  ['enum', isEnumType],
  ['input @oneOf', (type) => isInputObjectType(type) && type.isOneOf],
  ['input', isInputObjectType],
  ['scalar', isScalarType],
];

const kindOf = (type: GraphQLNamedType): string => KINDS.find(([, is]) => is(type))?.[0] ?? 'unknown';

const valueElement = ({ type, defaultValue, description }: GraphQLArgument | GraphQLInputField): Element => {
  const literal = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return { type: String(type), description: description ?? '', ...(literal ? { fallback: print(literal) } : {}) };
};

const argumentsOf = (owner: string, args: readonly GraphQLArgument[]): [string, Element][] =>
  args.map((argument) => [`${owner}(${argument.name}:)`, valueElement(argument)]);

const partsOf = (type: GraphQLNamedType): [string, Element][] => {
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields()).flatMap((field): [string, Element][] => {
      const name = `${type.name}.${field.name}`;
      return [
        [name, { type: String(field.type), description: field.description ?? '' }],
        ...argumentsOf(name, field.args),
      ];
    });
    const parents = type
      .getInterfaces()
      .map((parent): [string, Element] => [`${type.name} implements ${parent.name}`, { type: 'it' }]);
    return [...fields, ...parents];
  }
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name, description }) => [`${type.name}.${name}`, { type: 'value', description: description ?? '' }]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, valueElement(field)]);
  }
  return isUnionType(type) ? type.getTypes().map(({ name }) => [`${type.name} of ${name}`, { type: 'it' }]) : [];
};

const elementsOf = (schema: GraphQLSchema): Elements => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return new Map([
    ...types.flatMap((type): [string, Element][] => [
      [type.name, { type: kindOf(type), description: type.description ?? '' }],
      ...partsOf(type),
    ]),
    ...directives.flatMap(({ name, description, args }): [string, Element][] => [
      [`@${name}`, { type: 'directive', description: description ?? '' }],
      ...argumentsOf(`@${name}`, args),
    ]),
  ]);
};

/** What an element stands in: `Query.initiative` of `Query.initiative(id:)`; null for a type. */
const ownerOf = (name: string): string | null =>
  /^(.+)(?:\(\w+:\)|\.\w+| (?:of|implements) \w+)$/.exec(name)?.[1] ?? null;

let text: string;
let ours: Elements;

beforeAll(async () => {
  text = await generateSchema();
  ours = elementsOf(buildSchema(text));
});

const schemaFile = (): string => readFileSync(join(ROOT, 'schema.graphql'), 'utf8');

describe('the GraphQL schema', () => {
  it('is the one in schema.graphql; write it anew with npm run schema', () => {
    expect(schemaFile()).toBe(text);
  });

  it('describes every element in full sentences, for this is the manual of the API', () => {
    const undescribed = [...ours]
      .filter(
        ([, { description }]) => description !== undefined && !/^[\p{Lu}\p{N}"`(].+[.)]$/su.test(description.trim()),
      )
      .map(([name, { description }]) => `${name}: ${description ?? ''}`);
    expect(undescribed).toEqual([]);
  });

  it('offers every page in edges with cursors, and as plain nodes', () => {
    const connections = [...ours]
      .filter(([name]) => /^\w+Connection$/.test(name) && name !== 'IntegrationConnection')
      .map(([name]) => name);
    expect(connections).not.toEqual([]);
    for (const connection of connections) {
      const noun = connection.replace(/Connection$/, '');
      expect({
        connection,
        edges: ours.get(`${connection}.edges`)?.type,
        nodes: ours.get(`${connection}.nodes`)?.type,
        pageInfo: ours.get(`${connection}.pageInfo`)?.type,
        cursor: ours.get(`${noun}Edge.cursor`)?.type,
      }).toEqual({
        connection,
        edges: `[${noun}Edge!]!`,
        nodes: expect.stringMatching(/^\[\w+!\]!$/),
        pageInfo: 'PageInfo!',
        cursor: 'String!',
      });
    }
  });
});

describeWithShared('api/schema.graphql', 'what the API promised to its clients', (path) => {
  let promised: Elements;

  beforeAll(() => {
    promised = elementsOf(buildSchema(readFileSync(path, 'utf8')));
  });

  it('is there with the kind, the type, the nullability and the default that were promised', () => {
    const written = ({ type, fallback }: Element): string => (fallback === undefined ? type : `${type} = ${fallback}`);
    const broken = [...promised].flatMap(([name, element]) => {
      const own = ours.get(name);
      const kept =
        own === undefined || (own.type === element.type && (element.fallback ?? own.fallback) === own.fallback);
      return kept ? [] : [`${name} was promised as ${written(element)} and is ${written(own)}`];
    });
    expect(broken).toEqual([]);
  });

  it('asks of no client for an argument or input field that was not promised to be needed', () => {
    const added = [...ours]
      .filter(([name, { type, fallback }]) => {
        const owner = ownerOf(name);
        const isInput = name.endsWith(':)') || (owner !== null && ours.get(owner)?.type.startsWith('input'));
        return (
          isInput && type.endsWith('!') && fallback === undefined && !promised.has(name) && promised.has(owner ?? '')
        );
      })
      .map(([name]) => name);
    expect(added).toEqual([]);
  });

  it('is kept, or listed here as still to come', () => {
    const missing = [...promised.keys()].filter((name) => !ours.has(name));
    // The parts of what is missing whole go without saying.
    const whole = missing.filter((name) => !missing.includes(ownerOf(name) ?? ''));
    process.stdout.write(`Still to come of the API: ${whole.join(', ') || 'nothing'}\n`);
    expect(missing.length).toBeLessThan(promised.size);
  });
});
