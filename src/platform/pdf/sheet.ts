import { drawBar, type Bar } from './bars.js';
import { Flow, MARGIN, PAGE, WIDTH } from './flow.js';
import { lineHeight, Pen, type About, type Style } from './pen.js';
import { printPoints, type Point } from './points.js';
import { printTable, type Table } from './table.js';
import type { Kind, Tag } from './tags.js';

const TITLE: Style = { size: 18, isBold: true };
const HEADING: Style = { size: 11.5, isBold: true };
const TEXT: Style = { size: 9 };
const SMALL: Style = { size: 7 };

/** A report on paper, from top to bottom: it goes on on the next page where one is full, and tells a screen reader what is what. */
export class Sheet {
  private readonly pen: Pen;
  private readonly flow: Flow;
  /** The section at hand. */
  private section: Tag;

  constructor(about: About) {
    this.pen = new Pen(about);
    this.flow = new Flow(this.pen);
    this.section = this.pen.tags.root;
  }

  title(text: string): void {
    this.print(text, 'H1', TITLE, 2);
    this.flow.y += 4;
  }

  /** Begins a section by a heading, with room for something below it on the same page; it stands in the outline of the document too. */
  heading(text: string, room = 60): void {
    this.flow.y += this.flow.isAtTop ? 0 : 12;
    this.flow.makeRoom(lineHeight(HEADING) + room);
    const there = { top: this.flow.y - 6 };
    this.pen.document.outline.addItem(text, there as object);
    this.section = this.pen.tags.below(this.pen.tags.root, 'Sect');
    this.print(text, 'H2', HEADING, 2);
    this.flow.y += 3;
  }

  paragraph(text: string, most = 8): void {
    this.print(text, 'P', TEXT, most);
    this.flow.y += 4;
  }

  /** Sentences, each with a label beside it. */
  points(points: readonly Point[]): void {
    printPoints(this.flow, this.pen.tags.below(this.section, 'L'), points);
    this.flow.y += 4;
  }

  /** Figures as bars, each with its words beside it: nothing is told by a shade alone. */
  bars(bars: readonly Bar[]): void {
    const list = this.pen.tags.below(this.section, 'L');
    for (const bar of bars) {
      this.flow.makeRoom(drawBar.height);
      drawBar(this.pen, list, bar, { x: MARGIN.side, y: this.flow.y, width: WIDTH });
      this.flow.y += drawBar.height;
    }
    this.flow.y += 4;
  }

  table(table: Table): void {
    printTable(this.flow, this.pen.tags.below(this.section, 'Table'), table);
    this.flow.y += 6;
  }

  /** The bytes, with a line at the foot of each page: what it is, and which page of how many. */
  finish(foot: string, aboutBoxes: string): Promise<Buffer> {
    const { document, tags } = this.pen;
    const { count } = document.bufferedPageRange();
    const left = this.pen.hasBoxes ? `${foot} ${aboutBoxes}` : foot;
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(page);
      const y = PAGE.height - MARGIN.bottom + 20;
      this.pen.rule(MARGIN.side, y - 6, WIDTH);
      tags.decorate(() => {
        this.printFoot(left, `Page ${page + 1} of ${count}`, y);
      }, 'Pagination');
    }
    return this.pen.finish();
  }

  private printFoot(left: string, number: string, y: number): void {
    const room = WIDTH - this.pen.widthOf(number, SMALL) - 12;
    for (const [place, line] of this.pen.lines(left, room, SMALL, 2).entries()) {
      this.pen.write(line, MARGIN.side, y + place * lineHeight(SMALL), SMALL);
    }
    this.pen.write(number, MARGIN.side, y, { ...SMALL, align: 'right', width: WIDTH });
  }

  private print(text: string, kind: Kind, style: Style, most: number): void {
    const tag = this.pen.tags.below(this.section, kind);
    for (const line of this.pen.lines(text, WIDTH, style, most)) {
      this.flow.makeRoom(lineHeight(style));
      this.pen.tags.show(tag, () => {
        this.pen.write(line, MARGIN.side, this.flow.y, style);
      });
      this.flow.y += lineHeight(style);
    }
  }
}
