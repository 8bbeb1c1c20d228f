/** A piece of text on a page, in points from the top left corner. */
export interface Printed {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly right: number;
  readonly text: string;
}

interface Font {
  readonly letters: readonly string[];
  readonly widths: readonly number[];
}

const PAGE_HEIGHT = 841.89;

const objectOf = (source: string, id: string): string => {
  const from = source.indexOf(`\n${id} 0 obj\n`);
  return source.slice(from, source.indexOf('\nendobj', from));
};

const refIn = (object: string, name: string): string => new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(object)?.[1] ?? '';

const fromHex = (hex: string): string => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return new TextDecoder('utf-16be').decode(bytes);
};

/** An embedded font by what stands in the document: which letters each of its glyphs is, and how wide. */
const fontOf = (source: string, id: string): Font => {
  const font = objectOf(source, id);
  const ranges = objectOf(source, refIn(font, 'ToUnicode')).matchAll(/<[\da-f]{4}> <[\da-f]{4}> \[(.*?)\]/g);
  const letters = [...ranges].flatMap(([, range = '']) =>
    [...range.matchAll(/<([\da-f ]*)>/g)].map(([, hex = '']) => fromHex(hex)),
  );
  const descendant = objectOf(source, refIn(font, 'DescendantFonts'));
  const widths = /\/W \[0 \[(.*?)\]\]/.exec(descendant)?.[1] ?? '';
  return { letters, widths: widths.split(' ').map(Number) };
};

const pieceIn = (block: string, fonts: ReadonlyMap<string, Font>): Omit<Printed, 'page'> => {
  const [, x = '', y = ''] = /1 0 0 1 ([\d.]+) ([\d.]+) Tm/.exec(block) ?? [];
  const [, name = '', size = ''] = /\/(F\d+) ([\d.]+) Tf/.exec(block) ?? [];
  const { letters, widths } = fonts.get(name) ?? { letters: [], widths: [] };
  let text = '';
  let units = 0;
  for (const [, array = ''] of block.matchAll(/\[(.*?)\] TJ/g)) {
    for (const [, hex, shift] of array.matchAll(/<([\da-f]*)>|(-?[\d.]+)/g)) {
      const glyphs = (hex?.match(/.{4}/g) ?? []).map((glyph) => parseInt(glyph, 16));
      text += glyphs.map((glyph) => letters[glyph] ?? '\ufffd').join('');
      units += glyphs.reduce((sum, glyph) => sum + (widths[glyph] ?? 0), 0) - Number(shift ?? 0);
    }
  }
  const behind = text.endsWith(' ') ? (widths[letters.indexOf(' ')] ?? 0) : 0;
  return {
    x: Number(x),
    y: PAGE_HEIGHT - Number(y),
    size: Number(size),
    right: Number(x) + ((units - behind) * Number(size)) / 1000,
    text: text.trimEnd(),
  };
};

/** The text of a PDF that this program printed, piece by piece as it is seen: it is not compressed, and its fonts are embedded. */
export const printedIn = (bytes: Buffer): readonly Printed[] => {
  const source = bytes.toString('latin1');
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(source, id)]),
  );
  const streams = [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => stream);
  return streams
    .filter((stream) => stream.includes('841.89 cm'))
    .flatMap((stream, page) =>
      [...stream.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block = '']) => ({
        page: page + 1,
        ...pieceIn(block, fonts),
      })),
    );
};

/** All of it as one text, a line for each piece. */
export const textIn = (bytes: Buffer): string =>
  printedIn(bytes)
    .map(({ text }) => text)
    .join('\n');
