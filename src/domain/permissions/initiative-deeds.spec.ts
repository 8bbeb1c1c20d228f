import { describe, expect, it } from '@jest/globals';
import { day } from '../../../test/support/gate-facts.js';
import { ROLES, rolesFor, type Action, type Role } from '../access/access.js';
import { INITIATIVE_STATUSES } from '../initiatives/initiative.js';
import {
  decideWithoutReview,
  INITIATIVE_DEEDS,
  requestReviewDeed,
  type AtItsGate,
  type InitiativeDeed,
} from './initiative-deeds.js';
import { permissionOf, type Deed, type Person } from './permission.js';

const standing = (other: Partial<AtItsGate> = {}): AtItsGate => ({
  key: 'AI-1',
  status: 'ACTIVE',
  ownerId: 'olga',
  sponsorId: 'sam',
  gateKey: 'G1',
  openReview: null,
  today: day('2026-03-02'),
  ...other,
});
const person = (userId: string, ...roles: Role[]): Person => ({
  userId,
  name: userId,
  isInstanceAdmin: false,
  roles: new Map([['p', roles]]),
});
const against = (deed: Deed, userId = 'pam') => deed.against(userId).map(({ code }) => code);
const rolesOf = (deed: Deed): readonly Role[] => ROLES.filter((role) => deed.entitled.may(person('x', role), 'p'));

const ACTIONS: Readonly<Record<Exclude<InitiativeDeed, 'postStatusUpdate'>, Action>> = {
  update: 'initiative:update',
  submitEvidence: 'evidence:submit',
  reviewEvidence: 'evidence:review',
  requestWaiver: 'waiver:request',
  defineKpi: 'kpi:define',
  recordMeasurement: 'kpi:measure',
  recordEffort: 'effort:record',
  linkTicket: 'ticket:link',
  comment: 'comment:post',
  closeCondition: 'condition:close',
  muteFinding: 'finding:mute',
  resume: 'initiative:resume',
  reopen: 'initiative:reopen',
};

/** In which states each is refused. */
const REFUSED: Readonly<Partial<Record<InitiativeDeed, readonly string[]>>> = {
  submitEvidence: ['KILLED', 'RETIRED'],
  requestWaiver: ['KILLED', 'RETIRED'],
  defineKpi: ['KILLED', 'RETIRED'],
  linkTicket: ['KILLED', 'RETIRED'],
  postStatusUpdate: ['KILLED', 'RETIRED'],
  resume: ['ACTIVE', 'KILLED', 'RETIRED'],
  reopen: ['ACTIVE', 'ON_HOLD', 'RETIRED'],
};

describe('what can be done with an initiative', () => {
  it.each(Object.entries(ACTIONS) as [keyof typeof ACTIONS, Action][])(
    '%s is for the roles that may %s',
    (name, action) => {
      expect(rolesOf(INITIATIVE_DEEDS[name](standing()))).toEqual(
        ROLES.filter((role) => rolesFor(action).includes(role)),
      );
    },
  );

  it.each(Object.keys(INITIATIVE_DEEDS) as InitiativeDeed[])(
    '%s is refused by the status as the table says',
    (name) => {
      const refused = INITIATIVE_STATUSES.filter(
        (status) => against(INITIATIVE_DEEDS[name](standing({ status }))).join() === 'WRONG_STATE',
      );
      expect([...refused].sort()).toEqual([...(REFUSED[name] ?? [])].sort());
    },
  );

  it("is no review of evidence by the initiative's owner", () => {
    expect(against(INITIATIVE_DEEDS.reviewEvidence(standing()), 'olga')).toEqual(['SELF_REVIEW']);
    expect(against(INITIATIVE_DEEDS.reviewEvidence(standing()), 'eve')).toEqual([]);
  });

  it('lets the owner and the sponsor tell how it is doing without a role for it, but no machine', () => {
    const deed = INITIATIVE_DEEDS.postStatusUpdate(standing());
    const may = (...of: Parameters<typeof person>) => deed.entitled.may(person(...of), 'p');
    expect([may('olga', 'REVIEWER'), may('sam', 'GATEKEEPER'), may('pam', 'PROGRAM_MANAGER')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([may('rita', 'REVIEWER'), may('olga', 'INTEGRATION'), may('olga')]).toEqual([false, false, false]);
    const rita = person('rita', 'REVIEWER');
    expect(permissionOf(rita, deed, { portfolioId: 'p', portfolioKey: 'DEMO', people: [rita] }).reason).toBe(
      'Only admins and program managers of DEMO, its owner and its sponsor post a status update. Nobody of DEMO can at present; an admin can give somebody the role.',
    );
  });
});

describe('requesting a review', () => {
  it('takes an ACTIVE initiative at a gate without an open review', () => {
    expect(rolesOf(requestReviewDeed(standing()))).toEqual(rolesFor('review:request'));
    expect(against(requestReviewDeed(standing()))).toEqual([]);
    expect(against(requestReviewDeed(standing({ openReview: { gateKey: 'G1' } })))).toEqual(['WRONG_STATE']);
    expect(against(requestReviewDeed(standing({ status: 'ON_HOLD' })))).toEqual(['WRONG_STATE']);
    expect(against(requestReviewDeed(standing({ gateKey: null })))).toEqual(['WRONG_STATE']);
  });
});

describe('deciding where no review is open', () => {
  it('says that one is to be requested, or that there is no gate', () => {
    expect(rolesOf(decideWithoutReview(standing()))).toEqual(rolesFor('gate:decide'));
    const told = (gateKey: string | null) =>
      decideWithoutReview(standing({ gateKey }))
        .against('gil')
        .map(({ message }) => message);
    expect(told('G1')).toEqual(['No review is open at gate G1; request one, for gatekeepers decide in it.']);
    expect(told(null)).toEqual(['The initiative stands in the last stage, which has no exit gate.']);
  });
});
