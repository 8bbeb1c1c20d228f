import { NativeSelect, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { AGING, HEALTH, INITIATIVE_STATUS, INVESTMENT_CLASS } from '../../words/labels';
import classes from './board.module.css';
import { filtersIn, type Search } from './view';

interface Props {
  readonly search: Search;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly change: (patch: Search) => void;
  readonly stages: readonly { key: string; name: string }[];
  readonly owners: readonly { id: string; name: string }[];
  readonly isNarrow: boolean;
  readonly field: Ref<HTMLInputElement>;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const choicesOf = (words: Readonly<Record<string, string | { word: string }>>): Choice[] =>
  Object.entries(words).map(([value, word]) => ({ value, label: typeof word === 'string' ? word : word.word }));

const SLOW: Choice = { value: 'AGING,STUCK,ZOMBIE', label: 'Slow: aging or worse' };
const SORTS: readonly Choice[] = [
  { value: '-days', label: 'Longest in stage' },
  { value: 'days', label: 'Shortest in stage' },
  { value: '-readiness', label: 'Nearest to ready' },
  { value: 'health', label: 'Worst health' },
  { value: 'review', label: 'Next review' },
  { value: '-updated', label: 'Changed last' },
  { value: 'name', label: 'Name' },
  { value: 'key', label: 'Key' },
];
const WHOSE: readonly Choice[] = [
  { value: 'mine:owner', label: 'Mine' },
  { value: 'mine:waiting', label: 'Waiting for me' },
];
const STATUSES: readonly Choice[] = [
  ...choicesOf(INITIATIVE_STATUS).filter(({ value }) => value !== 'ACTIVE'),
  { value: 'ACTIVE,ON_HOLD', label: 'Active and on hold' },
  { value: Object.keys(INITIATIVE_STATUS).join(), label: 'All of them' },
];

/** What is shown, by text and by choice; every choice stands in the address. */
export const Filters = ({ search, text, onText, change, stages, owners, isNarrow, field }: Props) => {
  const stage = (
    <Choose
      label="Stage"
      all="All stages"
      value={search.stage}
      choices={stages.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={(value) => {
        change({ stage: value });
      }}
    />
  );
  const whose = search.mine === undefined ? search.owner : `mine:${search.mine === 'waiting' ? 'waiting' : 'owner'}`;
  const others = (
    <>
      <Choose
        label="Class"
        all="All classes"
        value={search.class}
        choices={choicesOf(INVESTMENT_CLASS)}
        onChange={(value) => {
          change({ class: value });
        }}
      />
      <Choose
        label="Health"
        all="Any health"
        value={search.health}
        choices={choicesOf(HEALTH)}
        onChange={(value) => {
          change({ health: value });
        }}
      />
      <Choose
        label="Age"
        all="Any age"
        value={search.aging}
        choices={[SLOW, ...choicesOf(AGING)]}
        onChange={(value) => {
          change({ aging: value });
        }}
      />
      <Choose
        label="Readiness"
        all="Ready or not"
        value={search.ready}
        choices={[
          { value: 'true', label: 'Ready for its gate' },
          { value: 'false', label: 'Not ready' },
        ]}
        onChange={(value) => {
          change({ ready: value });
        }}
      />
      <Choose
        label="Owner"
        all="Anybody’s"
        value={whose}
        choices={[...WHOSE, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(value) => {
          const mine = value?.startsWith('mine:') === true ? value.slice('mine:'.length) : undefined;
          change({ mine, owner: mine === undefined ? value : undefined });
        }}
      />
      <Choose
        label="Status"
        all="Active"
        value={search.status}
        choices={STATUSES}
        onChange={(value) => {
          change({ status: value });
        }}
      />
      <Choose
        label="Order"
        all="Most needed first"
        value={search.sort}
        choices={SORTS}
        onChange={(value) => {
          change({ sort: value });
        }}
      />
    </>
  );
  return (
    <div role="search" aria-label="Filters" className={`${classes.filters ?? ''} no-print`}>
      <TextInput
        ref={field}
        type="search"
        size="xs"
        label="Find"
        placeholder="Key, name, owner"
        aria-keyshortcuts="/"
        value={text}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
      {stage}
      {isNarrow ? (
        <FoldedFilters count={filtersIn({ ...search, q: undefined, stage: undefined })}>{others}</FoldedFilters>
      ) : (
        others
      )}
    </div>
  );
};

const FoldedFilters = ({ count, children }: { count: number; children: React.ReactNode }) => (
  <details>
    <summary className={classes.summary}>More filters{count > 0 && ` (${String(count)} set)`}</summary>
    <div className={classes.narrowFilters}>{children}</div>
  </details>
);

interface ChooseProps {
  readonly label: string;
  /** What it says while nothing is chosen. */
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
}

/** One choice; several that came by an address stand there together. */
const Choose = ({ label, all, value = '', choices, onChange }: ChooseProps) => {
  const isOwn = value !== '' && !choices.some((choice) => choice.value === value);
  const labelOf = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one;
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={[
        { value: '', label: all },
        ...choices,
        ...(isOwn ? [{ value, label: value.split(',').map(labelOf).join(' or ') }] : []),
      ]}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value === '' ? undefined : currentTarget.value);
      }}
    />
  );
};
