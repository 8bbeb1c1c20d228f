import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isListType, isNonNullType, isObjectType, type GraphQLField } from 'graphql';
import { ROOT } from '../support/shared.js';

/** Answers that are one thing: what of an initiative or a portfolio is neither a list nor a report. */
const ONE_THING = [
  'AllocationScheme',
  'WorkflowTemplate',
  'Portfolio',
  'User',
  'StageDefinition',
  'Gate',
  'StatusUpdate',
];

const isListOrReport = ({ type }: GraphQLField<unknown, unknown>): boolean => {
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) || (isObjectType(inner) && !ONE_THING.includes(inner.name));
};

/** The fields of a type that a reader might want as a file, by their coordinates. */
const fieldsOf = (typeName: string): readonly string[] => {
  const type = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8')).getType(typeName);
  if (!isObjectType(type)) {
    throw new Error(`${typeName} is no type of the schema.`);
  }
  return Object.values(type.getFields())
    .filter((field) => isListOrReport(field) && isObjectType(getNamedType(field.type)))
    .map(({ name }) => `${typeName}.${name}`);
};

describe('docs/export.md', () => {
  const text = readFileSync(join(ROOT, 'docs', 'export.md'), 'utf8');
  const rows = text.split('\n').flatMap((line) => {
    const [, field, files] = /^\| `((?:Portfolio|Initiative)\.\w+)`\s*\| (.*?)\s*\|$/.exec(line) ?? [];
    return field && files ? [{ field, files: [...files.matchAll(/`([\w-]+)\.csv`/g)].map(([, name]) => name) }] : [];
  });
  const without = /^What is set up rather than told has none: (.*?)\n\n/ms.exec(text)?.[1] ?? '';

  it('says of every list and report of a portfolio and an initiative which file it is, or that it has none', () => {
    const told = [
      ...rows.map(({ field }) => field),
      ...[...without.matchAll(/`((?:Portfolio|Initiative)\.\w+)`/g)].map(([, field]) => field),
    ];
    expect(told.toSorted()).toEqual([...fieldsOf('Portfolio'), ...fieldsOf('Initiative')].toSorted());
  });

  it('names files only that there are', () => {
    for (const { field, files } of rows) {
      expect([field, files.length > 0]).toEqual([field, true]);
      for (const file of files) {
        expect([field, text.includes(`| \`/api/exports/${file}.csv\``)]).toEqual([field, true]);
      }
    }
  });
});
