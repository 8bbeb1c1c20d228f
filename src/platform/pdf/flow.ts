import type { Pen } from './pen.js';

export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { side: 48, top: 48, bottom: 60 } as const;
/** How wide a line is. */
export const WIDTH = PAGE.width - 2 * MARGIN.side;

/** The place on the pages at which the next thing stands, from top to bottom and on to the next page. */
export class Flow {
  y: number = MARGIN.top;

  constructor(readonly pen: Pen) {}

  get isAtTop(): boolean {
    return this.y === MARGIN.top;
  }

  hasRoom(height: number): boolean {
    return this.y + height <= PAGE.height - MARGIN.bottom;
  }

  /** Goes on to the next page where that much does not fit on this one. */
  makeRoom(height: number): void {
    if (!this.hasRoom(height)) {
      this.nextPage();
    }
  }

  nextPage(): void {
    this.pen.document.addPage();
    this.y = MARGIN.top;
  }
}
