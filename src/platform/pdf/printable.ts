/** What of a text can be printed with the fonts every reader has, and what cannot: one sign as people see it, which becomes a box. */
export type Piece = { readonly text: string } | { readonly box: true };

// Windows-1252, the signs of the standard fonts, beyond those it shares with Latin-1.
const BEYOND_LATIN_1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const MINUS = /[\u2212\u2011]/gu;
// Line breaks and tabs become spaces; what directs, joins or hides text without being seen is left out.
const BREAKS = /[\s\u0085\u00a0]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isPrintable = (sign: string): boolean => /^[\u0020-\u007e\u00a1-\u00ff]$/u.test(sign) || BEYOND_LATIN_1.has(sign);

/** A text on one line, as it is printed: without what cannot be seen, spaces single, and a minus that the fonts have. */
export const oneLine = (text: string): string =>
  text.normalize('NFC').replace(BREAKS, ' ').replace(UNSEEN, '').replace(MINUS, '-').trim();

/** The signs of a line, one after the other, each as the reader sees it. */
export const signsOf = (line: string): readonly string[] => [...signs.segment(line)].map(({ segment }) => segment);

/** What a line is printed from: pieces of text, and a box for each sign that the fonts do not have. */
export const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let text = '';
  for (const sign of signsOf(line)) {
    if (isPrintable(sign)) {
      text += sign;
      continue;
    }
    if (text !== '') {
      pieces.push({ text });
      text = '';
    }
    pieces.push({ box: true });
  }
  return text === '' ? pieces : [...pieces, { text }];
};
