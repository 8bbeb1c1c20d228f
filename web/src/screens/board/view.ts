import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { AgingLevel, Health, InitiativeStatus, InvestmentClass } from '../../api/generated/schema';
import { AGING, HEALTH, INITIATIVE_STATUS, INVESTMENT_CLASS } from '../../words/labels';

/** What of the board is looked at, and how: all of it stands in the address. Empty lists let everything through. */
export interface View {
  readonly classes: readonly InvestmentClass[];
  readonly healths: readonly Health[];
  readonly agings: readonly AgingLevel[];
  readonly stages: readonly string[];
  readonly statuses: readonly InitiativeStatus[];
  readonly owner: string | undefined;
  readonly ready: boolean | undefined;
  /** Mine: those the viewer owns. Waiting: those the viewer's inbox is about. */
  readonly mine: 'owner' | 'waiting' | undefined;
  readonly q: string;
  readonly sort: string;
  readonly isTable: boolean;
}

const SEARCH_NAMES = ['q', 'class', 'health', 'owner', 'stage', 'aging', 'ready', 'mine', 'status'] as const;

/** The texts of the address of a board. */
export type Search = Partial<Record<(typeof SEARCH_NAMES)[number] | 'view' | 'sort', string>>;

const listOf = (value: string | undefined): string[] => (value === undefined || value === '' ? [] : value.split(','));

const namesOf = <N extends string>(value: string | undefined, known: Readonly<Record<N, unknown>>): N[] =>
  listOf(value).filter((name): name is N => name in known);

/** Reads the texts of an address; names that are not known are passed over. */
export const viewOf = (search: Search): View => {
  const statuses = namesOf<InitiativeStatus>(search.status, INITIATIVE_STATUS);
  return {
    classes: namesOf<InvestmentClass>(search.class, INVESTMENT_CLASS),
    healths: namesOf<Health>(search.health, HEALTH),
    agings: namesOf<AgingLevel>(search.aging, AGING),
    stages: listOf(search.stage),
    statuses: statuses.length === 0 ? ['ACTIVE'] : statuses,
    owner: search.owner,
    ready: search.ready === undefined ? undefined : search.ready === 'true',
    mine: search.mine === undefined ? undefined : search.mine === 'waiting' ? 'waiting' : 'owner',
    q: search.q ?? '',
    sort: search.sort ?? '',
    isTable: search.view === 'table',
  };
};

/** How many filters are set; the view and the order are none. */
export const filtersIn = (search: Search): number =>
  SEARCH_NAMES.filter((name) => search[name] !== undefined && search[name] !== '').length;

const CLEARED: Search = Object.fromEntries(SEARCH_NAMES.map((name) => [name, undefined]));

/** The view of the address, and what changes it; a change replaces the entry in the history. */
export const useView = () => {
  const search: Search = useSearch({ from: '/p/$portfolioKey/board' });
  const navigate = useNavigate({ from: '/p/$portfolioKey/board' });
  const change = useCallback(
    (patch: Search) =>
      void navigate({
        search: (before: Search) =>
          Object.fromEntries(
            Object.entries<unknown>({ ...before, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
          ),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const clear = useCallback(() => {
    change(CLEARED);
  }, [change]);
  return { search, view: useMemo(() => viewOf(search), [search]), change, clear };
};
