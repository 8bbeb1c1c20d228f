import { describe, expect, it } from '@jest/globals';
import { aSnapshot, at } from '../../../test/support/ticket-facts.js';
import { leftOutOf } from './left-out.js';
import type { CanonicalEvent, TicketSnapshot } from './ticket.js';

const upserted = (other: Partial<TicketSnapshot>): CanonicalEvent => ({
  ...{ type: 'ticket.upserted', ticket: aSnapshot({ key: 'CHG-7', ...other }), changes: [] },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => `label-${index}`);

describe('what is not kept of what was told', () => {
  it('are labels and components beyond fifty, each counted once', () => {
    expect(leftOutOf([upserted({ labels: many(50), components: [...many(50), ' label-1 ', ''] })])).toEqual([]);
    expect(leftOutOf([upserted({ labels: many(51), components: many(60) })])).toEqual([
      'CHG-7 has 51 labels, of which the first 50 are kept.',
      'CHG-7 has 60 components, of which the first 50 are kept.',
    ]);
  });

  it('is what stands beside as ignored, as a sentence, once', () => {
    const ignored = { type: 'ignored', why: 'a total is none.' } as const;
    const gone = { type: 'ticket.deleted', externalId: '1', at: at('2026-03-02T09:00:00.000Z'), ticket: null } as const;
    expect(leftOutOf([gone, { ...gone, type: 'ticket.restored' }, ignored, ignored])).toEqual(['A total is none.']);
  });
});
