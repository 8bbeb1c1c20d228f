import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { Encoding } from '../../../domain/imports/mapping.js';

const LINE_FEED = 10;

// As browsers and spreadsheets do: what is called Latin-1 is Windows-1252, whose quotes and dashes are controls in Latin-1 proper.
const DECODERS = { 'utf-8': 'utf-8', latin1: 'windows-1252' } as const satisfies Record<Encoding, string>;

/** The text of a file in pieces; a byte order mark is dropped. */
export async function* textOfFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(DECODERS[encoding]);
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoder.write(bytes);
  }
  yield decoder.end() ?? '';
}

/** The first line of a file that is not UTF-8, counted from 1; null when all of it is. */
export const firstLineNotUtf8 = async (path: string): Promise<number | null> => {
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    // Cut after the last line break: no character of UTF-8 holds that byte, so none is cut in two.
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    const whole = Buffer.concat([rest, bytes.subarray(0, end)]);
    if (!isUtf8(whole)) {
      return lineIn(whole, line);
    }
    line += breaksIn(whole);
    rest = end === 0 ? Buffer.concat([rest, bytes]) : Buffer.from(bytes.subarray(end));
  }
  return isUtf8(rest) ? null : line;
};

const breaksIn = (bytes: Buffer): number => bytes.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);

const lineIn = (bytes: Buffer, firstLine: number): number => {
  let line = firstLine;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) {
      break;
    }
    from = next;
  }
  return line;
};
