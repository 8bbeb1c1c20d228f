import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { Mark } from '../../parts/mark';
import { dayOf, daysOf } from '../../words/format';
import { AGING, HEALTH, INVESTMENT_CLASS } from '../../words/labels';
import classes from './board.module.css';
import type { BoardCard } from './board-query';
import { SLOW } from './chosen';
import { Readiness } from './readiness';

interface Props {
  readonly card: BoardCard;
  /** Whether Tab stops at it: one card of each column does. */
  readonly isStop: boolean;
  readonly isMenuOpen: boolean;
  readonly year: number;
  readonly onMenu: (key: string, button: HTMLElement) => void;
  readonly onPeek: (key: string) => void;
}

const isByMouse = (): boolean => window.matchMedia('(pointer: fine)').matches;

/** One initiative: what it is, what its gate lacks, how it does, how long it stands there, who has it. */
export const Card = memo(({ card, isStop, isMenuOpen, year, onMenu, onPeek }: Props) => {
  const place = useRef<HTMLLIElement>(null);
  const { key, name, stage, status, gate } = card;
  useEffect(() => {
    const element = place.current;
    return element && status === 'ACTIVE'
      ? draggable({ element, canDrag: isByMouse, getInitialData: () => ({ key, stageKey: stage.key }) })
      : undefined;
  }, [key, stage.key, status]);
  const tabIndex = isStop ? 0 : -1;
  return (
    <li
      ref={place}
      className={`card ${classes.card ?? ''}`}
      data-card={key}
      data-class={card.investmentClass}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('a, button') && getSelection()?.isCollapsed !== false) {
          onPeek(key);
        }
      }}
    >
      <div className={classes.line}>
        <span className={`quiet ${classes.what ?? ''}`}>
          {key} · {INVESTMENT_CLASS[card.investmentClass]}
        </span>
        <button
          type="button"
          className={classes.dots}
          aria-label={`What can be done with ${key}`}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          tabIndex={tabIndex}
          onClick={({ currentTarget }) => {
            onMenu(key, currentTarget);
          }}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      </div>
      <Link
        to="/i/$initiativeKey"
        params={{ initiativeKey: key }}
        preload={false}
        className={classes.name}
        data-name=""
        tabIndex={tabIndex}
        draggable={false}
      >
        {name}
      </Link>
      <div className={classes.line}>
        {gate ? (
          <button
            type="button"
            className={classes.peek}
            tabIndex={tabIndex}
            title="What is still missing"
            onClick={() => {
              onPeek(key);
            }}
          >
            <Readiness met={gate.readiness.metCount} must={gate.readiness.mustMeetCount} ready={gate.readiness.ready} />
          </button>
        ) : (
          <span className="quiet">No gate ahead</span>
        )}
        <Mark of={HEALTH[card.health]} quiet />
      </div>
      <div className={classes.line}>
        <Age card={card} />
        <span className="quiet">
          <Owner name={card.owner.name} />
          <Due review={gate?.currentReview ?? null} year={year} />
        </span>
      </div>
    </li>
  );
});
Card.displayName = 'Card';

/** The days in the stage, with the word for them from aging on. */
export const Age = ({ card: { daysInStage, agingLevel } }: { card: BoardCard }) =>
  SLOW.has(agingLevel) ? (
    <strong className={`tone-${AGING[agingLevel].tone}`}>
      <span aria-hidden="true">⚑ </span>
      {daysOf(daysInStage)}, {AGING[agingLevel].word.toLowerCase()}
    </strong>
  ) : (
    <span className="quiet">{daysOf(daysInStage)}</span>
  );

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

const Owner = ({ name }: { name: string }) => (
  <span title={`Owner: ${name}`}>
    <span aria-hidden="true">{initialsOf(name)}</span>
    <span className="aloud">Owner: {name}</span>
  </span>
);

type Review = NonNullable<BoardCard['gate']>['currentReview'];

/** When the open review is due; an overdue one says so. */
export const Due = ({ review, year, isAlone = false }: { review: Review; year: number; isAlone?: boolean }) => {
  if (!review) {
    return null;
  }
  const word = review.dueOn === null ? 'open' : dayOf(review.dueOn, year);
  return (
    <span className={review.isOverdue ? 'tone-bad' : undefined} title={review.isOverdue ? 'Review overdue' : 'Review'}>
      {!isAlone && ' · '}
      {review.isOverdue && <span aria-hidden="true">! </span>}
      <span className="aloud">{review.isOverdue ? 'review overdue since ' : 'review '}</span>
      {word}
    </span>
  );
};
