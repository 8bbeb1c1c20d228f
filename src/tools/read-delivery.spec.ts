import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ConnectionSettings } from '../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../domain/tickets/ticket.js';
import { ADAPTERS } from './all-tools.js';
import { keptHeaders } from './kept-headers.js';
import { keepable, keyOf, readDelivery } from './read-delivery.js';
import type { Normalized, ToolAdapter } from './tool-adapter.js';

const SETTINGS: ConnectionSettings = {
  effort: 'NONE',
  countOpeningBalance: false,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: ['me'],
  baseUrl: null,
  projects: [],
  userName: null,
};

const REFETCH: CanonicalEvent = {
  type: 'refetch',
  what: 'TICKET',
  externalId: '1',
  key: null,
  worklogExternalId: null,
  why: 'thin',
};
const ignored = (why: string): CanonicalEvent => ({ type: 'ignored', why });

const sent = (text: string) => ({ headers: {}, body: Buffer.from(text) });

const saying = (said: Partial<Normalized>): ToolAdapter => ({
  ...ADAPTERS.GENERIC,
  normalize: () => ({ eventName: 'e', actor: null, events: [REFETCH], ...said }),
});

const read = (said: Partial<Normalized>) => readDelivery(saying(said), sent('{}'), SETTINGS);

describe('readDelivery', () => {
  it('has applied what concerns us', () => {
    expect(read({ events: [ignored('ping'), REFETCH] })).toEqual({
      outcome: 'APPLY',
      eventName: 'e',
      events: [ignored('ping'), REFETCH],
    });
  });

  it('ignores what does not, and tells comments from the rest', () => {
    expect(read({ events: [ignored('comment')] })).toMatchObject({
      outcome: 'IGNORE',
      reason: 'comment',
      isComment: true,
    });
    expect(read({ events: [ignored('comment'), ignored('ping'), ignored('ping')] })).toMatchObject({
      reason: 'comment; ping',
      isComment: false,
    });
    expect(read({ events: [ignored('\0')] })).toMatchObject({ reason: 'nothing of it concerns us' });
  });

  it('ignores what we caused', () => {
    expect(read({ actor: { externalId: 'me', displayName: null } })).toMatchObject({ reason: 'caused by us' });
    expect(read({ actor: { externalId: 'she', displayName: null } })).toMatchObject({ outcome: 'APPLY' });
  });

  it('quarantines all of it where a part cannot be read, or nothing is said', () => {
    const unreadable: CanonicalEvent = { type: 'unreadable', why: 'no id' };
    expect(read({ events: [REFETCH, unreadable] })).toMatchObject({ outcome: 'QUARANTINE', reason: 'no id' });
    expect(read({ eventName: null, events: [] })).toMatchObject({ outcome: 'QUARANTINE', eventName: null });
    expect(readDelivery(saying({}), sent('{"a'), SETTINGS)).toMatchObject({ reason: 'The body is not JSON.' });
  });

  it('quarantines what brings an adapter down', () => {
    const adapter: ToolAdapter = {
      ...ADAPTERS.GENERIC,
      normalize: () => {
        throw new Error('no');
      },
    };
    expect(readDelivery(adapter, sent('{}'), SETTINGS)).toMatchObject({ outcome: 'QUARANTINE' });
  });

  it('never throws, whatever comes to whichever tool', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ADAPTERS)), fc.oneof(fc.json(), fc.string()), (adapter, text) => {
        const delivery = sent(text);
        expect(readDelivery(adapter, delivery, SETTINGS).outcome).toMatch(/^(APPLY|IGNORE|QUARANTINE)$/);
        expect(keyOf(adapter, delivery, undefined).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('keyOf', () => {
  const keyed = (key: string): string => keyOf({ ...ADAPTERS.GENERIC, deliveryKey: () => key }, sent(''), null);

  it('is what the adapter says, or its hash where that cannot be stored as it is', () => {
    expect(keyed('abc')).toBe('abc');
    for (const key of ['a\0', '\ud800', ' a', '', 'x'.repeat(201)]) {
      expect(keyed(key)).toMatch(/^sha256:[0-9a-f]{64}$/);
    }
    expect(keyed(`${'x'.repeat(300)}a`)).not.toBe(keyed(`${'x'.repeat(300)}b`));
  });

  it('is the hash of the body where the adapter cannot say', () => {
    const adapter: ToolAdapter = {
      ...ADAPTERS.GENERIC,
      deliveryKey: () => {
        throw new Error('no');
      },
    };
    expect(keyOf(adapter, sent('a'), null)).not.toBe(keyOf(adapter, sent('b'), null));
  });
});

describe('what is kept of texts and headers', () => {
  it('can be stored, and is not long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const kept = keepable(text) ?? '';
        expect(kept.length).toBeLessThanOrEqual(300);
        expect(kept.includes('\0')).toBe(false);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });

  it('holds nothing that proves who sent it', () => {
    const secrets = {
      authorization: 'Basic x',
      cookie: 'a=b',
      'x-hub-signature-256': 'sha256=x',
      'x-gitlab-token': 'x',
      'webhook-signature': 'v1,x',
      'linear-signature': 'x',
    };
    expect(keptHeaders({ ...secrets, 'x-github-event': 'issues', 'webhook-id': '\0' })).toEqual({
      'x-github-event': 'issues',
    });
    expect(Object.keys(keptHeaders({ 'x-token': 'x', 'content-type': 'a' }))).toEqual(['content-type']);
  });
});
