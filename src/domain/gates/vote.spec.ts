import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  GATE_OUTCOMES,
  liveVotes,
  mayVote,
  spokenVotes,
  supportedOutcome,
  type GateOutcome,
  type Vote,
} from './vote.js';

const cast = (voterId: string, outcome: GateOutcome | null): Vote => ({ voterId, outcome });
const votesFor = (...outcomes: readonly (GateOutcome | null)[]) =>
  outcomes.map((outcome, voter) => cast(String(voter), outcome));
const someVotes = fc.array(
  fc.record({ voterId: fc.constantFrom('a', 'b', 'c', 'd'), outcome: fc.option(fc.constantFrom(...GATE_OUTCOMES)) }),
);

describe('live votes', () => {
  it('are the last vote of each voter', () => {
    expect(liveVotes([cast('a', 'GO'), cast('b', 'HOLD'), cast('a', null)])).toEqual([
      cast('a', null),
      cast('b', 'HOLD'),
    ]);
  });

  it('hold one vote of each voter, and casting any of them again changes nothing', () => {
    fc.assert(
      fc.property(someVotes, (votes) => {
        const live = liveVotes(votes);
        expect(new Set(live.map(({ voterId }) => voterId)).size).toBe(live.length);
        expect(live.map(({ voterId }) => voterId).toSorted()).toEqual(
          [...new Set(votes.map(({ voterId }) => voterId))].sort(),
        );
        expect(liveVotes([...votes, ...live])).toEqual(live);
      }),
    );
  });
});

describe('the outcome that is supported', () => {
  it.each<[readonly (GateOutcome | null)[], GateOutcome | null]>([
    [['GO', 'CONDITIONAL_GO', 'CONDITIONAL_GO'], 'CONDITIONAL_GO'],
    [['GO', 'GO', 'KILL'], 'GO'],
    [['GO', 'CONDITIONAL_GO'], 'CONDITIONAL_GO'],
    [['RECYCLE', 'CONDITIONAL_GO'], 'RECYCLE'],
    [['HOLD', 'RECYCLE', 'GO'], 'HOLD'],
    [['KILL', 'HOLD'], 'KILL'],
    [['GO', 'GO', 'HOLD', 'HOLD', 'KILL'], 'HOLD'],
    [['GO', null, null, null], 'GO'],
    [[null], null],
    [[], null],
  ])('of %j is %s: most votes, and on a tie the most cautious', (outcomes, supported) => {
    expect(supportedOutcome(votesFor(...outcomes))).toBe(supported);
  });

  it('has no fewer votes than any other, and more than each that is more cautious', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...GATE_OUTCOMES), { minLength: 1 }), (outcomes) => {
        const count = (outcome: GateOutcome) => outcomes.filter((other) => other === outcome).length;
        const supported = supportedOutcome(votesFor(...outcomes));
        const caution = GATE_OUTCOMES.findIndex((outcome) => outcome === supported);
        GATE_OUTCOMES.forEach((outcome, position) => {
          expect(count(GATE_OUTCOMES[caution]!)).toBeGreaterThanOrEqual(count(outcome) + (position > caution ? 1 : 0));
        });
      }),
    );
  });
});

describe('who may vote', () => {
  it('is neither the owner nor the sponsor (story 2)', () => {
    const initiative = { ownerId: 'owner', sponsorId: 'sponsor' };
    expect(mayVote(initiative, 'owner').map(({ code }) => code)).toEqual(['OWNER_CANNOT_VOTE']);
    expect(mayVote(initiative, 'sponsor')).toEqual([
      {
        code: 'OWNER_CANNOT_VOTE',
        message: "The initiative's owner and its sponsor neither vote nor decide; ask another gatekeeper.",
      },
    ]);
    expect(mayVote(initiative, 'gatekeeper')).toEqual([]);
    expect(mayVote({ ...initiative, sponsorId: null }, 'sponsor')).toEqual([]);
  });
});

describe('spoken votes', () => {
  it('leave abstentions out', () => {
    expect(spokenVotes(votesFor('GO', null))).toEqual(votesFor('GO'));
  });
});
