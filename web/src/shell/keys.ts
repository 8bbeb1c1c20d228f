import { useEffect } from 'react';

/** What keys do: `g b` is g and then b, `mod+k` is Ctrl or Command with k. */
export type KeyMap = Readonly<Record<string, () => void>>;

const SETTING = 'tollgate-single-keys';
const SEQUENCE_MS = 900;

/** Whether keys without Ctrl do something: whoever dictates, or types by habit, can switch them off (WCAG 2.1.4). */
export const singleKeys = {
  areOn: (): boolean => localStorage.getItem(SETTING) !== 'off',
  set: (on: boolean): void => {
    localStorage.setItem(SETTING, on ? 'on' : 'off');
  },
};

const nameOf = ({ key, ctrlKey, metaKey }: KeyboardEvent): string =>
  `${ctrlKey || metaKey ? 'mod+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isUnderDialog = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null &&
  !(target instanceof Element && target.closest('[role="dialog"]') !== null);

// The screen that came last is asked first; `g r` is looked for on all of them before `r` is on any.
const maps: KeyMap[] = [];
let before = '';
let at = 0;

const listen = (event: KeyboardEvent): void => {
  const name = nameOf(event);
  const isSingle = !name.startsWith('mod+');
  if (isSingle && (isTyping(event.target) || event.altKey || !singleKeys.areOn() || isUnderDialog(event.target))) {
    return;
  }
  const sequence = Date.now() - at < SEQUENCE_MS ? `${before} ${name}` : name;
  const actionOf = (wanted: string): (() => void) | undefined =>
    maps.findLast((keys) => keys[wanted] !== undefined)?.[wanted];
  const action = actionOf(sequence) ?? actionOf(name);
  before = action ? '' : name;
  at = Date.now();
  if (action) {
    event.preventDefault();
    action();
  }
};

/** Listens to keys while a screen is there. Keys typed into a field, and beneath a dialog, are left alone. */
export const useKeys = (keys: KeyMap): void => {
  useEffect(() => {
    if (maps.length === 0) {
      window.addEventListener('keydown', listen);
    }
    maps.push(keys);
    return () => {
      maps.splice(maps.lastIndexOf(keys), 1);
      if (maps.length === 0) {
        window.removeEventListener('keydown', listen);
      }
    };
  }, [keys]);
};
