import { describe, expect, it } from '@jest/globals';
import { HEALTHS } from '../initiatives/health.js';
import { INITIATIVE_STATUSES } from '../initiatives/initiative.js';
import { answersFor, mayPostStatusUpdate } from './status-update.js';

const codes = (refusals: readonly { code: string; field?: readonly string[] }[]): string[] =>
  refusals.map(({ code, field }) => `${code} ${(field ?? []).join('.')}`);

describe('a status update', () => {
  it('tells a health, and NO_DATA is none', () => {
    const refused = HEALTHS.filter(
      (health) => mayPostStatusUpdate({ health, text: 'On we go' }, { key: 'AI-1', status: 'ACTIVE' }).length > 0,
    );
    expect(refused).toEqual(['NO_DATA']);
  });

  it('is of an initiative that is not stopped', () => {
    const refused = INITIATIVE_STATUSES.filter(
      (status) => mayPostStatusUpdate({ health: 'AT_RISK', text: 'On we go' }, { key: 'AI-1', status }).length > 0,
    );
    expect(refused).toEqual(['KILLED', 'RETIRED']);
  });

  it('is refused for all reasons at once', () => {
    expect(codes(mayPostStatusUpdate({ health: 'NO_DATA', text: '' }, { key: 'AI-1', status: 'KILLED' }))).toEqual([
      'INVALID input.health',
      'INVALID input.text',
      'WRONG_STATE initiativeId',
    ]);
  });

  it('is for the owner and the sponsor without a role for it', () => {
    const initiative = { ownerId: 'owner', sponsorId: 'sponsor' };
    expect(['owner', 'sponsor', 'other'].map((userId) => answersFor(userId, initiative))).toEqual([true, true, false]);
    expect(answersFor('owner', { ownerId: 'other', sponsorId: null })).toBe(false);
  });
});
