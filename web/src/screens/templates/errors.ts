import type { UserError } from '../../api/queries';

/** What is told of the field at a path under `input`: `stages 0 exitGate name`. */
export const errorAt = (errors: readonly UserError[], ...path: (string | number)[]): string | undefined =>
  errors.find(({ field }) => field?.slice(1).join(' ') === path.join(' '))?.message;

/** Whether anything is told of the part at a path, or of what is in it. */
export const hasErrorIn = (errors: readonly UserError[], ...path: (string | number)[]): boolean =>
  errors.some(({ field }) => `${field?.slice(1).join(' ') ?? ''} `.startsWith(`${path.join(' ')} `));

/** Whether it is told of the whole draft, and so of no field that could show it. */
export const isOfTheWhole = ({ field }: UserError): boolean =>
  field === null || field === undefined || field[0] !== 'input' || field.at(-1) === 'stages';
