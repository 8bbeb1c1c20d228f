import { INK, lineHeight, type Pen, type Style } from './pen.js';

/** How a bar is filled, to be told apart without colour. */
export type Filling = 'SOLID' | 'HATCHED' | 'EMPTY';

export interface Bar {
  readonly label: string;
  /** From 0 to 100; null: there is none. */
  readonly percent: number | null;
  /** Where the mark of the target stands, from 0 to 100. */
  readonly target: number;
  readonly filling: Filling;
  /** What stands beside it. */
  readonly words: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const WORDS: Style = { size: 8.5 };
const LABEL = 105;
const SCALE = 170;
const GAP = 10;
const THICK = 11;
const BETWEEN_LINES = 3.5;
const GREY = '#595959';

const fill = ({ document }: Pen, filling: Filling, { x, y, width }: Place): void => {
  if (filling === 'SOLID') {
    document.rect(x, y, width, THICK).fill(GREY);
  } else if (filling === 'HATCHED') {
    document.save().rect(x, y, width, THICK).clip();
    for (let at = x - THICK; at < x + width; at += BETWEEN_LINES) {
      document
        .moveTo(at, y + THICK)
        .lineTo(at + THICK, y)
        .lineWidth(0.7)
        .stroke(INK);
    }
    document.restore();
  }
  document.rect(x, y, width, THICK).lineWidth(0.7).stroke(INK);
};

/** Draws a bar on its scale, with its label before and its words after it, and a mark where its target is. */
export const drawBars = (pen: Pen, { label, percent, target, filling, words }: Bar, { x, y, width }: Place): void => {
  const [left, top] = [x + LABEL, y + 3];
  const textTop = top + (THICK - lineHeight(WORDS)) / 2;
  const [name = ''] = pen.lines(label, LABEL - 6, WORDS, 1);
  pen.write(name, x, textTop, WORDS);
  pen.document.rect(left, top, SCALE, THICK).lineWidth(0.3).stroke(GREY);
  if (percent !== null && percent > 0) {
    fill(pen, filling, { x: left, y: top, width: (SCALE * Math.min(percent, 100)) / 100 });
  }
  const mark = left + (SCALE * target) / 100;
  pen.document
    .moveTo(mark, top - 3)
    .lineTo(mark, top + THICK + 3)
    .lineWidth(1.6)
    .stroke(INK);
  const [told = ''] = pen.lines(words, width - LABEL - SCALE - GAP, WORDS, 1);
  pen.write(told, left + SCALE + GAP, textTop, WORDS);
};

/** How much room a bar takes from top to bottom. */
drawBars.height = THICK + 9;
