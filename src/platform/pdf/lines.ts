import { oneLine, signsOf } from './printable.js';

const MORE = '…';
// A number and its percent sign stay together.
const BETWEEN_WORDS = / (?!%)/u;

/** Cuts a word that is wider than a line into parts that are not. */
const cut = (word: string, width: number, widthOf: (text: string) => number): readonly string[] => {
  if (widthOf(word) <= width) {
    return [word];
  }
  const parts: string[] = [];
  let part = '';
  for (const sign of signsOf(word)) {
    if (part !== '' && widthOf(part + sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
};

const shortened = (line: string, width: number, widthOf: (text: string) => number): string => {
  const signs = [...signsOf(line)];
  while (signs.length > 0 && widthOf(signs.join('') + MORE) > width) {
    signs.pop();
  }
  return signs.join('').trimEnd() + MORE;
};

/**
 * Breaks a text into lines no wider than `width`, at spaces, and within a word that is wider alone. What does not fit into
 * `most` lines is left out, and an ellipsis says so. At least one line. A line that was broken at a space ends in that space, beyond
 * `width`, so that who reads the lines as one text has the words apart.
 */
export const linesOf = (
  text: string,
  {
    width,
    most,
    widthOf,
  }: { readonly width: number; readonly most: number; readonly widthOf: (text: string) => number },
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(BETWEEN_WORDS)) {
    for (const [place, part] of cut(word, width, widthOf).entries()) {
      const longer = line === '' ? part : place === 0 ? `${line} ${part}` : null;
      if (longer !== null && widthOf(longer) <= width) {
        line = longer;
      } else {
        lines.push(place === 0 ? `${line} ` : line);
        line = part;
      }
    }
    if (lines.length > most) {
      break;
    }
  }
  lines.push(line);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), shortened(lines.slice(most - 1, most + 1).join(''), width, widthOf)];
};
