import { INK, lineHeight, type Pen, type Style } from './pen.js';
import type { Tag } from './tags.js';

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
  /** What is said of it to who does not see it. */
  readonly alt: string;
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
const BEYOND = 3;
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

const drawScale = (pen: Pen, { percent, target, filling }: Bar, { x, y }: Omit<Place, 'width'>): void => {
  pen.document.rect(x, y, SCALE, THICK).lineWidth(0.3).stroke(GREY);
  if (percent !== null && percent > 0) {
    fill(pen, filling, { x, y, width: (SCALE * Math.min(percent, 100)) / 100 });
  }
  const mark = x + (SCALE * target) / 100;
  pen.document
    .moveTo(mark, y - BEYOND)
    .lineTo(mark, y + THICK + BEYOND)
    .lineWidth(1.6)
    .stroke(INK);
};

/** Draws a bar on its scale, with its label before and its words after it, and a mark where its target is: an item of `list`. */
export const drawBar = (pen: Pen, list: Tag, bar: Bar, { x, y, width }: Place): void => {
  const { tags } = pen;
  const [left, top] = [x + LABEL, y + BEYOND];
  const textTop = top + (THICK - lineHeight(WORDS)) / 2;
  const item = tags.below(list, 'LI');
  const [name = ''] = pen.lines(bar.label, LABEL - 6, WORDS, 1);
  tags.show(tags.below(item, 'Lbl'), () => {
    pen.write(name, x, textTop, WORDS);
  });
  const body = tags.below(item, 'LBody');
  const bbox = [left, top - BEYOND, left + SCALE, top + THICK + BEYOND] as const;
  tags.show(tags.below(body, 'Figure', { alt: bar.alt, bbox }), () => {
    drawScale(pen, bar, { x: left, y: top });
  });
  const [told = ''] = pen.lines(bar.words, width - LABEL - SCALE - GAP, WORDS, 1);
  tags.show(tags.below(body, 'Span'), () => {
    pen.write(told, left + SCALE + GAP, textTop, WORDS);
  });
};

/** How much room a bar takes from top to bottom. */
drawBar.height = THICK + 3 * BEYOND;
