import { BOARD, FUNNEL, SPLIT, WHOLE } from './reads.js';
import { EVIDENCE, WORKLOGS } from './writes.js';
import type { Operation, OperationName } from './operation.js';

/** What Tollgate is asked. */
export const OPERATIONS: Readonly<Record<Exclude<OperationName, 'Q3raw'>, Operation>> = {
  Q1: BOARD,
  Q2: WHOLE,
  Q3: SPLIT,
  F: FUNNEL,
  M1: EVIDENCE,
  M2: WORKLOGS,
};
