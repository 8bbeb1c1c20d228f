import { EFFORT_GROUPINGS, type EffortGrouping } from '../../../domain/effort/effort-groups.js';
import type { LedgerQuestion } from '../../effort/queries/ledger-reads.js';
import type { EffortWindow } from '../../effort/queries/effort-sums.js';
import { QueryParameters, type Problem } from './query-parameters.js';

/** What every export is asked for. */
export interface ExportRequest {
  readonly portfolioKey: string;
  /** Whether a byte order mark goes first. */
  readonly hasMark: boolean;
}

export interface LedgerRequest extends ExportRequest {
  readonly question: LedgerQuestion;
}

export interface SplitRequest extends ExportRequest {
  readonly window: EffortWindow;
  readonly grouping: EffortGrouping;
}

const LEDGER = ['portfolio', 'from', 'to', 'initiativeKey', 'categoryKey', 'uncategorised', 'asOf', 'bom'];
const SPLIT = ['portfolio', 'from', 'to', 'groupBy', 'asOf', 'bom'];

/** Reads the parameters of an export of the ledger; a list of everything that is wrong with them where it cannot be. */
export const ledgerRequest = (query: unknown): LedgerRequest | readonly Problem[] => {
  const parameters = new QueryParameters(query, LEDGER);
  const common = commonOf(parameters);
  const question = {
    from: parameters.date('from'),
    to: parameters.date('to'),
    initiativeKey: parameters.text('initiativeKey'),
    categoryKey: parameters.text('categoryKey'),
    uncategorised: parameters.flag('uncategorised', 'true', 'false'),
    asOf: parameters.instant('asOf'),
  };
  checkOrder(parameters, question);
  return parameters.problems.length > 0 ? parameters.problems : { ...common, question };
};

/** The same for an export of the report; it needs both days. */
export const splitRequest = (query: unknown): SplitRequest | readonly Problem[] => {
  const parameters = new QueryParameters(query, SPLIT);
  const common = commonOf(parameters);
  const [from, to] = [neededDate(parameters, 'from'), neededDate(parameters, 'to')];
  const grouping = parameters.oneOf('groupBy', EFFORT_GROUPINGS) ?? 'NONE';
  const asOf = parameters.instant('asOf');
  checkOrder(parameters, { from, to });
  return parameters.problems.length > 0 || from === null || to === null
    ? parameters.problems
    : { ...common, window: { from, to, asOf }, grouping };
};

const commonOf = (parameters: QueryParameters): ExportRequest => {
  const portfolioKey = parameters.text('portfolio');
  if (portfolioKey === null) {
    parameters.report('portfolio', 'The key of the portfolio is missing.');
  }
  return { portfolioKey: portfolioKey ?? '', hasMark: parameters.flag('bom', '1', '0') ?? false };
};

const neededDate = (parameters: QueryParameters, name: string) => {
  if (parameters.text(name) === null) {
    parameters.report(name, 'It is missing: say from which day to which, such as 2026-03-31.');
  }
  return parameters.date(name);
};

const checkOrder = (
  parameters: QueryParameters,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): void => {
  if (from !== null && to !== null && from > to) {
    parameters.report('from', `It must not be after to: ${from} is after ${to}.`);
  }
};
