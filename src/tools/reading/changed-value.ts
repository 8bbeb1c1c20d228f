import { lengthOf } from '../../domain/basics/text.js';
import { textAt } from './json.js';

const LONGEST = 255;

/** A changed value as it is shown: short texts, numbers and truth values; null for all else, so that no description is kept. */
export const changedValue = (value: unknown): string | number | boolean | null => {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const text = textAt(value);
  return text !== null && lengthOf(text) <= LONGEST ? text : null;
};
