import { MARGIN, WIDTH, type Flow } from './flow.js';
import { lineHeight, type Style } from './pen.js';
import type { Tag } from './tags.js';

/** Something to say in a sentence or two, and what it is of. */
export interface Point {
  readonly label: string;
  readonly text: string;
}

const LABEL: Style = { size: 9, isBold: true };
const TEXT: Style = { size: 9 };
const INDENT = 105;
const MOST_LINES = 4;
const BETWEEN = 3;

/** Prints points one below the other, each with its label beside it; `list` is their tag. */
export const printPoints = (flow: Flow, list: Tag, points: readonly Point[]): void => {
  const { pen } = flow;
  const { tags } = pen;
  for (const { label, text } of points) {
    const [name = ''] = pen.lines(label, INDENT - 6, LABEL, 1);
    const lines = pen.lines(text, WIDTH - INDENT, TEXT, MOST_LINES);
    const height = lines.length * lineHeight(TEXT) + BETWEEN;
    flow.makeRoom(height);
    const item = tags.below(list, 'LI');
    tags.show(tags.below(item, 'Lbl'), () => {
      pen.write(name, MARGIN.side, flow.y, LABEL);
    });
    tags.show(tags.below(item, 'LBody'), () => {
      for (const [place, line] of lines.entries()) {
        pen.write(line, MARGIN.side + INDENT, flow.y + place * lineHeight(TEXT), TEXT);
      }
    });
    flow.y += height;
  }
};
