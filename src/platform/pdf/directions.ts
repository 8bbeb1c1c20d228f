/** A part of a line that is read in one direction. */
export interface Run {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const LEFTWARD = '(?=\\p{L})[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
// From a letter that is read to the left as far as the last one before a letter that is not, with the marks on it.
const PASSAGE = new RegExp(`${LEFTWARD}(?:(?:${LEFTWARD}|\\P{L})*${LEFTWARD})?\\p{M}*`, 'gu');
const NUMBER = /\p{Nd}+(?:[.,:/]\p{Nd}+)*/gu;

const split = (text: string, pattern: RegExp): readonly { readonly text: string; readonly isMatch: boolean }[] => {
  const parts: { text: string; isMatch: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: text.slice(from, match.index), isMatch: false }, { text: match[0], isMatch: true });
    from = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(from), isMatch: false }].filter((part) => part.text !== '');
};

/**
 * The runs of a line in the order in which they are seen from left to right: of the Unicode algorithm for both directions, what a line needs that is
 * read from left to right as a whole. Words that are read to the left stand in reverse order, and numbers among them as they are.
 */
export const runsInSight = (line: string): readonly Run[] =>
  split(line, PASSAGE).flatMap(({ text, isMatch }) =>
    isMatch
      ? split(text, NUMBER)
          .map((part) => ({ text: part.text, isRightToLeft: !part.isMatch }))
          .reverse()
      : [{ text, isRightToLeft: false }],
  );
