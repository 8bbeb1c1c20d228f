import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { CANONICAL_EVENT_SCHEMA } from './canonical-event-schema.js';

const MOST = 20;

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
formats.default(ajv);
const fits = ajv.compile(CANONICAL_EVENT_SCHEMA);

const phrase = ({ instancePath, keyword, params, message }: ErrorObject): string => {
  const path = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') {
    return `${path === '' ? '' : `${path}.`}${String(params['missingProperty'])} is missing`;
  }
  const allowed = keyword === 'enum' ? `: ${(params['allowedValues'] as readonly string[]).join(', ')}` : '';
  return `${path} ${message ?? ''}${allowed}`;
};

/** What keeps an event from fitting the schema, each with its path, all at once; none where it fits. */
export const schemaProblems = (event: unknown): readonly string[] => {
  fits(event);
  const told = (fits.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf');
  const problems = [...new Set(told.map(phrase))];
  return problems.length > MOST ? [...problems.slice(0, MOST), `and ${problems.length - MOST} more`] : problems;
};
