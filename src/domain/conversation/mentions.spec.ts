import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkMentions, mentionsIn, resolveMentions } from './mentions.js';

const ADA = '019a0000-0000-7000-8000-00000000ada0';
const keys = (text: string): string[] => mentionsIn(text).map(({ key }) => key);

const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{0,10}$/), fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/))
  .map(([local, label]) => `${local}@${label}.example.org`);
const id = fc.uuid();
const mention = fc.oneof(
  email.map((key) => ({ key, typed: `@${key}` })),
  id.map((key) => ({ key, typed: `@{${key}}` })),
);
/** What people write between mentions: words, addresses, links, lone signs. */
const word = fc.oneof(
  fc.constantFrom(
    'and',
    'über',
    '@',
    '@ada',
    '@{ada}',
    '@{',
    '5@7',
    '(see',
    'below)',
    '#1',
    '@@',
    '/@',
    '@ada@localhost',
  ),
  email,
  email.map((address) => `<${address}>`),
  email.map((address) => `mailto:${address}`),
  email.map((address) => `https://social.example/@${address}`),
  mention.map(({ typed }) => `\\${typed}`),
  mention.map(({ typed }) => `a${typed}`),
  mention.map(({ typed }) => `https://example.org/?to=${typed}`),
);
const gap = fc.constantFrom(' ', '\n', '\n\n', '\t', '  ');

describe('a mention', () => {
  it('is an id in braces or a whole e-mail address behind an @, in whatever case', () => {
    expect(mentionsIn(`@{${ADA.toUpperCase()}} and @Ada@Example.org`)).toEqual([
      { by: 'ID', key: ADA, typed: `@{${ADA.toUpperCase()}}` },
      { by: 'EMAIL', key: 'ada@example.org', typed: '@Ada@Example.org' },
    ]);
  });

  it.each([
    ['at the end of a sentence', 'Ask @ada@example.org.', 'ada@example.org'],
    ['in brackets', '(@ada@example.org)', 'ada@example.org'],
    ['in bold', '**@ada@example.org**', 'ada@example.org'],
    ['in italics', '_@ada@example.org_', 'ada@example.org'],
    ['in quotation marks', '„@ada@example.org“', 'ada@example.org'],
    ['in a list', '- @ada@example.org', 'ada@example.org'],
    ['in a quotation', '>@ada@example.org', 'ada@example.org'],
    ['next to another', `@{${ADA}},@{${ADA}}`, ADA],
    ['of a name beyond ASCII', '@jürgen@exämple.org', 'jürgen@exämple.org'],
    ['before a word', `@{${ADA}}s`, ADA],
  ])('is found %s', (_, text, key) => {
    expect(keys(text)).toEqual([key]);
  });

  it.each([
    ['an address in running text', 'Write to ada@example.org or <ada@example.org>'],
    ['an address of one label', '@ada@localhost'],
    ['two addresses in one', '@ada@example.org@example.com'],
    ['a link of a social network', 'https://social.example/@ada@example.org'],
    ['what is escaped', '\\@ada@example.org'],
    ['an id that is none', '@{ada} @{019a0000}'],
    ['code', 'Type `@ada@example.org`'],
    ['a fence', '```\n@ada@example.org\n```'],
  ])('is not %s', (_, text) => {
    expect(keys(text)).toEqual([]);
  });

  it('counts once, where it comes first', () => {
    expect(mentionsIn('@b@example.org @a@example.org @B@example.org').map(({ typed }) => typed)).toEqual([
      '@b@example.org',
      '@a@example.org',
    ]);
  });

  it('is found wherever it stands between words, and nothing else is', () => {
    const part = fc.oneof(
      word.map((text) => ({ text, key: null })),
      mention.map(({ typed, key }) => ({ text: typed, key })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(part, gap), { maxLength: 20 }), (parts) => {
        const text = parts.map(([{ text: own }, space]) => own + space).join('');
        const expected = parts.map(([{ key }]) => key?.toLowerCase()).filter((key) => key !== undefined);
        expect(keys(text)).toEqual([...new Set(expected)]);
      }),
      { numRuns: 500 },
    );
  });

  it('never comes from code, whatever is written there', () => {
    const anything = fc.array(
      fc.oneof(
        word,
        mention.map(({ typed }) => typed),
        gap,
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(anything, fc.boolean(), (parts, inFence) => {
        const text = parts.join('').replaceAll('`', '');
        // A span ends with its paragraph, a fence does not.
        const code = inFence ? `\`\`\`\n${text}\n\`\`\`` : `\`${text.replace(/\s+/g, ' ')}\``;
        expect(keys(`before ${inFence ? '\n' : ''}${code}`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer than a blink to look for in the worst that fits into a comment', () => {
    const worst = [
      `@a@${'a.'.repeat(4_997)}a@`,
      `@a@${'a-'.repeat(4_997)}.`,
      ' @a@b'.repeat(2_000),
      `@${'a.'.repeat(4_999)}`,
      '@'.repeat(10_000),
    ];
    const begun = performance.now();
    expect(worst.flatMap(keys)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('never comes from running text without an @ at the beginning of a word', () => {
    const text = fc.array(fc.tuple(fc.oneof(email, fc.lorem({ maxCount: 3 })), gap), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        expect(keys(parts.flat().join(''))).toEqual([]);
      }),
    );
  });
});

describe('the people a text mentions', () => {
  const people = [{ id: ADA, email: 'ada@example.org' }];

  it('are found by id and by address, each once', () => {
    expect(resolveMentions(mentionsIn(`@{${ADA}} @ada@example.org`), people)).toEqual({
      userIds: [ADA],
      unresolved: [],
    });
  });

  it('are told of where there are none, as they were typed', () => {
    const nobody = '@{019a0000-0000-7000-8000-000000000b0b}';
    expect(resolveMentions(mentionsIn(`${nobody} @Bob@example.org @ada@example.org`), people)).toEqual({
      userIds: [ADA],
      unresolved: [nobody, '@Bob@example.org'],
    });
  });

  it('are at most fifty', () => {
    const mentioning = (count: number) =>
      mentionsIn(Array.from({ length: count }, (_, index) => `@p${index}@example.org`).join(' '));
    expect(checkMentions(mentioning(50))).toEqual([]);
    expect(checkMentions(mentioning(51))).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'text'],
        message: 'text mentions 51 people; at most 50 can be called on at once.',
      },
    ]);
  });
});
