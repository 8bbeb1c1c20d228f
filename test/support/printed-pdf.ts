import iconv from 'iconv-lite';
import PDFDocument from 'pdfkit';

/** A piece of text on a page, in points from the top left corner. */
export interface Printed {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly right: number;
  readonly text: string;
}

const PAGE_HEIGHT = 841.89;
const measure = new PDFDocument();

const fromHex = (hex: string): string => iconv.decode(Buffer.from(hex, 'hex'), 'windows-1252');

/** The text of a PDF that this program printed, piece by piece: it is not compressed and has standard fonts only. */
export const printedIn = (bytes: Buffer): readonly Printed[] => {
  const source = bytes.toString('latin1');
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', object = '']) => [
      name,
      new RegExp(`\\n${object} 0 obj[\\s\\S]*?/BaseFont /(\\S+)`).exec(source)?.[1] ?? 'Helvetica',
    ]),
  );
  const streams = [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => stream);
  return streams
    .filter((stream) => stream.includes('841.89 cm'))
    .flatMap((stream, page) =>
      [...stream.matchAll(/1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/(F\d+) ([\d.]+) Tf\n\[(.*?)\] TJ/g)].map(
        ([, x = '', y = '', font = '', size = '', array = '']) => {
          const text = [...array.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => fromHex(hex)).join('');
          measure.font(fonts.get(font) ?? 'Helvetica').fontSize(Number(size));
          return {
            page: page + 1,
            x: Number(x),
            y: PAGE_HEIGHT - Number(y),
            size: Number(size),
            right: Number(x) + measure.widthOfString(text),
            text,
          };
        },
      ),
    );
};

/** All of it as one text, a line for each piece. */
export const textIn = (bytes: Buffer): string =>
  printedIn(bytes)
    .map(({ text }) => text)
    .join('\n');
