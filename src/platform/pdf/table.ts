import { MARGIN, WIDTH, type Flow } from './flow.js';
import { lineHeight, type Style } from './pen.js';
import type { Tag } from './tags.js';

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
  /** Whether the first cell of a row says what the row is of; so unless said. */
  readonly hasRowHeads?: boolean;
}

/** The lines of the cells of a row, cell by cell. */
type Cells = readonly (readonly string[])[];

const HEAD: Style = { size: 8, isBold: true };
const CELL: Style = { size: 8 };
const PAD = { x: 3, y: 3 } as const;
const MOST_HEAD_LINES = 2;

const heightOf = (cells: Cells, style: Style): number =>
  Math.max(...cells.map((lines) => lines.length)) * lineHeight(style) + 2 * PAD.y;

/** Prints one table; its head is repeated at the top of each page it goes on to, for the eye alone. */
class TablePrinter {
  private readonly widths: readonly number[];
  private readonly head: Cells;

  constructor(
    private readonly flow: Flow,
    private readonly table: Table,
  ) {
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    this.widths = table.columns.map(({ share }) => (WIDTH * share) / shares);
    this.head = this.cells(
      table.columns.map(({ head }) => head),
      HEAD,
    );
  }

  print(tag: Tag): void {
    const { flow, table } = this;
    const { tags } = flow.pen;
    flow.makeRoom(heightOf(this.head, HEAD) + lineHeight(CELL) + 2 * PAD.y);
    const headRow = tags.below(tags.below(tag, 'THead'), 'TR');
    this.printHead((draw) => {
      tags.show(tags.below(headRow, 'TH', { scope: 'Column' }), draw);
    });
    const body = tags.below(tag, 'TBody');
    for (const texts of table.rows) {
      this.printRow(tags.below(body, 'TR'), this.cells(texts, CELL));
    }
  }

  private printRow(row: Tag, cells: Cells): void {
    const { flow, table } = this;
    const { tags } = flow.pen;
    if (!flow.hasRoom(heightOf(cells, CELL))) {
      flow.nextPage();
      this.printHead((draw) => {
        tags.decorate(draw, 'Pagination');
      });
    }
    this.row(cells, CELL, (draw, place) => {
      const isHead = place === 0 && table.hasRowHeads !== false;
      tags.show(isHead ? tags.below(row, 'TH', { scope: 'Row' }) : tags.below(row, 'TD'), draw);
    });
    flow.pen.rule(MARGIN.side, flow.y, WIDTH);
  }

  private printHead(each: (draw: () => void) => void): void {
    const { flow } = this;
    flow.pen.shade(MARGIN.side, flow.y, WIDTH, heightOf(this.head, HEAD));
    this.row(this.head, HEAD, each);
  }

  private cells(texts: readonly string[], style: Style): Cells {
    return this.table.columns.map(({ lines = 1 }, place) => {
      const width = (this.widths[place] ?? 0) - 2 * PAD.x;
      return this.flow.pen.lines(texts[place] ?? '', width, style, style === HEAD ? MOST_HEAD_LINES : lines);
    });
  }

  private row(cells: Cells, style: Style, each: (draw: () => void, place: number) => void): void {
    const { flow } = this;
    let x = MARGIN.side;
    for (const [place, lines] of cells.entries()) {
      const left = x + PAD.x;
      const width = this.widths[place] ?? 0;
      const align = this.table.columns[place]?.align ?? 'left';
      each(() => {
        for (const [line, text] of lines.entries()) {
          const y = flow.y + PAD.y + line * lineHeight(style);
          flow.pen.write(text, left, y, { ...style, align, width: width - 2 * PAD.x });
        }
      }, place);
      x += width;
    }
    flow.y += heightOf(cells, style);
  }
}

/** Prints a table from where the flow stands; `tag` is the table's. */
export const printTable = (flow: Flow, tag: Tag, table: Table): void => {
  new TablePrinter(flow, table).print(tag);
};
