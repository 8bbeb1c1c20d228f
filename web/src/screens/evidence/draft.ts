import type { UserError } from '../../api/queries';
import type { EvidenceInput } from '../../api/generated/graphql';
import type { EvidenceForm, Field } from './fields';

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** Evidence as typed so far. */
export interface Draft {
  readonly values: Values;
  readonly rows: readonly Values[];
}

const initialOf = ({ name, kind, choices, optional = false }: Field, today: string): Value => {
  if (kind === 'flag') {
    return false;
  }
  if (kind === 'choice') {
    return choices?.[0] ?? '';
  }
  const isOfToday = !optional && (name === 'effectiveOn' || name === 'conductedOn');
  return isOfToday ? today : '';
};

export const emptyValues = (fields: readonly Field[], today: string): Values =>
  Object.fromEntries(fields.map((field) => [field.name, initialOf(field, today)]));

/** A form as it begins, on the day it is in the portfolio. */
export const emptyDraft = ({ fields, rows }: EvidenceForm, today: string): Draft => ({
  values: emptyValues(fields, today),
  rows: rows?.needsOne ? [emptyValues(rows.fields, today)] : [],
});

const DECIMAL = /^-?\d+(\.\d+)?$/;

const gapOf = ({ kind, optional = false }: Field, value: Value | undefined): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (kind === 'flag') {
    return null;
  }
  if (text === '') {
    return optional ? null : 'This is needed.';
  }
  if (kind === 'whole' && !/^\d+$/.test(text)) {
    return 'A whole number is needed here.';
  }
  return kind === 'decimal' && !DECIMAL.test(text) ? 'A number is needed here, like 12.5.' : null;
};

const gapsOf = (fields: readonly Field[], values: Values, path: readonly string[]): readonly UserError[] =>
  fields.flatMap((field) => {
    const message = gapOf(field, values[field.name]);
    return message === null ? [] : [{ code: 'INVALID', message, field: [...path, field.name] }];
  });

/** What is missing or no number, at the path the server would tell it at. */
export const gapsIn = ({ input, fields, rows }: EvidenceForm, draft: Draft): readonly UserError[] => [
  ...gapsOf(fields, draft.values, ['input', input]),
  ...(rows
    ? draft.rows.flatMap((values, index) => gapsOf(rows.fields, values, ['input', input, rows.name, String(index)]))
    : []),
];

const sent = ({ kind }: Field, value: Value | undefined): unknown => {
  if (typeof value !== 'string') {
    return value ?? false;
  }
  const text = value.trim();
  if (text === '') {
    return null;
  }
  if (kind === 'whole') {
    return Number(text);
  }
  return kind === 'moment' ? new Date(text).toISOString() : text;
};

const sentOf = (fields: readonly Field[], values: Values): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, sent(field, values[field.name])]));

/** What is sent for a draft without gaps. */
export const inputOf = ({ input, fields, rows }: EvidenceForm, draft: Draft): EvidenceInput => {
  const content = {
    ...sentOf(fields, draft.values),
    ...(rows ? { [rows.name]: draft.rows.map((values) => sentOf(rows.fields, values)) } : {}),
  };
  // The fields are named as those of the input; the server judges what is in them.
  return { [input]: content } as unknown as EvidenceInput;
};
