import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { ROOT } from '../shared.js';

const SCHEMA = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));

const fieldsOf = (kind: 'Query' | 'Mutation' | 'Subscription'): readonly GraphQLField<unknown, unknown>[] => {
  const type = SCHEMA.getType(kind);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

/** The root fields of the schema, by kind. */
export const OPERATIONS = {
  query: fieldsOf('Query').map(({ name }) => name),
  mutation: fieldsOf('Mutation').map(({ name }) => name),
  subscription: fieldsOf('Subscription').map(({ name }) => name),
};

/** Lists whose rows say what became of them, or which things are there at all. */
const ENTERED = ['nodes', 'rows', 'userErrors', 'previews'];

/** What can be told without going on to other things: all leaves, and those of lists that say what was found. */
const selectionOf = (type: GraphQLNamedType): string => {
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return '';
  }
  const told = Object.values(type.getFields()).flatMap(({ name, args, type: of }) => {
    const named = getNamedType(of);
    if (args.some(isRequiredArgument)) {
      return [];
    }
    return isLeafType(named) ? [name] : ENTERED.includes(name) ? [`${name} ${selectionOf(named)}`] : [];
  });
  return `{ ${['__typename', ...told].join(' ')} }`;
};

/** The document that asks for one root field with all of its arguments as variables. */
const documentOf = (kind: string, { name, args, type }: GraphQLField<unknown, unknown>): string => {
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);
  return `${kind} ${inBrackets(variables)} { ${name}${inBrackets(passed)} ${selectionOf(getNamedType(type))} }`;
};

/** By the name of the root field. */
export const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  (['Query', 'Mutation', 'Subscription'] as const).flatMap((kind) =>
    fieldsOf(kind).map((field) => [field.name, documentOf(kind.toLowerCase(), field)] as const),
  ),
);

/** The types that say what a viewer may do, with a field for each thing, as `Type.field`. */
export const PERMISSIONS: readonly string[] = Object.values(SCHEMA.getTypeMap()).flatMap((type) =>
  isObjectType(type) && type.name.endsWith('Permissions')
    ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
    : [],
);
