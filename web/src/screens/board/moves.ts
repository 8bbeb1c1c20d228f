import { useNavigate } from '@tanstack/react-router';
import { useMemo, type KeyboardEvent } from 'react';
import { useKeys } from '../../shell/keys';

const CARD = '[data-card]';

const cardsOf = (lane: Element): HTMLElement[] => [...lane.querySelectorAll<HTMLElement>(CARD)];

const focusOn = (card: Element | undefined): void => card?.querySelector<HTMLElement>('[data-name]')?.focus();

/** The card or row the focus is in. */
export const cardInFocus = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(CARD) ?? null;

/** Goes from the card in focus so many down and so many columns on; to the first of all where none is in focus. */
const move = (place: HTMLElement, down: number, across: number): void => {
  const lanes = [...place.querySelectorAll('[data-lane]')].filter((lane) => lane.querySelector(CARD));
  const card = cardInFocus();
  const lane = card?.closest('[data-lane]');
  if (!card || !lane) {
    focusOn(lanes[0] && cardsOf(lanes[0])[0]);
    return;
  }
  const row = cardsOf(lane).indexOf(card);
  const target = lanes[lanes.indexOf(lane) + across];
  if (target) {
    const cards = cardsOf(target);
    focusOn(cards[Math.max(0, Math.min(row + down, cards.length - 1))]);
  }
};

const ARROWS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Space peeks at the card in focus, and arrows go on from it; elsewhere they stay what they are. */
export const onCardKey = (event: KeyboardEvent<HTMLElement>, peek: (key: string) => void): void => {
  const { target, currentTarget, key } = event;
  const card = target instanceof HTMLElement && target.matches('[data-name]') ? cardInFocus() : null;
  const arrow = ARROWS[key];
  if (card === null || event.altKey || event.ctrlKey || event.metaKey || (key !== ' ' && arrow === undefined)) {
    return;
  }
  event.preventDefault();
  if (arrow) {
    move(currentTarget, ...arrow);
  } else {
    peek(card.dataset['card'] ?? '');
  }
};

interface Acts {
  readonly peek: (key: string) => void;
  readonly select: ((key: string) => void) | undefined;
  readonly create: (() => void) | undefined;
  readonly toFilter: () => void;
}

/** The keys of the board and of the table: moves over the cards, and what can be done with the one in focus. */
export const useMoves = (place: () => HTMLElement | null, { peek, select, create, toFilter }: Acts): void => {
  const navigate = useNavigate();
  const keys = useMemo(() => {
    const go = (down: number, across: number) => () => {
      const cards = place();
      if (cards && !document.activeElement?.closest('[role="menu"], [role="dialog"]')) {
        move(cards, down, across);
      }
    };
    const withCard = (act: (initiativeKey: string) => void) => () => {
      const key = cardInFocus()?.dataset['card'];
      if (key !== undefined) {
        act(key);
      }
    };
    return {
      j: go(1, 0),
      k: go(-1, 0),
      h: go(0, -1),
      l: go(0, 1),
      '/': toFilter,
      d: withCard((initiativeKey) => void navigate({ to: '/i/$initiativeKey/decide', params: { initiativeKey } })),
      r: withCard(
        (initiativeKey) => void navigate({ to: '/i/$initiativeKey/request-review', params: { initiativeKey } }),
      ),
      e: withCard(peek),
      ...(select ? { x: withCard(select) } : {}),
      ...(create ? { c: create } : {}),
    };
  }, [place, navigate, peek, select, create, toFilter]);
  useKeys(keys);
};
