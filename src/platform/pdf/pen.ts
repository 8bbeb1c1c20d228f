import type { Instant } from '../../domain/basics/instant.js';
import { BOX, FACES } from './faces.js';
import { linesOf } from './lines.js';
import { oneLine, piecesOf, type Piece } from './printable.js';
import { TaggedDocument } from './tagged-document.js';
import { Tags } from './tags.js';

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

type Face = keyof typeof FACES;

/** What the library has open, which its types do not tell of. */
interface Opened {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** How high a line of text is. */
export const lineHeight = ({ size }: Style): number => size * LEADING;

/** Writes and draws on the pages of a PDF. Lengths are points from the top left corner of an A4 page. */
export class Pen {
  readonly document: PDFKit.PDFDocument;
  readonly tags: Tags;
  /** Whether some sign was printed as a box. */
  hasBoxes = false;
  private readonly made: Promise<Buffer>;
  private readonly known = new Map<string, boolean>();

  constructor({ title, subject, author, language, at }: About) {
    this.document = new TaggedDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      // Bytes that depend on nothing but the content: no compressor whose next version would pack otherwise.
      compress: false,
      tagged: true,
      lang: language,
      displayTitle: true,
      pdfVersion: '1.7',
      info: {
        Title: oneLine(title),
        Subject: oneLine(subject),
        Author: author,
        Creator: 'Tollgate',
        CreationDate: new Date(at),
      },
    });
    for (const [name, file] of Object.entries(FACES)) {
      this.document.registerFont(name, file);
    }
    this.tags = new Tags(this.document);
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
    return this.pieces(text, style).reduce((width, piece) => width + this.widthOfPiece(piece), 0);
  }

  lines(text: string, width: number, style: Style, most = Number.MAX_SAFE_INTEGER): readonly string[] {
    return linesOf(text, { width, most, widthOf: (part) => this.widthOf(part, style) });
  }

  /** Prints a line; aligned to the right it ends `width` points after x. */
  write(line: string, x: number, y: number, style: Style & { readonly align?: Align; readonly width?: number }): void {
    let left = style.align === 'right' ? x + (style.width ?? 0) - this.widthOf(line.trimEnd(), style) : x;
    for (const piece of this.pieces(line, style)) {
      if (piece.instead !== undefined) {
        this.hasBoxes = true;
        this.document.markContent('Span', { actual: piece.instead });
      }
      this.document.fillColor(INK).text(piece.text, left, y, { lineBreak: false, ...layoutOf(piece) });
      if (piece.instead !== undefined) {
        this.document.endMarkedContent();
      }
      left += this.widthOfPiece(piece);
    }
  }

  rule(x: number, y: number, width: number, color = RULE): void {
    this.tags.decorate(() => {
      this.document
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.5)
        .stroke(color);
    });
  }

  shade(x: number, y: number, width: number, height: number): void {
    this.tags.decorate(() => {
      this.document.rect(x, y, width, height).fill(SHADE);
    });
  }

  /** The bytes of the document; nothing can be drawn after it. */
  finish(): Promise<Buffer> {
    this.document.end();
    return this.made;
  }

  private widthOfPiece(piece: Piece): number {
    return this.document.widthOfString(piece.text, layoutOf(piece));
  }

  /** What a text is printed from in a style, which is taken up. */
  private pieces(text: string, { size, isBold }: Style): readonly Piece[] {
    const face: Face = isBold ? 'bold' : 'regular';
    this.document.font(face).fontSize(size);
    return piecesOf(text, (sign) => this.has(face, sign), BOX);
  }

  private has(face: Face, sign: string): boolean {
    const asked = `${face} ${sign}`;
    const known = this.known.get(asked);
    if (known !== undefined) {
      return known;
    }
    const { font } = (this.document as unknown as Opened)._font;
    const has = Array.from(sign).every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    this.known.set(asked, has);
    return has;
  }
}

/** Laid out with features, even none, a text is laid out as one, and its words do not stand from left to right. */
const layoutOf = ({ isRightToLeft }: Piece): { features?: [] } => (isRightToLeft ? { features: [] } : {});
