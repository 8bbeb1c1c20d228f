import PDFDocument from 'pdfkit';
import type { Instant } from '../../domain/basics/instant.js';
import { linesOf } from './lines.js';
import { piecesOf } from './printable.js';

export interface About {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** The language of the text, such as `en`. */
  readonly language: string;
  /** What it is of; stands for the time of making, so that the same content gives the same bytes. */
  readonly at: Instant;
}

export interface Style {
  readonly size: number;
  readonly isBold?: boolean;
}

type Align = 'left' | 'right';

export const INK = '#000000';
export const RULE = '#8a8a8a';
export const SHADE = '#e8e8e8';

const LEADING = 1.25;
const BOX = { width: 0.62, height: 0.68, top: 0.16 } as const;

/** How high a line of text is. */
export const lineHeight = ({ size }: Style): number => size * LEADING;

/** Writes and draws on the pages of a PDF. Lengths are points from the top left corner of an A4 page. */
export class Pen {
  readonly document: PDFKit.PDFDocument;
  /** Whether some sign was printed as a box. */
  hasBoxes = false;
  private readonly made: Promise<Buffer>;

  constructor({ title, subject, author, language, at }: About) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      // Bytes that depend on nothing but the content: no compressor whose next version would pack otherwise.
      compress: false,
      lang: language,
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: title, Subject: subject, Author: author, Creator: 'Tollgate', CreationDate: new Date(at) },
    });
    const chunks: Buffer[] = [];
    this.made = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.document.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      this.document.on('error', reject);
    });
  }

  widthOf(text: string, style: Style): number {
    this.take(style);
    return piecesOf(text).reduce(
      (width, piece) => width + ('box' in piece ? style.size * BOX.width : this.document.widthOfString(piece.text)),
      0,
    );
  }

  lines(text: string, width: number, style: Style, most = Number.MAX_SAFE_INTEGER): readonly string[] {
    return linesOf(text, { width, most, widthOf: (part) => this.widthOf(part, style) });
  }

  /** Prints a line; aligned to the right it ends `width` points after x. */
  write(line: string, x: number, y: number, style: Style & { readonly align?: Align; readonly width?: number }): void {
    let left = style.align === 'right' ? x + (style.width ?? 0) - this.widthOf(line, style) : x;
    for (const piece of piecesOf(line)) {
      this.take(style);
      if ('box' in piece) {
        this.box(left, y, style.size);
        left += style.size * BOX.width;
      } else {
        this.document.fillColor(INK).text(piece.text, left, y, { lineBreak: false });
        left += this.document.widthOfString(piece.text);
      }
    }
  }

  rule(x: number, y: number, width: number, color = RULE): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .stroke(color);
  }

  shade(x: number, y: number, width: number, height: number): void {
    this.document.rect(x, y, width, height).fill(SHADE);
  }

  /** The bytes of the document; nothing can be drawn after it. */
  finish(): Promise<Buffer> {
    this.document.end();
    return this.made;
  }

  private take({ size, isBold }: Style): void {
    this.document.font(isBold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
  }

  private box(x: number, y: number, size: number): void {
    this.hasBoxes = true;
    this.document
      .rect(x + size * 0.06, y + size * BOX.top, size * (BOX.width - 0.12), size * BOX.height)
      .lineWidth(0.5)
      .stroke(INK);
  }
}
