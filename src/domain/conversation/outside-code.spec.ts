import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outsideCode } from './outside-code.js';

const shown = (text: string): string => outsideCode(text).replaceAll('\u0000', '#');

describe('what stands outside of code', () => {
  it.each([
    ['a span', 'see `x` here', 'see ### here'],
    ['a span with backticks in it', 'see ``a`b`` here', 'see ####### here'],
    ['a span over two lines', 'a `b\nc` d', 'a ##### d'],
    ['a backtick alone', 'it costs 5` or so', 'it costs 5` or so'],
    ['backticks of two paragraphs', 'a ` b\n\nc ` d', 'a ` b\n\nc ` d'],
    ['an escaped backtick before a span', '\\` `x` y', '\\` ### y'],
    ['a fence', 'a\n```js\nb\n```\nc', 'a\n#####\n#\n###\nc'],
    ['a fence of tildes with backticks in it', '~~~\n```\nb\n~~~\nc', '###\n###\n#\n###\nc'],
    ['a fence closed by a longer one', '```\na\n``\n`````\nb', '###\n#\n##\n#####\nb'],
    ['a fence that is never closed', 'a\n```\nb\n\nc', 'a\n###\n#\n\n#'],
    ['a fence in a quotation', '> ```\n> a\n> ```\nb', '#####\n###\n#####\nb'],
    ['a fence in a list', '1. ```\n   a\n   ```\nb', '######\n####\n######\nb'],
    ['a fence with line ends of Windows', '```\r\na\r\n```\r\nb', '####\n##\n####\nb'],
    ['a span that begins a line as a fence would', '```a``` b', '####### b'],
    ['lines that are merely indented', '    a', '    a'],
  ])('leaves out %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('keeps every other character in its place', () => {
    const pieces = fc.constantFrom('a', ' ', '\n', '`', '``', '```', '~~~', '\\', '>', '-', '@');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const outside = outsideCode(text);
        expect(outside).toHaveLength(text.length);
        for (let place = 0; place < text.length; place += 1) {
          expect([text[place], '\u0000']).toContain(outside[place]);
        }
      }),
    );
  });

  it('takes no longer than a blink for the worst that fits into a comment', () => {
    const worst = ['`'.repeat(10_000), '` '.repeat(5_000), '-'.repeat(10_000), '- '.repeat(5_000), '1.'.repeat(5_000)];
    const runs = Array.from({ length: 139 }, (_, length) => '`'.repeat(length + 1)).join(' ');
    const begun = performance.now();
    for (const text of [...worst, runs]) {
      outsideCode(text);
    }
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
