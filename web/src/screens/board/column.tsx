import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import { daysOf, numberOf } from '../../words/format';
import classes from './board.module.css';
import { Card } from './card';
import type { Lane } from './lanes';

interface Props {
  readonly lane: Lane;
  /** The card at which Tab stops. */
  readonly stop: string | undefined;
  readonly menuOf: string | undefined;
  /** While a card is dragged: whether it may be dropped here. */
  readonly drop: 'next' | 'other' | undefined;
  readonly step: number;
  readonly year: number;
  readonly onMenu: (key: string, button: HTMLElement) => void;
  readonly onPeek: (key: string) => void;
  /** Folds a column of a status away. */
  readonly onFold: ((id: string) => void) | undefined;
}

/** A stage with its cards; the first few of them, and more when asked for. */
export const Column = memo(({ lane, stop, menuOf, drop, step, year, onMenu, onPeek, onFold }: Props) => {
  const place = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(step);
  const { id, name, cards, stageKey } = lane;
  useEffect(() => {
    const element = place.current;
    return element ? dropTargetForElements({ element, getData: () => ({ laneId: id, stageKey }) }) : undefined;
  }, [id, stageKey]);
  const seen = cards.slice(0, shown);
  const stopAt = seen.some(({ key }) => key === stop) ? stop : seen[0]?.key;
  const more = Math.min(step, cards.length - shown);
  return (
    <section ref={place} className={classes.column} data-drop={drop} data-lane={id} aria-labelledby={`lane-${id}`}>
      <div className={classes.head}>
        <h2 id={`lane-${id}`} className={classes.laneName}>
          {name} <span className={classes.count}>{numberOf(cards.length)}</span>
        </h2>
        {onFold ? (
          <button
            type="button"
            className={classes.fold}
            onClick={() => {
              onFold(id);
            }}
          >
            Fold away
          </button>
        ) : (
          cards.some(({ gate }) => gate) && (
            <span className={lane.ready > 0 ? 'tone-good' : 'quiet'}>{numberOf(lane.ready)} ready</span>
          )
        )}
        <Pace lane={lane} />
      </div>
      {drop === 'next' && <p className={classes.hint}>Drop here to decide the gate</p>}
      <ol className={classes.cards}>
        {seen.map((card) => (
          <Card
            key={card.id}
            card={card}
            isStop={card.key === stopAt}
            isMenuOpen={card.key === menuOf}
            year={year}
            onMenu={onMenu}
            onPeek={onPeek}
          />
        ))}
        {more > 0 && (
          <li>
            <button
              type="button"
              className={classes.showMore}
              onClick={() => {
                setShown(shown + step);
              }}
            >
              Show {more} more
            </button>
          </li>
        )}
      </ol>
    </section>
  );
});
Column.displayName = 'Column';

/** How long others took, and that a stage holds more than it should. */
const Pace = ({ lane: { aging, slow } }: { lane: Lane }) => {
  if (!aging) {
    return null;
  }
  const { p50, p85, overWip, wipLimit } = aging;
  const hasPace = p50 !== null && p85 !== null;
  return (
    <div className={classes.pace}>
      {overWip && (
        <strong className="tone-bad">
          <span aria-hidden="true">■ </span>over its limit of {wipLimit}
        </strong>
      )}
      {slow > 0 && (
        <span className="tone-warn">
          <span aria-hidden="true">⚑ </span>
          {numberOf(slow)} slow
        </span>
      )}
      {hasPace && (
        <span
          className="quiet"
          title={`Half of those that left took ${daysOf(p50)} or less, 85 % took ${daysOf(p85)} or less`}
        >
          <span className="aloud">{`Half of those that left took ${daysOf(p50)} or less, 85 % `}</span>
          <span aria-hidden="true">half ≤ {numberOf(p50)} d · 85 % ≤ </span>
          {numberOf(p85)} d
        </span>
      )}
    </div>
  );
};
