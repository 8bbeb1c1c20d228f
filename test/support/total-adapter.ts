import fc from 'fast-check';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { Normalized, RawDelivery, ToolAdapter } from '../../src/tools/tool-adapter.js';
import { deliveryOf, fixturesOf, SETTINGS } from './expected-fixtures.js';

// Values that a field of a real body may turn into.
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'text',
  '2026-13-40T25:61:61Z',
  '9999-01-01T00:00:00Z',
  '0001-01-01T00:00:00',
  'NUL \u0000 and \ud800',
  '__proto__',
  -1,
  0,
  0.1,
  1e21,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  [null],
  [[]],
  {},
  { newValue: {} },
  { id: {} },
];

const keysOf = (value: unknown): readonly (string | number)[] => {
  if (Array.isArray(value)) {
    return value.map((_, index) => index);
  }
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
};

// Walks down by the choices, and puts the odd value in where they end.
const mutated = (value: unknown, choices: readonly number[], odd: unknown): unknown => {
  const keys = keysOf(value);
  const [choice, ...rest] = choices;
  if (keys.length === 0 || choice === undefined) {
    return odd;
  }
  const key = keys[choice % keys.length]!;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = mutated(copy[key], rest, odd);
  return copy;
};

const choices = fc.array(fc.nat(200), { minLength: 1, maxLength: 5 });

/** Settings under which every part of an adapter has something to do. */
const EAGER: ConnectionSettings = {
  ...SETTINGS,
  hoursField: 'Hours spent',
  pointsField: 'Points',
  statusCategories: { open: 'DONE' },
};

const isWhole = (normalized: Normalized): boolean =>
  normalized.events.length > 0 &&
  normalized.events.every(
    (event) =>
      (event.type !== 'refetch' || event.externalId !== null || event.key !== null) &&
      (event.type !== 'effort.counter' ||
        (Number.isSafeInteger(event.cumulativeSeconds) && event.cumulativeSeconds >= 0)),
  ) &&
  // What comes out can be written down: no NUL, no half of a surrogate pair.
  !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(normalized));

/** Throws where the adapter throws or answers with something that is no answer, for any JSON under any of these headers. */
export const checkTotal = (
  adapter: ToolAdapter,
  folder: string,
  headers: readonly Readonly<Record<string, string>>[],
  samples: readonly unknown[],
): void => {
  const answers = (delivery: RawDelivery, body: unknown): boolean =>
    adapter.deliveryKey(delivery, body).length > 0 && isWhole(adapter.normalize(delivery, body, EAGER));
  fc.assert(
    fc.property(fc.constantFrom(...headers), fc.jsonValue(), (header, body) => answers(deliveryOf(body, header), body)),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...headers), fc.uint8Array(), (header, bytes) =>
      answers({ headers: deliveryOf(null, header).headers, body: bytes }, undefined),
    ),
    { numRuns: 300 },
  );
  const real = [
    ...fixturesOf(folder).map(({ delivery, body }) => ({ headers: delivery.headers, body })),
    ...headers.flatMap((header) => samples.map((body) => ({ headers: deliveryOf(null, header).headers, body }))),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.array(fc.tuple(choices, fc.constantFrom(...ODD)), { maxLength: 4 }),
      (each, steps) => {
        const body = steps.reduce<unknown>((before, [path, odd]) => mutated(before, path, odd), each.body);
        return answers({ headers: each.headers, body: Buffer.from(JSON.stringify(body ?? null)) }, body);
      },
    ),
    { numRuns: 3000 },
  );
};
