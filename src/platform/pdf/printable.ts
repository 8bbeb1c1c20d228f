import { runsInSight } from './directions.js';

/** A part of a line that is printed as it is, or the box that stands for one sign as people see it. */
export interface Piece {
  readonly text: string;
  readonly isRightToLeft: boolean;
  /** The sign that the faces do not have, in whose place the text stands. */
  readonly instead?: string;
}

// Line breaks and tabs become spaces; what directs, joins or hides text without being seen is left out.
const BREAKS = /[\s\u0085\u00a0]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text on one line, as it is printed: without what cannot be seen, and spaces single. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(BREAKS, ' ').replace(UNSEEN, '').trim();

// Of these each letter is a sign of its own, which is worth knowing: to ask the segmenter takes longer than all else that a line takes.
const LATIN = /^[\u0020-\u02ff]*$/u;

/** The signs of a line, one after the other, each as the reader sees it. */
export const signsOf = (line: string): readonly string[] =>
  LATIN.test(line) ? line.split('') : [...signs.segment(line)].map(({ segment }) => segment);

const piecesOfRun = (
  { text: run, isRightToLeft }: { readonly text: string; readonly isRightToLeft: boolean },
  has: (sign: string) => boolean,
  box: string,
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let text = '';
  const end = (): void => {
    if (text !== '') {
      pieces.push({ text, isRightToLeft });
      text = '';
    }
  };
  for (const sign of signsOf(run)) {
    if (has(sign)) {
      text += sign;
    } else {
      end();
      pieces.push({ text: box, isRightToLeft: false, instead: sign });
    }
  }
  end();
  return isRightToLeft ? pieces.reverse() : pieces;
};

/** What a line is printed from, from left to right: pieces of text, and a box for each sign that the face does not have. */
export const piecesOf = (line: string, has: (sign: string) => boolean, box: string): readonly Piece[] =>
  runsInSight(line).flatMap((run) => piecesOfRun(run, has, box));
