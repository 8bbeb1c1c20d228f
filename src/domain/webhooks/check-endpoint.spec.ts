import { describe, expect, it } from '@jest/globals';
import { checkEndpoint, eventsInOrder } from './check-endpoint.js';

describe('an endpoint', () => {
  it('has an address and at least one kind of event', () => {
    expect(checkEndpoint({ url: 'https://a.example/', events: ['GATE_DECIDED'] }, null)).toEqual([]);
  });

  it('is refused for all that is wrong at once', () => {
    expect(checkEndpoint({ url: `https://a.example/${'x'.repeat(2_000)}`, events: [] }, 'is bad')).toEqual([
      { code: 'INVALID', field: ['input', 'url'], message: 'The address is bad.' },
      { code: 'INVALID', field: ['input', 'url'], message: 'The address must have at most 2000 characters.' },
      { code: 'INVALID', field: ['input', 'events'], message: 'Name at least one kind of event that is to be sent.' },
    ]);
  });

  it('names each kind once, in the order of the list', () => {
    expect(eventsInOrder(['STAGE_CHANGED', 'GATE_DECIDED', 'STAGE_CHANGED'])).toEqual([
      'GATE_DECIDED',
      'STAGE_CHANGED',
    ]);
  });
});
