import type { RefusalCode } from '../../../src/domain/basics/result.js';
import type { Caller } from './callers.js';
import type { Rule } from './rules.js';
import type { World } from './world.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A root field of the schema, who may ask for it, and how it is asked for in earnest without changing what later cells need. */
export interface Row {
  readonly operation: string;
  /** Where one operation has several rules: which of them this row is of. */
  readonly of?: string;
  readonly takes: Rule;
  /**
   * The id or key that who may not know of it is to find as unknown as one that is none. It is real, and made anew for
   * each caller where asking uses it up. None for what is not of any portfolio.
   */
  readonly target?: (world: World, caller: Caller) => string | Promise<string>;
  readonly variables?: (target: string, world: World, caller: Caller) => Variables;
  /** With what those who may ask are refused, on purpose, after they were let through; nothing: they have their way. */
  readonly refusedAs?: readonly RefusalCode[];
  /** Of a list that is not of any portfolio: what it holds for those it is for, and for nobody else. */
  readonly holds?: (world: World, caller: Caller) => string;
}
