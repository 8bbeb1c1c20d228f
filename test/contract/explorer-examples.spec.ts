import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  Kind,
  buildSchema,
  getVariableValues,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { EXAMPLES, type Example } from '../../src/modules/explorer/examples.js';
import { ROOT } from '../support/shared.js';

const TODAY = '2026-11-25';

const schema = (): GraphQLSchema => buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));

const operationsOf = (example: Example): readonly OperationDefinitionNode[] =>
  parse(example.document).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

const named = EXAMPLES.map((example): [string, Example] => [example.name, example]);

describe('the saved queries of the explorer', () => {
  it.each(named)('"%s" is valid against schema.graphql', (_, example) => {
    expect(validate(schema(), parse(example.document)).map(({ message }) => message)).toEqual([]);
  });

  it.each(named)('"%s" can be run as it stands: its variables are of the types it declares', (_, example) => {
    const variables = example.variables(TODAY);
    const declared: string[] = [];
    for (const operation of operationsOf(example)) {
      const definitions = operation.variableDefinitions ?? [];
      declared.push(...definitions.map(({ variable }) => variable.name.value));
      const { errors = [] } = getVariableValues(schema(), definitions, variables);
      expect(errors.map(({ message }) => message)).toEqual([]);
    }
    expect(Object.keys(variables)).toEqual(declared);
  });

  it.each(named)('"%s" says for whom it is, and where the API token goes', (_, { document }) => {
    expect(document).toMatch(/^# For (everybody|a program manager|a portfolio reviewer|a ticketing tool): /m);
    expect(document).toMatch(/ API token (once|goes where )/);
  });

  it('have names of their own', () => {
    expect(new Set(EXAMPLES.map(({ name }) => name)).size).toBe(EXAMPLES.length);
  });
});
