import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { invalid, type Refusal } from '../../domain/basics/result.js';
import { unstorable } from '../../domain/basics/text.js';
import { isUnreadable } from './unreadable.js';

/** The arguments are at fault: userErrors of a mutation, BAD_USER_INPUT of anything else. */
export class ArgumentsRefused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(' '));
  }
}

/** Rows of a bulk command, where a bad row refuses itself only: their values are checked row by row by the command. */
const ROW_BY_ROW = new Set(['entries']);

/** An input class of such a command says so of itself. */
export interface RowByRow {
  readonly isRowByRow: true;
}

const isRowByRow = ({ data, metatype }: ArgumentMetadata): boolean =>
  ROW_BY_ROW.has(data ?? '') || (metatype as Partial<RowByRow> | undefined)?.isRowByRow === true;

/**
 * Checks every argument of every resolver: texts that can be stored, scalars that could be read, then the rules of the
 * input class. All that is wrong is told at once, each with its path.
 */
@Injectable()
export class ArgumentsPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || isRowByRow(metadata)) {
      return value;
    }
    // Without a name it is the class of all arguments of a field.
    const path = metadata.data === undefined ? [] : [metadata.data];
    const refusals = [...problemsIn(value, path)];
    if (refusals.length > 0) {
      throw new ArgumentsRefused(refusals);
    }
    const { metatype } = metadata;
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isInputClass(metatype)) {
      return value;
    }
    const instance = plainToInstance<object, unknown>(metatype, value);
    // GraphQL lets no unknown field in, and a class without a rule has none to break.
    const errors = await validate(instance, { forbidUnknownValues: false });
    if (errors.length > 0) {
      throw new ArgumentsRefused(errors.flatMap((error) => refusalsOf(error, path)));
    }
    return instance;
  }
}

type Constructor = new () => object;
const BUILT_IN = new Set<unknown>([String, Boolean, Number, Array, Object]);
export const isInputClass = (metatype: unknown): metatype is Constructor =>
  typeof metatype === 'function' && !BUILT_IN.has(metatype);

/** Every text below a value that cannot be stored and every scalar that could not be read, each with its path. */
export function* problemsIn(value: unknown, path: readonly string[]): Generator<Refusal> {
  if (isUnreadable(value)) {
    yield invalid(path, value.problem);
  } else if (typeof value === 'string') {
    const problem = unstorable(value);
    if (problem) {
      yield invalid(path, `${nameIn(path)} ${problem}.`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      yield* problemsIn(entry, [...path, key]);
    }
  }
}

/** The last name of a path; an entry of a list is called by the name of the list. */
const nameIn = (path: readonly string[]): string => path.findLast((part) => !/^\d+$/.test(part)) ?? 'The text';

const refusalsOf = (error: ValidationError, path: readonly string[]): Refusal[] => {
  const here = [...path, error.property];
  return [
    ...Object.values(error.constraints ?? {}).map((message) => invalid(here, message)),
    ...(error.children ?? []).flatMap((child) => refusalsOf(child, here)),
  ];
};
