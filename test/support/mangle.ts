import { gzipSync } from 'node:zlib';

type Draw = (bound: number) => number;

const pick = <T>(values: readonly T[], draw: Draw): T => values[draw(values.length)] as T;

// What JSON.stringify cannot write, put in once it has.
const raw = (text: string): string => `@raw@${Buffer.from(text).toString('base64url')}@raw@`;
const withRaw = (json: string): string =>
  json.replace(/"@raw@([\w-]*)@raw@"/g, (_, text: string) => Buffer.from(text, 'base64url').toString());

const DEEP = 5_000;

/** Values that no field expects. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, false, '', ' ', '\u200b', 'text', [], {}, [null], [[]], [{}], { id: {} }, { newValue: null }],
  ...[-1, 0, 0.1, 1e21, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 31, 2 ** 63, 1e-320],
  ...[raw('1e400'), raw('-1e999'), raw(`1${'0'.repeat(400)}`), raw('NaN'), raw('-0'), raw('01'), raw('')],
  ...[
    'a\u0000b',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u202e',
    'e\u0301'.repeat(300),
    '\u{1f9ea}'.repeat(2_000),
  ],
  ...[
    'x'.repeat(100_000),
    '"',
    "'; DROP TABLE app_user; --",
    '%s%n',
    '{{7*7}}',
    '${jndi:ldap://x}',
    '../../etc/passwd',
  ],
  ...['1e400', '99999999999999999999', '-0', '0x10', '1,5', '٣', 'NaN', 'Infinity'],
  ...['2026-02-30', '99999-01-01', '0000-00-00T00:00:00Z', '-271821-04-20T00:00:00Z', '275760-09-13T00:00:00.001Z'],
  ...['2026-03-01T24:00:00Z', '2026-03-01T00:00:00+99:99', '2026-03-01T00:00:60Z', '1772441999999999', 'now'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\r\nX-Header: 1'],
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  raw('['.repeat(DEEP) + ']'.repeat(DEEP)),
  raw('{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)),
  Array.from({ length: 2_000 }, (_, index) => index),
  Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`key${index}`, index])),
];
const ODD_TEXTS = HOSTILE.filter((value) => typeof value === 'string' && !value.includes('@raw@')) as string[];
const KEYS = ['__proto__', 'constructor', '', '\u0000', '\ud800', 'id', 'ID', 'toString', 'x'.repeat(10_000)];

type Container = Record<string | number, unknown>;
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every object and list of a value, itself first. */
const containersOf = (value: unknown): readonly Container[] =>
  isContainer(value) ? [value, ...Object.values(value).flatMap(containersOf)] : [];

const put = (container: Container, key: string, value: unknown): void => {
  // Own, also where it is called __proto__.
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
};

const change = (container: Container, containers: readonly Container[], draw: Draw): void => {
  const keys = Object.keys(container);
  const key = keys.length === 0 ? pick(KEYS, draw) : pick(keys, draw);
  const value = Object.hasOwn(container, key) ? container[key] : null;
  switch (draw(7)) {
    case 0:
    case 1:
      put(container, key, structuredClone(pick(HOSTILE, draw)));
      break;
    case 2:
      Reflect.deleteProperty(container, key);
      break;
    case 3:
      Reflect.deleteProperty(container, key);
      if (!Array.isArray(container)) {
        put(container, pick(KEYS, draw), value);
      }
      break;
    case 4:
      put(container, key, structuredClone(pick(containers, draw)));
      break;
    case 5:
      put(container, key, typeof value === 'string' ? Number(value) : Array.isArray(value) ? value[0] : [value]);
      break;
    default:
      put(container, key, `${typeof value === 'string' ? value : JSON.stringify(value)}${pick(ODD_TEXTS, draw)}`);
  }
};

const mangledJson = (json: string, draw: Draw): Buffer => {
  const value: unknown = JSON.parse(json);
  for (let times = 1 + draw(4); times > 0; times -= 1) {
    const containers = containersOf(value);
    if (containers.length > 0) {
      change(pick(containers, draw), containers, draw);
    }
  }
  const text = withRaw(JSON.stringify(draw(40) === 0 ? pick(HOSTILE, draw) : value));
  return Buffer.from(text);
};

/** Bytes flipped, cut out, doubled, moved, put between, or in another encoding. */
export const mangledBytes = (bytes: Buffer, draw: Draw): Buffer => {
  const at = draw(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + draw(40));
  const [head, part, tail] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (draw(9)) {
    case 0:
      return Buffer.concat([head, Buffer.from(part.map((byte) => byte ^ (1 << draw(8)))), tail]);
    case 1:
      return head;
    case 2:
      return Buffer.concat([head, tail]);
    case 3:
      return Buffer.concat([head, part, part, tail]);
    case 4:
      return Buffer.concat([tail, part, head]);
    case 5: {
      const odd = pick([[0], [0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x22], [0x0a]], draw);
      return Buffer.concat([head, Buffer.from(odd), part, tail]);
    }
    case 6:
      return Buffer.concat([bytes, bytes]);
    case 7:
      return draw(4) === 0 ? gzipSync(bytes) : Buffer.concat([head, part.reverse(), tail]);
    default:
      return draw(4) === 0 ? Buffer.from(bytes.toString(), 'utf16le') : Buffer.concat([head, Buffer.alloc(40), tail]);
  }
};

/** A body of JSON that is no longer what its sender would send: mostly JSON still, with something in it that nobody expects. */
export const mangled = (json: string, draw: Draw): Buffer =>
  draw(4) === 0 ? mangledBytes(Buffer.from(json), draw) : mangledJson(json, draw);

const ODD_CELLS: readonly string[] = [
  ...ODD_TEXTS,
  ...[
    '"',
    '""',
    '"open',
    'a"b',
    '"a\r\nb"',
    '"a""b"',
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t',
    ';',
    '\\',
    '\\"',
    '1e6',
    '1e400',
    '12h 30m',
  ],
  ...[
    '-0.000001',
    '1.7976931348623157e309',
    '24.0000001',
    '1 000',
    '1.000,5',
    '31/02/2026',
    '2026-3-1',
    '  8  ',
    '\ufeff8',
  ],
];
const WIDE = 1_000_000;

/** A file of CSV that is no longer as it was written: its cells, its rows, its separators, its encoding. */
export const mangledCsv = (csv: string, draw: Draw): Buffer => {
  const rows = csv.split('\r\n').map((line) => line.split(','));
  for (let times = 1 + draw(4); times > 0; times -= 1) {
    // A header that is not understood refuses all of a file.
    const row = pick(draw(8) === 0 || rows.length === 1 ? rows : rows.slice(1), draw);
    const at = draw(row.length);
    const odd = pick(ODD_CELLS, draw);
    const changes: readonly (() => void)[] = [
      () => row.splice(at, 1, odd),
      () => row.splice(at, 1, odd),
      () => row.splice(at, 1, `"${odd.replaceAll('"', '""')}"`),
      () => row.splice(at, 1),
      () => row.splice(at, 0, ...Array<string>(1 + draw(50)).fill(odd.slice(0, 50))),
      () => rows.splice(draw(rows.length), 0, [...row]),
      () => rows.splice(draw(rows.length), 1),
      () => row.splice(at, 1, draw(8) === 0 ? 'w'.repeat(WIDE + draw(2)) : `"${'\r\n'.repeat(draw(300))}"`),
    ];
    pick(changes, draw)();
    if (rows.length === 0) {
      break;
    }
  }
  const [separator, end] = [
    pick([...Array<string>(12).fill(','), ';', '\t', '|'], draw),
    pick(['\r\n', '\r\n', '\n', '\r'], draw),
  ];
  const text = `${pick(['', '', '', '\ufeff', '\ufeff\ufeff', 'sep=,\r\n'], draw)}${rows.map((row) => row.join(separator)).join(end)}`;
  const bytes = Buffer.from(text, draw(12) === 0 ? pick(['latin1', 'utf16le'] as const, draw) : 'utf8');
  return draw(5) === 0 ? mangledBytes(bytes, draw) : bytes;
};
