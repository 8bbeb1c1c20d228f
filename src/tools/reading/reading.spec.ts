import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, double, jsonValue, oneof, property, string } from 'fast-check';
import { instantAt, localDateAt } from './instants.js';
import { at, decimalAt, idAt, isObject, isThere, listAt, textAt, textsAt, wholeAt } from './json.js';
import { readBody } from './read-body.js';
import { externalUser } from './users.js';

describe('values at a path', () => {
  it('are what was sent, and never what objects inherit', () => {
    const json = { a: [{ b: 'c' }], nothing: null };
    expect(at(json, 'a', 0, 'b')).toBe('c');
    expect(at(json)).toBe(json);
    expect(at(json, 'a', 1, 'b')).toBeUndefined();
    expect(at({}, 'toString')).toBeUndefined();
    expect(at('text', 'length')).toBeUndefined();
    expect(at(JSON.parse('{"__proto__": {"x": 1}}'), '__proto__', 'x')).toBe(1);
    expect(isThere(json, 'nothing')).toBe(true);
    expect(isThere(json, 'nothing', 'more')).toBe(false);
    expect([isObject({}), isObject([]), isObject(null), isObject('x')]).toEqual([true, false, false, false]);
  });

  it('are texts that say something and can be stored', () => {
    expect(textAt('a\0b\ud800')).toBe('ab\ufffd');
    for (const none of ['', '  ', '\0', 5, null, undefined, {}, []]) {
      expect(textAt(none)).toBeNull();
    }
    expect(textsAt(listAt({ l: [{ n: 'x' }, 'y', { n: 'x' }, { n: 1 }] }, 'l'), 'n')).toEqual(['x']);
    expect(listAt({ l: 'x' }, 'l')).toEqual([]);
  });

  it('are identifiers, sent as a text or a number', () => {
    expect([10022, '10022', 1.5, 2 ** 60, null].map((value) => idAt(value))).toEqual([
      '10022',
      '10022',
      null,
      null,
      null,
    ]);
  });

  it('are whole numbers, sent as a number or a text', () => {
    expect([7200, '7200', ' -30 ', -0, 1.5, '1.5', '9'.repeat(30), true].map((value) => wholeAt(value))).toEqual([
      7200,
      7200,
      -30,
      0,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [3, '3'],
    [0.1, '0.1'],
    [0.1 + 0.2, '0.3'],
    [1.5e-7, '0.00000015'],
    [1e-12, '0'],
    [-0, '0'],
    [1e21, null],
    ['12.50', '12.5'],
    ['1e3', null],
    ['', null],
    [null, null],
  ])('are decimals: %p is %p', (value, expected) => {
    expect(decimalAt(value)).toBe(expected);
  });
});

describe('instants', () => {
  it.each([
    ['2026-09-23T00:18:35.652+0530', '2026-09-22T18:48:35.652Z', '2026-09-23'],
    ['2026-09-23T00:18:35+05:30', '2026-09-22T18:48:35.000Z', '2026-09-23'],
    ['2026-09-23T00:18:35+05', '2026-09-22T19:18:35.000Z', '2026-09-23'],
    ['2026-09-23 00:18:35 UTC', '2026-09-23T00:18:35.000Z', '2026-09-23'],
    ['2026-09-23 00:18:35 +0200', '2026-09-22T22:18:35.000Z', '2026-09-23'],
    ['2026-09-23T00:18Z', '2026-09-23T00:18:00.000Z', '2026-09-23'],
    [1790102915652, '2026-09-22T18:48:35.652Z', null],
    ['1790102915652', '2026-09-22T18:48:35.652Z', null],
    [0, '1970-01-01T00:00:00.000Z', null],
    ['2026-09-23T00:18:35', null, null],
    ['2026-02-30T00:18:35Z', null, null],
    ['2026-09-23', null, null],
    ['yesterday', null, null],
    [-1, null, null],
    [1e300, null, null],
    [null, null, null],
  ])('%p is %p, and its day %p', (value, instant, day) => {
    expect(instantAt(value)).toBe(instant);
    expect(localDateAt(value)).toBe(day);
  });
});

describe('the body of a delivery', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const read = (text: string, headers: Record<string, string> = {}) => readBody({ headers, body: Buffer.from(text) });

  it('is JSON whatever it is said to be, else the payload of a form', () => {
    expect(read('{"a":1}')).toEqual({ a: 1 });
    expect(read('\uFEFF{"a":1}', { 'content-type': 'text/plain' })).toEqual({ a: 1 });
    expect(read('{"a":1}', form)).toEqual({ a: 1 });
    expect(read('payload=%7B%22a%22%3A1%7D', form)).toEqual({ a: 1 });
    expect(read('payload=%7B%22a%22%3A1%7D')).toBeUndefined();
    expect(read('a=1', form)).toBeUndefined();
  });
});

describe('people', () => {
  it('are known by the first property that identifies them', () => {
    expect(externalUser({ key: 7, name: 'dana', displayName: 'Dana' }, ['accountId', 'key'], ['displayName'])).toEqual({
      externalId: '7',
      displayName: 'Dana',
    });
    expect(externalUser({ key: 'x' }, ['key'], ['displayName'])).toEqual({ externalId: 'x', displayName: null });
    expect(externalUser({ displayName: 'Dana' }, ['accountId'], ['displayName'])).toBeNull();
    expect(externalUser(null, ['accountId'], [])).toBeNull();
  });
});

it('nothing of it ever throws', () => {
  const path = array(oneof(string(), constantFrom('length', 'toString', '__proto__', '0')), { maxLength: 3 });
  assert(
    property(oneof(jsonValue(), double()), path, (json, steps) => {
      for (const read of [at, textAt, idAt, listAt, wholeAt, decimalAt, instantAt, localDateAt]) {
        read(json, ...steps);
      }
      externalUser(json, steps, steps);
    }),
  );
});
