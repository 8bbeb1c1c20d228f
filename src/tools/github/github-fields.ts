import type { Decimal } from '../../domain/basics/decimal.js';
import { at, decimalAt, idAt, listAt, textAt } from '../reading/json.js';

/** What an issue field of numbers holds. Null: it was cleared. Undefined: the delivery does not say. */
export interface FieldReading {
  readonly now: Decimal | null | undefined;
  readonly before: Decimal | undefined;
}

const plain = (name: string): string => name.trim().toLowerCase();

const isCalled = (wanted: string, name: unknown, id: unknown): boolean => {
  const given = textAt(name);
  return (given !== null && plain(given) === plain(wanted)) || idAt(id) === wanted.trim();
};

const number = (value: unknown): Decimal | undefined => decimalAt(value) ?? undefined;

// What a delivery is about outweighs what its issue holds: of a cleared field that may still be the value.
const changed = (body: unknown): FieldReading => {
  const value = number(at(body, 'issue_field_value', 'value'));
  if (at(body, 'action') === 'field_removed') {
    return { now: null, before: value };
  }
  const from = at(body, 'changes', 'issue_field_value', 'from');
  return { now: value, before: number(at(from, 'value')) ?? number(from) };
};

/** Whether a delivery is about the issue field of this name (without regard to case) or id. */
export const isAboutField = (body: unknown, wanted: string | null): boolean =>
  wanted !== null && isCalled(wanted, at(body, 'issue_field', 'name'), at(body, 'issue_field', 'id'));

/** Reads the issue field of this name (without regard to case) or id. Null names none. */
export const readField = (body: unknown, wanted: string | null): FieldReading => {
  if (wanted === null) {
    return { now: undefined, before: undefined };
  }
  const told = isAboutField(body, wanted) ? changed(body) : { now: undefined, before: undefined };
  const held = listAt(body, 'issue', 'issue_field_values').find((each) =>
    isCalled(wanted, at(each, 'issue_field_name'), at(each, 'issue_field_id')),
  );
  return { now: told.now === undefined ? number(at(held, 'value')) : told.now, before: told.before };
};
