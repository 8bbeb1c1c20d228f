import { drawBars, type Bar } from './bars.js';
import { lineHeight, Pen, type About, type Style } from './pen.js';

/** A column of a table; `share` is its part of the width beside those of the others. */
export interface TableColumn {
  readonly head: string;
  readonly share: number;
  readonly align?: 'left' | 'right';
  /** So many lines of a cell are printed at most; 1 unless said. */
  readonly lines?: number;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

const PAGE = { width: 595.28, height: 841.89 } as const;
const MARGIN = { side: 48, top: 48, bottom: 60 } as const;
const WIDTH = PAGE.width - 2 * MARGIN.side;
const LIMIT = PAGE.height - MARGIN.bottom;
const TITLE: Style = { size: 18, isBold: true };
const HEADING: Style = { size: 11.5, isBold: true };
const TEXT: Style = { size: 9 };
const HEAD: Style = { size: 8, isBold: true };
const CELL: Style = { size: 8 };
const SMALL: Style = { size: 7 };
const PAD = { x: 3, y: 3 } as const;
const MOST_HEAD_LINES = 2;

/** A report on paper, from top to bottom: it goes on on the next page where one is full, and repeats the head of a table there. */
export class Sheet {
  private readonly pen: Pen;
  private y: number = MARGIN.top;

  constructor(about: About) {
    this.pen = new Pen(about);
  }

  title(text: string): void {
    this.print(text, TITLE, 2);
    this.y += 4;
  }

  /** A heading with room for something below it on the same page; it stands in the outline of the document too. */
  heading(text: string, room = 60): void {
    this.y += this.y > MARGIN.top ? 12 : 0;
    this.makeRoom(lineHeight(HEADING) + room);
    this.pen.document.outline.addItem(text);
    this.print(text, HEADING, 2);
    this.y += 3;
  }

  paragraph(text: string, most = 8): void {
    this.print(text, TEXT, most);
    this.y += 4;
  }

  /** Figures as bars, each with its words beside it: nothing is told by a shade alone. */
  bars(bars: readonly Bar[]): void {
    for (const bar of bars) {
      this.makeRoom(drawBars.height);
      drawBars(this.pen, bar, { x: MARGIN.side, y: this.y, width: WIDTH });
      this.y += drawBars.height;
    }
    this.y += 4;
  }

  table({ columns, rows }: Table): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (WIDTH * share) / shares);
    const head = this.cells(
      columns.map((column) => column.head),
      columns,
      widths,
      HEAD,
    );
    const headHeight = heightOf(head, HEAD);
    this.makeRoom(headHeight + lineHeight(CELL) + 2 * PAD.y);
    const printHead = (): void => {
      this.pen.shade(MARGIN.side, this.y, WIDTH, headHeight);
      this.row(head, columns, widths, HEAD);
    };
    printHead();
    for (const row of rows) {
      const cells = this.cells(row, columns, widths, CELL);
      if (this.y + heightOf(cells, CELL) > LIMIT) {
        this.nextPage();
        printHead();
      }
      this.row(cells, columns, widths, CELL);
      this.pen.rule(MARGIN.side, this.y, WIDTH);
    }
    this.y += 6;
  }

  /** The bytes, with a line at the foot of each page: what it is, and which page of how many. */
  finish(foot: string, aboutBoxes: string): Promise<Buffer> {
    const { document } = this.pen;
    const { count } = document.bufferedPageRange();
    const left = this.pen.hasBoxes ? `${foot} ${aboutBoxes}` : foot;
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(page);
      const y = PAGE.height - MARGIN.bottom + 20;
      this.pen.rule(MARGIN.side, y - 6, WIDTH);
      const number = `Page ${page + 1} of ${count}`;
      const room = WIDTH - this.pen.widthOf(number, SMALL) - 12;
      for (const [place, line] of this.pen.lines(left, room, SMALL, 2).entries()) {
        this.pen.write(line, MARGIN.side, y + place * lineHeight(SMALL), SMALL);
      }
      this.pen.write(number, MARGIN.side, y, { ...SMALL, align: 'right', width: WIDTH });
    }
    return this.pen.finish();
  }

  private print(text: string, style: Style, most: number): void {
    for (const line of this.pen.lines(text, WIDTH, style, most)) {
      this.makeRoom(lineHeight(style));
      this.pen.write(line, MARGIN.side, this.y, style);
      this.y += lineHeight(style);
    }
  }

  private cells(
    texts: readonly string[],
    columns: readonly TableColumn[],
    widths: readonly number[],
    style: Style,
  ): readonly (readonly string[])[] {
    return columns.map(({ lines = 1 }, place) => {
      const width = (widths[place] ?? 0) - 2 * PAD.x;
      return this.pen.lines(texts[place] ?? '', width, style, style === HEAD ? MOST_HEAD_LINES : lines);
    });
  }

  private row(
    cells: readonly (readonly string[])[],
    columns: readonly TableColumn[],
    widths: readonly number[],
    style: Style,
  ): void {
    let x = MARGIN.side;
    for (const [place, lines] of cells.entries()) {
      const width = widths[place] ?? 0;
      for (const [line, text] of lines.entries()) {
        const y = this.y + PAD.y + line * lineHeight(style);
        this.pen.write(text, x + PAD.x, y, {
          ...style,
          align: columns[place]?.align ?? 'left',
          width: width - 2 * PAD.x,
        });
      }
      x += width;
    }
    this.y += heightOf(cells, style);
  }

  private makeRoom(height: number): void {
    if (this.y + height > LIMIT) {
      this.nextPage();
    }
  }

  private nextPage(): void {
    this.pen.document.addPage();
    this.y = MARGIN.top;
  }
}

const heightOf = (cells: readonly (readonly string[])[], style: Style): number =>
  Math.max(...cells.map((lines) => lines.length)) * lineHeight(style) + 2 * PAD.y;
