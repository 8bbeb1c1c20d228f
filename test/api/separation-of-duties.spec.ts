import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/domain/access/access.js';
import { codes, foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const REVIEW = `mutation ($id: ID!, $outcome: EvidenceReviewOutcome!) {
  evidenceReview(id: $id, input: { outcome: $outcome, comment: "Seen" }) { evidence { status } userErrors { code message } } }`;
const UPDATE = `mutation ($id: ID!, $input: InitiativeUpdateInput!) {
  initiativeUpdate(id: $id, input: $input) { userErrors { code message } } }`;
const WAIVE = `mutation ($id: ID!) { waiverRequest(initiativeId: $id, criterionKey: "problem-statement",
  input: { reason: "Later", compensatingControl: "By hand", expiresOn: "2026-03-31" }) { waiver { id } userErrors { code message } } }`;
const DECIDE_WAIVER = `mutation ($id: ID!, $approve: Boolean!) {
  waiverDecide(id: $id, input: { approve: $approve, comment: "Seen" }) { waiver { status } userErrors { code message } } }`;
const SET = `mutation ($key: String!, $userId: ID!, $roles: [Role!]!) {
  portfolioMemberSet(portfolioKey: $key, input: { userId: $userId, roles: $roles }) { userErrors { code message } } }`;
const ROOT = '{ viewer { user { id } } }';

let server: TestServer;
let company: Company;
/** Whoever has a stake holds every role, so that it is never a missing role that stands in the way. */
let interested: Member;
let root: Member;
let initiative: string;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server);
  interested = await server.member('Ines Interested', company.key, ROLES);
  root = { ...server.admin, userId: (await server.admin.ask(ROOT)).viewer.user.id as string };
  await setRoles(root, ROLES);
});

beforeEach(async () => {
  initiative = await company.create();
});

afterAll(() => server.stop());

const setRoles = async ({ userId }: Member, roles: readonly string[]): Promise<void> => {
  const { portfolioMemberSet } = await server.admin.ask(SET, { key: company.key, userId, roles });
  expect(portfolioMemberSet.userErrors).toEqual([]);
};

const hand = async (input: Record<string, unknown>): Promise<void> => {
  const { version } = await company.standing(initiative);
  const { initiativeUpdate } = await company.manager.ask(UPDATE, {
    id: initiative,
    input: { ...input, expectedVersion: version },
  });
  expect(initiativeUpdate.userErrors).toEqual([]);
};

const submitted = async (by: Member): Promise<string> => {
  const document = { summary: 'Why', url: 'https://example.org/why', effectiveOn: '2026-03-02' };
  return (await company.submit(by, initiative, 'problem-statement', { document })).evidence.id as string;
};

const reviewed = async (by: Member, id: string, outcome = 'ACCEPTED'): Promise<Json> =>
  (await by.ask(REVIEW, { id, outcome })).evidenceReview;

const waived = async (by: Member): Promise<string> => (await by.ask(WAIVE, { id: initiative })).waiverRequest.waiver.id;

const waiverDecided = async (by: Member, id: string, approve = true): Promise<Json> =>
  (await by.ask(DECIDE_WAIVER, { id, approve })).waiverDecide;

/** Everybody with a stake of some kind, by what makes it one. */
const STAKES = ['ownerId', 'sponsorId'] as const;
const WHO = ['a member with every role', 'an instance admin with every role'] as const;
const who = (name: (typeof WHO)[number]): Member => (name === WHO[0] ? interested : root);

describe('the owner and the sponsor of an initiative', () => {
  describe.each(WHO)('%s', (name) => {
    it.each(STAKES)('as %s neither votes, for whatever outcome, nor decides', async (stake) => {
      await hand({ [stake]: who(name).userId });
      await submitted(company.manager);
      const review = await company.request(initiative);
      for (const outcome of ['GO', 'CONDITIONAL_GO', 'RECYCLE', 'HOLD', 'KILL', null]) {
        expect(codes(await company.vote(who(name), review, outcome))).toEqual(['OWNER_CANNOT_VOTE']);
      }
      for (const outcome of ['HOLD', 'KILL']) {
        expect(codes(await company.decide(who(name), initiative, review, { outcome }))).toEqual(['OWNER_CANNOT_VOTE']);
      }
      expect(await company.standing(initiative)).toMatchObject({ status: 'ACTIVE', decisions: { nodes: [] } });
    });
  });

  it.each(STAKES)('who became it (%s) after voting is not counted', async (stake) => {
    const [grace] = company.gatekeepers;
    const review = await company.request(initiative);
    expect(codes(await company.vote(interested, review, 'KILL'))).toEqual([]);
    // On a tie only the most cautious would be supported.
    expect(codes(await company.decide(grace, initiative, review, { outcome: 'HOLD' }))).toEqual([
      'OUTCOME_NOT_SUPPORTED',
    ]);
    await hand({ [stake]: interested.userId });
    expect(await company.decide(grace, initiative, review, { outcome: 'HOLD' })).toMatchObject({
      initiative: { status: 'ON_HOLD' },
      userErrors: [],
    });
  });
});

describe('evidence', () => {
  it.each(WHO)('is neither accepted nor returned by its submitter, %s', async (name) => {
    const id = await submitted(who(name));
    for (const outcome of ['ACCEPTED', 'RETURNED']) {
      expect(codes(await reviewed(who(name), id, outcome))).toEqual(['SELF_REVIEW']);
    }
    expect(await reviewed(company.reviewer, id)).toEqual({ evidence: { status: 'ACCEPTED' }, userErrors: [] });
  });

  it.each(WHO)('that somebody else submitted is not reviewed by the owner, %s', async (name) => {
    const id = await submitted(company.manager);
    await hand({ ownerId: who(name).userId });
    for (const outcome of ['ACCEPTED', 'RETURNED']) {
      expect(codes(await reviewed(who(name), id, outcome))).toEqual(['SELF_REVIEW']);
    }
  });

  it('goes on being its submitter’s, though the initiative is somebody else’s by now', async () => {
    await hand({ ownerId: interested.userId });
    const id = await submitted(interested);
    await hand({ ownerId: company.owner.userId });
    expect(codes(await reviewed(interested, id))).toEqual(['SELF_REVIEW']);
  });
});

describe('a waiver', () => {
  it.each(WHO)('is neither approved nor denied by who requested it, %s', async (name) => {
    const id = await waived(who(name));
    for (const approve of [true, false]) {
      expect(codes(await waiverDecided(who(name), id, approve))).toEqual(['SELF_REVIEW']);
    }
    expect(await waiverDecided(company.gatekeepers[0], id)).toEqual({ waiver: { status: 'APPROVED' }, userErrors: [] });
  });
});

describe('whoever runs a portfolio or the instance', () => {
  const answers = async (by: Member): Promise<(string | undefined)[]> => {
    const [evidence, waiver] = [await submitted(company.manager), await waived(company.manager)];
    const review = await company.request(initiative);
    const { version } = await company.standing(initiative);
    const asked = await Promise.all([
      by.answer(REVIEW, { id: evidence, outcome: 'ACCEPTED' }),
      by.answer(DECIDE_WAIVER, { id: waiver, approve: true }),
      by.answer('mutation ($id: ID!) { gateVoteCast(reviewId: $id, input: { outcome: GO }) { userErrors { code } } }', {
        id: review,
      }),
      by.answer(
        `mutation ($id: ID!, $version: Int!) { gateDecide(reviewId: $id,
           input: { outcome: KILL, rationale: "No", expectedVersion: $version }) { userErrors { code } } }`,
        { id: review, version },
      ),
    ]);
    return asked.map(({ errors }) => errors?.[0]?.extensions.code);
  };
  const forbidden = ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];

  it('neither reviews nor votes nor decides by that, and by no role but the two', async () => {
    const others = ROLES.filter((role) => role !== 'GATEKEEPER' && role !== 'EVIDENCE_REVIEWER');
    const runner = await server.member('Rob Runner', company.key, others);
    expect(await answers(runner)).toEqual(forbidden);
  });

  it('gives roles for all to see: the audit trail tells who gave which to whom, also to oneself', async () => {
    await setRoles(root, ROLES);
    const response = await fetch(`${server.url}/api/exports/audit.csv?portfolio=${company.key}`, {
      headers: { authorization: `Bearer ${company.manager.token}` },
    });
    const given = (await response.text()).split('\r\n').filter((line) => line.includes('member.set'));
    const { name } = (await server.admin.ask('{ viewer { user { name } } }')).viewer.user;
    expect(given.at(-1)).toContain(name);
    expect(given.at(-1)).toContain(root.userId);
    expect(given.at(-1)).toContain('GATEKEEPER');
  });

  it('is refused from the very next request on, once the role is gone', async () => {
    const gatekeeper = await server.member('Gus Gatekeeper', company.key, ['GATEKEEPER', 'EVIDENCE_REVIEWER']);
    expect(await answers(gatekeeper)).toEqual([undefined, undefined, undefined, undefined]);
    await setRoles(gatekeeper, ['REVIEWER']);
    initiative = await company.create();
    expect(await answers(gatekeeper)).toEqual(forbidden);
  });
});
