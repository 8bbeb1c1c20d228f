import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { numberOf } from '../../words/format';
import classes from './board.module.css';
import type { BoardCard } from './board-query';
import { BulkRequest } from './bulk-request';
import { ColumnChooser } from './column-chooser';
import { onCardKey } from './moves';
import { chosenColumns, keepColumns, TABLE_COLUMNS, type TableColumn } from './table-columns';
import type { Search } from './view';

interface Props {
  readonly cards: readonly BoardCard[];
  readonly sort: string;
  readonly change: (patch: Search) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (key: string) => void;
  readonly onSelectAll: (keys: readonly string[]) => void;
  readonly onMenu: (key: string, button: HTMLElement) => void;
  readonly onPeek: (key: string) => void;
}

const STEP = 100;

/** The board as a table: the same filters, any order, and what can be asked for many at once. Gates are passed one by one. */
export const InitiativeTable = (props: Props) => {
  const { cards, sort, change, selected, onSelect, onSelectAll, onMenu, onPeek } = props;
  const [names, setNames] = useState(chosenColumns);
  const [shown, setShown] = useState(STEP);
  const columns = TABLE_COLUMNS.filter(({ name }) => names.includes(name));
  const seen = cards.slice(0, shown);
  const picked = cards.filter(({ key }) => selected.has(key));
  const year = new Date().getUTCFullYear();
  const head = { sort, change };
  return (
    <>
      <div className={`${classes.bulk ?? ''} no-print`}>
        <span role="status">
          {picked.length === 0 ? 'None selected (x selects)' : `${String(picked.length)} selected`}
        </span>
        <BulkRequest
          cards={picked}
          onDone={() => {
            onSelectAll([]);
          }}
        />
        <ColumnChooser
          names={names}
          onChange={(next) => {
            keepColumns(next);
            setNames(next);
          }}
        />
      </div>
      <div
        className={classes.tableBox}
        onKeyDown={(event) => {
          onCardKey(event, onPeek);
        }}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th>
                <Checkbox
                  size="xs"
                  aria-label="Select all that are shown"
                  checked={seen.length > 0 && seen.every(({ key }) => selected.has(key))}
                  onChange={({ currentTarget }) => {
                    onSelectAll(currentTarget.checked ? seen.map(({ key }) => key) : []);
                  }}
                />
              </th>
              <SortHead name="key" title="Key" {...head} />
              <SortHead name="name" title="Name" {...head} />
              {columns.map(({ name, title, kind }) => (
                <SortHead key={name} name={name} title={title} kind={kind} {...head} />
              ))}
              <th>
                <span className="aloud">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody data-lane="table">
            {seen.map((card) => (
              <Row
                key={card.id}
                card={card}
                columns={names}
                year={year}
                isSelected={selected.has(card.key)}
                onSelect={onSelect}
                onMenu={onMenu}
              />
            ))}
          </tbody>
        </table>
      </div>
      {cards.length > shown && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          onClick={() => {
            setShown(shown + STEP);
          }}
        >
          Show {Math.min(STEP, cards.length - shown)} more of {numberOf(cards.length)}
        </Button>
      )}
    </>
  );
};

interface HeadProps {
  readonly name: string;
  readonly title: string;
  readonly kind?: TableColumn['kind'];
  readonly sort: string;
  readonly change: (patch: Search) => void;
}

/** A head that orders by its column, the other way round when it does already. */
const SortHead = ({ name, title, kind, sort, change }: HeadProps) => {
  const isUp = sort === name;
  const isDown = sort === `-${name}`;
  return (
    <th
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
      className={kind === undefined ? undefined : classes[kind]}
    >
      <button
        type="button"
        className={classes.order}
        onClick={() => {
          change({ sort: isUp ? `-${name}` : isDown ? undefined : name });
        }}
      >
        {title}
        <span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
      </button>
    </th>
  );
};

interface RowProps {
  readonly card: BoardCard;
  readonly columns: readonly string[];
  readonly year: number;
  readonly isSelected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onMenu: (key: string, button: HTMLElement) => void;
}

const Row = memo(({ card, columns, year, isSelected, onSelect, onMenu }: RowProps) => (
  <tr data-card={card.key} data-chosen={isSelected}>
    <td>
      <Checkbox
        size="xs"
        aria-label={`Select ${card.key}`}
        checked={isSelected}
        onChange={() => {
          onSelect(card.key);
        }}
      />
    </td>
    <td>{card.key}</td>
    <td className={classes.title}>
      <Link to="/i/$initiativeKey" params={{ initiativeKey: card.key }} preload={false} data-name="">
        {card.name}
      </Link>
    </td>
    {TABLE_COLUMNS.filter(({ name }) => columns.includes(name)).map(({ name, kind, cell }) => (
      <td key={name} className={kind === undefined ? undefined : classes[kind]}>
        {cell(card, year)}
      </td>
    ))}
    <td>
      <button
        type="button"
        className={classes.dots}
        aria-label={`What can be done with ${card.key}`}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          onMenu(card.key, currentTarget);
        }}
      >
        <span aria-hidden="true">⋯</span>
      </button>
    </td>
  </tr>
));
Row.displayName = 'Row';
