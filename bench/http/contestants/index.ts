import { BARE } from './bare.js';
import type { Dialect } from './contestant.js';
import { NAIVE } from './naive.js';
import { POSTGRAPHILE } from './postgraphile.js';
import { TOLLGATE } from './tollgate.js';

export const CONTESTANT_NAMES = ['tollgate', 'bare', 'postgraphile', 'naive'] as const;
export type ContestantName = (typeof CONTESTANT_NAMES)[number];

export const DIALECTS: Readonly<Record<ContestantName, Dialect>> = {
  tollgate: TOLLGATE,
  bare: BARE,
  postgraphile: POSTGRAPHILE,
  naive: NAIVE,
};
