import type { ReactNode } from 'react';
import { Mark } from '../../parts/mark';
import { dayOf, numberOf } from '../../words/format';
import { AGING, HEALTH, INITIATIVE_STATUS, INVESTMENT_CLASS, wordsOf } from '../../words/labels';
import type { BoardCard } from './board-query';
import { Due } from './card';
import { Readiness } from './readiness';

/** A column of the table; its name is that of the order in the address. */
export interface TableColumn {
  readonly name: string;
  readonly title: string;
  readonly kind?: 'words' | 'number';
  readonly cell: (card: BoardCard, year: number) => ReactNode;
}

/** The columns one can choose; key and name are always there. */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  { name: 'class', title: 'Class', cell: ({ investmentClass }) => INVESTMENT_CLASS[investmentClass] },
  { name: 'stage', title: 'Stage', cell: ({ stage }) => stage.name },
  {
    name: 'readiness',
    title: 'Readiness',
    cell: ({ gate }) =>
      gate && (
        <Readiness met={gate.readiness.metCount} must={gate.readiness.mustMeetCount} ready={gate.readiness.ready} />
      ),
  },
  { name: 'health', title: 'Health', cell: ({ health }) => <Mark of={HEALTH[health]} quiet /> },
  { name: 'days', title: 'Days in stage', kind: 'number', cell: ({ daysInStage }) => numberOf(daysInStage) },
  { name: 'aging', title: 'Age', cell: ({ agingLevel }) => <Mark of={AGING[agingLevel]} quiet /> },
  { name: 'owner', title: 'Owner', kind: 'words', cell: ({ owner }) => owner.name },
  {
    name: 'review',
    title: 'Open review',
    cell: ({ gate }, year) => <Due review={gate?.currentReview ?? null} year={year} isAlone />,
  },
  { name: 'status', title: 'Status', cell: ({ status }) => INITIATIVE_STATUS[status] },
  { name: 'risk', title: 'Risk tier', cell: ({ riskTier }) => wordsOf(riskTier) },
  { name: 'value', title: 'Value thesis', cell: ({ valueThesis }) => wordsOf(valueThesis) },
  { name: 'unit', title: 'Business unit', kind: 'words', cell: ({ businessUnit }) => businessUnit ?? '' },
  { name: 'updated', title: 'Changed', cell: ({ updatedAt }, year) => dayOf(updatedAt, year) },
];

const KEPT = 'tollgate-table-columns';
const AT_FIRST = ['class', 'stage', 'readiness', 'health', 'days', 'aging', 'owner', 'review'];

/** The columns that were chosen last in this browser. */
export const chosenColumns = (): string[] => {
  const kept = localStorage.getItem(KEPT);
  return kept === null
    ? AT_FIRST
    : kept.split(',').filter((name) => TABLE_COLUMNS.some((column) => column.name === name));
};

export const keepColumns = (names: readonly string[]): void => {
  localStorage.setItem(KEPT, names.join());
};
