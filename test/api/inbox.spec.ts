import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type TestServer } from '../support/server.js';

const TEMPLATE = {
  key: 'two-gates',
  name: 'Two gates',
  stages: [
    {
      key: 'poc',
      name: 'PoC',
      category: 'POC',
      exitGate: {
        key: 'g1',
        name: 'Pilot go',
        quorum: 2,
        slaDays: 5,
        criteria: [{ key: 'report', name: 'Report', kind: 'DOCUMENT', guidance: 'What came out.' }],
      },
    },
    {
      key: 'pilot',
      name: 'Pilot',
      category: 'PILOT',
      exitGate: {
        key: 'g2',
        name: 'Scale go',
        criteria: [{ key: 'plan', name: 'Plan', kind: 'DOCUMENT', guidance: 'What comes next.' }],
      },
    },
    { key: 'scale', name: 'Scale', category: 'PRODUCTION' },
  ],
};

const INBOX = `query ($key: String, $first: Int, $after: String) {
  viewer { inbox(portfolioKey: $key, first: $first, after: $after) {
    nodes { id kind reason link ageDays dueOn isOverdue initiative { id } }
    pageInfo { hasNextPage endCursor } totalCount
  } }
}`;

describe('the inbox', () => {
  let server: TestServer;
  let company: Company;
  let id: string;
  let key: string;

  const waiting = async (member: Member, variables: Record<string, unknown> = {}) =>
    (await member.ask(INBOX, variables)).viewer.inbox;
  const kinds = async (member: Member): Promise<string[]> =>
    (await waiting(member)).nodes.map(({ kind }: { kind: string }) => kind);

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-06-01T09:00:00Z');
    await server.admin.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { template { id } } }',
      { input: TEMPLATE },
    );
    company = await foundCompany(server, { templateKey: 'two-gates' });
    id = await company.standingIn('poc', '2026-04-01');
    key = (await company.standing(id)).key;
  });

  afterAll(() => server.stop());

  const submit = async (by: Member) =>
    (
      await company.submit(by, id, 'report', {
        document: { summary: 'What came out', url: 'https://example.org/r', effectiveOn: '2026-06-01' },
      })
    ).evidence.id as string;

  it('asks reviewers for evidence, but neither its submitter nor the owner of the initiative', async () => {
    const evidence = await submit(company.manager);
    expect((await waiting(company.reviewer)).nodes).toEqual([
      {
        id: `REVIEW_EVIDENCE:${evidence}`,
        kind: 'REVIEW_EVIDENCE',
        reason: `Evidence for "Report" of ${key} waits for its review: you, or another reviewer, can accept or return it.`,
        link: `/i/${key}?tab=evidence#${evidence}`,
        ageDays: 0,
        dueOn: null,
        isOverdue: false,
        initiative: { id },
      },
    ]);
    expect(await kinds(company.gatekeepers[0])).toEqual(['REVIEW_EVIDENCE']);
    expect(await kinds(company.owner)).toEqual([]);
    expect(await kinds(company.manager)).toEqual([]);
    expect(await kinds(company.admin)).toEqual([]);
  });

  it('gives evidence that was returned back to its submitter, until a better one is handed in', async () => {
    const [{ id: item }] = (await waiting(company.reviewer)).nodes;
    await company.reviewer.ask(
      'mutation ($id: ID!) { evidenceReview(id: $id, input: { outcome: RETURNED, comment: "Too thin" }) { evidence { id } } }',
      { id: item.split(':')[1] },
    );
    expect(await kinds(company.reviewer)).toEqual([]);
    expect((await waiting(company.manager)).nodes).toMatchObject([
      { kind: 'RESUBMIT_EVIDENCE', reason: expect.stringContaining('was returned: "Too thin"') },
    ]);
    const better = await submit(company.manager);
    expect(await kinds(company.manager)).toEqual([]);
    // Of two that wait, only the newest is to be looked at.
    await submit(company.manager);
    expect((await waiting(company.reviewer)).nodes).toHaveLength(1);
    expect((await waiting(company.reviewer)).nodes[0].id).not.toBe(`REVIEW_EVIDENCE:${better}`);
    const [{ id: newest }] = (await waiting(company.reviewer)).nodes;
    await company.reviewer.ask(
      'mutation ($id: ID!) { evidenceReview(id: $id, input: { outcome: ACCEPTED }) { evidence { id } } }',
      { id: newest.split(':')[1] },
    );
    expect(await kinds(company.reviewer)).toEqual([]);
  });

  it('asks each gatekeeper for a vote, then for the decision once the quorum is full, and tells how late it is', async () => {
    const [grace, hank, ida] = company.gatekeepers;
    const review = await company.request(id);
    expect((await waiting(grace)).nodes).toMatchObject([
      { id: `VOTE:${review}`, dueOn: '2026-06-06', isOverdue: false, link: `/i/${key}/decide#${review}` },
    ]);
    await company.vote(grace, review, 'GO');
    expect(await kinds(grace)).toEqual([]);
    await company.vote(hank, review, null);
    expect(await kinds(grace)).toEqual([]);
    await company.vote(hank, review, 'CONDITIONAL_GO');
    server.at('2026-06-07T09:00:00Z');
    expect((await waiting(grace)).nodes).toMatchObject([{ kind: 'DECIDE', ageDays: 6, isOverdue: true }]);
    expect((await waiting(ida)).nodes).toMatchObject([{ kind: 'VOTE', ageDays: 6, isOverdue: true }]);
    expect(await kinds(company.owner)).toEqual([]);
    expect(await kinds(company.sponsor)).toEqual([]);
    await company.decide(grace, id, review, {
      outcome: 'CONDITIONAL_GO',
      conditions: [
        { text: 'Write it up', ownerId: company.owner.userId, dueOn: '2026-07-31' },
        { text: 'Tell the works council', ownerId: company.owner.userId, dueOn: '2026-06-30' },
      ],
    });
    expect(await kinds(ida)).toEqual([]);
  });

  it('reminds the owner of each condition, the one due first first, page by page', async () => {
    const first = await waiting(company.owner, { first: 1 });
    expect(first).toMatchObject({
      nodes: [
        { kind: 'CLOSE_CONDITION', dueOn: '2026-06-30', reason: expect.stringContaining('"Tell the works council"') },
      ],
      pageInfo: { hasNextPage: true },
      totalCount: 2,
    });
    const second = await waiting(company.owner, { first: 1, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ nodes: [{ dueOn: '2026-07-31' }], pageInfo: { hasNextPage: false }, totalCount: 2 });
    await company.manager.ask(
      'mutation ($id: ID!) { gateConditionClose(id: $id, input: { note: "Told." }) { condition { id } } }',
      {
        id: first.nodes[0].id.split(':')[1],
      },
    );
    expect((await waiting(company.owner)).nodes).toMatchObject([{ dueOn: '2026-07-31' }]);
  });

  it('is that of one portfolio where one is named, and empty for one that is not the viewer’s', async () => {
    const stranger = await foundCompany(server, { templateKey: 'two-gates' });
    expect((await waiting(company.owner, { key: company.key })).nodes).toHaveLength(1);
    expect((await waiting(company.owner, { key: stranger.key })).nodes).toEqual([]);
    expect((await waiting(stranger.owner)).nodes).toEqual([]);
  });

  it('tells an instance admin of what is the admin’s own, and asks for no vote', async () => {
    const elsewhere = await foundCompany(server, { templateKey: 'two-gates' });
    const { viewer } = await server.admin.ask('query { viewer { user { id } } }');
    const created = await elsewhere.create();
    await elsewhere.document(created, 'report', '2026-06-01');
    const review = await elsewhere.request(created);
    await elsewhere.vote(elsewhere.gatekeepers[1], review, 'CONDITIONAL_GO');
    const own = { text: 'Name a budget', ownerId: viewer.user.id, dueOn: '2026-07-31' };
    const { userErrors } = await elsewhere.decide(elsewhere.gatekeepers[0], created, review, {
      outcome: 'CONDITIONAL_GO',
      conditions: [own],
    });
    expect(userErrors).toEqual([]);
    await elsewhere.request(created);
    const admin = { ...server.admin, userId: viewer.user.id };
    expect((await waiting(admin, { key: elsewhere.key })).nodes).toMatchObject([
      { kind: 'CLOSE_CONDITION', reason: expect.stringContaining('"Name a budget"') },
    ]);
    expect(await kinds(admin)).toEqual(['CLOSE_CONDITION']);
    expect((await waiting(admin, { key: company.key })).nodes).toEqual([]);
  });

  it('holds waivers through their last day in the time zone of the portfolio', async () => {
    const away = await foundCompany(server, { timeZone: 'America/Los_Angeles', templateKey: 'two-gates' });
    server.at('2026-06-10T09:00:00Z');
    await away.manager.ask(
      `mutation ($id: ID!) { waiverRequest(initiativeId: $id, criterionKey: "plan", input: { reason: "Soon", compensatingControl: "Care", expiresOn: "2026-06-10" }) { waiver { id } } }`,
      { id: await away.create() },
    );
    const today = async (): Promise<string> =>
      (await away.manager.ask('query ($key: String!) { portfolio(key: $key) { today } }', { key: away.key })).portfolio
        .today as string;
    server.at('2026-06-11T06:59:59Z');
    expect([await today(), await kinds(away.gatekeepers[0])]).toEqual(['2026-06-10', ['DECIDE_WAIVER']]);
    server.at('2026-06-11T07:00:00Z');
    expect([await today(), await kinds(away.gatekeepers[0])]).toEqual(['2026-06-11', []]);
  });

  it('holds nothing twice', async () => {
    for (const member of [company.owner, company.manager, company.reviewer, ...company.gatekeepers]) {
      const ids = (await waiting(member)).nodes.map((item: { id: string }) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
