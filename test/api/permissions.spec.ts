import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.js';
import { foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const MAY = '{ allowed reason whoCan { name } }';
const INITIATIVE_CAN = `query ($id: ID!) { initiative(id: $id) { viewerCan {
  update ${MAY} requestReview ${MAY} decide ${MAY} submitEvidence ${MAY} reviewEvidence ${MAY} requestWaiver ${MAY} defineKpi ${MAY}
  recordMeasurement ${MAY} recordEffort ${MAY} linkTicket ${MAY} comment ${MAY} postStatusUpdate ${MAY} closeCondition ${MAY}
  muteFinding ${MAY} resume ${MAY} reopen ${MAY}
} } }`;
const REVIEW_CAN = `query ($id: ID!) { gateReview(id: $id) { viewerCan { vote ${MAY} decide ${MAY} cancel ${MAY} comment ${MAY} } } }`;

describe('what a viewer may do', () => {
  let server: TestServer;
  let company: Company;
  let machine: Member;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    machine = await server.member('Ingo Integration', company.key, ['INTEGRATION']);
  });

  afterAll(() => server.stop());

  const initiativeCan = async (by: Member, id: string): Promise<Json> =>
    (await by.ask(INITIATIVE_CAN, { id })).initiative.viewerCan;
  const reviewCan = async (by: Member, id: string): Promise<Json> =>
    (await by.ask(REVIEW_CAN, { id })).gateReview.viewerCan;
  const allowedOf = (can: Json): string[] => Object.keys(can).filter((name) => can[name].allowed);
  const namesOf = (may: Json): string[] => may.whoCan.map(({ name }: { name: string }) => name);

  it('follows the roles, and says who can', async () => {
    const id = await company.create();
    const bySomebody = await Promise.all(
      [company.manager, company.admin, company.reviewer, company.gatekeepers[0], company.sponsor, machine].map(
        async (by) => allowedOf(await initiativeCan(by, id)),
      ),
    );
    const work = ['update', 'requestReview', 'submitEvidence', 'requestWaiver', 'defineKpi', 'recordMeasurement'];
    const rest = ['recordEffort', 'linkTicket', 'comment', 'postStatusUpdate', 'closeCondition', 'muteFinding'];
    expect(bySomebody).toEqual([
      [...work, ...rest],
      [...work, ...rest],
      ['reviewEvidence', 'comment'],
      ['reviewEvidence', 'comment'],
      ['reviewEvidence', 'comment', 'postStatusUpdate'],
      ['recordMeasurement', 'recordEffort', 'linkTicket'],
    ]);
    const can = await initiativeCan(company.reviewer, id);
    expect(can.requestReview).toEqual({
      allowed: false,
      reason: `Only admins and program managers of ${company.key} request a review. Ask Ada Admin, Mara Manager or Olga Owner.`,
      whoCan: [{ name: 'Ada Admin' }, { name: 'Mara Manager' }, { name: 'Olga Owner' }],
    });
    expect(can.decide.reason).toBe(
      `Only gatekeepers of ${company.key} decide a gate. No review is open at gate g0; request one, for gatekeepers decide in it.`,
    );
    expect(can.resume.reason).toContain('only one that is ON_HOLD can be resumed');
    expect((await initiativeCan(company.owner, id)).reviewEvidence.reason).toContain('you own the initiative');
    expect(namesOf((await initiativeCan(company.owner, id)).postStatusUpdate)).toContain('Sam Sponsor');
  });

  it('says of a review who votes and decides, and why somebody does not', async () => {
    const id = await company.create();
    const review = await company.request(id);
    const [grace] = company.gatekeepers;
    expect(allowedOf(await reviewCan(grace, review))).toEqual(['vote', 'decide', 'comment']);
    const { decide } = await reviewCan(company.manager, review);
    expect(decide).toEqual({
      allowed: false,
      reason: `Only gatekeepers of ${company.key} decide a gate. Ask Grace Gatekeeper, Hank Gatekeeper or Ida Gatekeeper.`,
      whoCan: [{ name: 'Grace Gatekeeper' }, { name: 'Hank Gatekeeper' }, { name: 'Ida Gatekeeper' }],
    });
    expect((await initiativeCan(company.manager, id)).decide).toEqual(decide);
    expect((await initiativeCan(company.manager, id)).requestReview).toEqual({
      allowed: false,
      reason: 'A review at gate g0 is open already; vote in that one.',
      whoCan: [],
    });
    for (const name of ['vote', 'decide']) {
      expect((await reviewCan(company.owner, review))[name].reason).toBe(
        "The initiative's owner and its sponsor neither vote nor decide; ask another gatekeeper. Grace Gatekeeper, Hank Gatekeeper or Ida Gatekeeper can.",
      );
    }
  });

  it('does not know more of a foreign portfolio than the thing itself', async () => {
    const other = await foundCompany(server);
    const id = await company.create();
    const { initiative } = await other.manager.ask(INITIATIVE_CAN, { id });
    expect(initiative).toBeNull();
  });

  it('takes as many statements for many cards as for one', async () => {
    for (let index = 0; index < 12; index += 1) {
      await company.request(await company.create());
    }
    const board = `query ($key: String!, $first: Int!) { portfolio(key: $key) { initiatives(first: $first) { nodes { key
      viewerCan { requestReview ${MAY} decide ${MAY} submitEvidence ${MAY} }
      gate { currentReview { viewerCan { vote ${MAY} decide ${MAY} } } }
    } } } }`;
    const statements = (first: number) =>
      countStatements(server.served, async () => {
        const { portfolio } = await company.manager.ask(board, { key: company.key, first });
        expect(portfolio.initiatives.nodes).toHaveLength(first);
      });
    const one = await statements(1);
    expect(await statements(12)).toBe(one);
  });
});
