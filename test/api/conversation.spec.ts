import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { countStatements, LATE_BRANCHES } from '../support/count-statements.js';
import { codes, foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type TestServer } from '../support/server.js';

// Tests look into answers by name and say what they expect there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

const ERRORS = 'userErrors { code message field ... on StaleVersionError { currentVersion } }';
const COMMENT =
  'id text version postedAt editedAt deletedAt replyToId author { id } deletedBy { id } mentions { id } review { id } initiative { id }';
const POST = `mutation ($input: CommentPostInput!) { commentPost(input: $input) { comment { ${COMMENT} } unresolvedMentions ${ERRORS} } }`;
const EDIT = `mutation ($id: ID!, $input: CommentEditInput!) { commentEdit(id: $id, input: $input) { comment { ${COMMENT} } unresolvedMentions ${ERRORS} } }`;
const DELETE = `mutation ($id: ID!) { commentDelete(id: $id) { comment { ${COMMENT} } ${ERRORS} } }`;
const READ = `mutation ($ids: [ID!]!) { mentionsRead(ids: $ids) { read ${ERRORS} } }`;
const TELL = `mutation ($id: ID!, $input: StatusUpdateInput!) {
  statusUpdatePost(initiativeId: $id, input: $input) { statusUpdate { id health text postedAt postedBy { id } initiative { id } } ${ERRORS} }
}`;
const THREADS = `query ($id: ID!, $first: Int, $after: String) { initiative(id: $id) {
  comments(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { ${COMMENT} replies { totalCount nodes { id text } } versions { nodes { version text } } }
  }
} }`;
const UPDATES = `query ($id: ID!, $first: Int, $after: String) { initiative(id: $id) {
  agingLevel latestStatusUpdate { health text }
  statusUpdates(first: $first, after: $after) { totalCount nodes { health text postedBy { name } } pageInfo { hasNextPage endCursor } }
} }`;
const INBOX = 'query { viewer { inbox { nodes { kind subjectId reason link dueOn since } } } }';
const EVENTS =
  'query ($id: ID!) { initiative(id: $id) { auditEvents(first: 100) { nodes { action actor { id } subjectType subjectId changes } } } }';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('what people say', () => {
  let server: TestServer;
  let company: Company;
  let stranger: Company;
  let id: string;
  let machine: Member;
  let minute = 0;

  /** Everybody has the whole of a new minute. */
  const later = (): void => {
    minute += 2;
    server.at(new Date(Date.parse('2026-06-01T09:00:00Z') + minute * 60_000).toISOString());
  };

  beforeAll(async () => {
    server = await startTestServer();
    later();
    company = await foundCompany(server);
    stranger = await foundCompany(server);
    machine = await server.member('A machine', company.key, ['INTEGRATION']);
  });

  beforeEach(async () => {
    later();
    id = await company.create();
  });

  afterAll(() => server.stop());

  const post = async (by: Member, text: string, other: Record<string, unknown> = { initiativeId: id }): Promise<Json> =>
    (await by.ask(POST, { input: { text, ...other } })).commentPost;
  const posted = async (by: Member, text: string, other?: Record<string, unknown>): Promise<string> => {
    const { comment, userErrors } = await post(by, text, other);
    expect(userErrors).toEqual([]);
    return comment.id as string;
  };
  const edit = async (by: Member, comment: string, text: string, expectedVersion = 1): Promise<Json> =>
    (await by.ask(EDIT, { id: comment, input: { text, expectedVersion } })).commentEdit;
  const remove = async (by: Member, comment: string): Promise<Json> =>
    (await by.ask(DELETE, { id: comment })).commentDelete;
  const tell = async (by: Member, health: string, text: string, initiative = id): Promise<Json> =>
    (await by.ask(TELL, { id: initiative, input: { health, text } })).statusUpdatePost;
  const threads = async (by: Member, variables: Record<string, unknown> = {}): Promise<Json> =>
    (await by.ask(THREADS, { id, ...variables })).initiative.comments;
  const called = async (member: Member): Promise<Json[]> =>
    (await member.ask(INBOX)).viewer.inbox.nodes.filter(({ kind }: Json) => kind === 'ANSWER_MENTION');
  const waiting = async (member: Member): Promise<string[]> =>
    (await called(member)).map(({ subjectId }: Json) => subjectId as string);
  const events = async (): Promise<Json[]> => (await company.owner.ask(EVENTS, { id })).initiative.auditEvents.nodes;
  const faultOf = async (by: Member, query: string, variables: Record<string, unknown>): Promise<string | undefined> =>
    (await by.answer(query, variables)).errors?.[0]?.extensions.code;
  const stop = async (): Promise<void> => {
    await company.document(id, 'problem-statement', '2026-06-01');
    expect((await company.pass(id, { outcome: 'KILL' })).userErrors).toEqual([]);
  };

  describe('a status update', () => {
    it('is of program managers, the owner, the sponsor and ADMIN, and of nobody else', async () => {
      const bySponsor = await tell(company.sponsor, 'AT_RISK', 'The data came late.');
      expect(bySponsor).toEqual({
        statusUpdate: {
          id: expect.any(String),
          health: 'AT_RISK',
          text: 'The data came late.',
          postedAt: expect.any(String),
          postedBy: { id: company.sponsor.userId },
          initiative: { id },
        },
        userErrors: [],
      });
      for (const member of [company.owner, company.manager, company.admin]) {
        expect((await tell(member, 'ON_TRACK', 'On we go.')).userErrors).toEqual([]);
      }
      for (const member of [company.reviewer, company.gatekeepers[0], machine]) {
        expect(await faultOf(member, TELL, { id, input: { health: 'ON_TRACK', text: 'Fine' } })).toBe('FORBIDDEN');
      }
    });

    it('is none of a machine, be it the owner', async () => {
      const own = await company.create({ ownerId: machine.userId });
      expect(await faultOf(machine, TELL, { id: own, input: { health: 'ON_TRACK', text: 'Fine' } })).toBe('FORBIDDEN');
    });

    it('is not found where the initiative is not to be known of', async () => {
      expect(await tell(stranger.manager, 'ON_TRACK', 'Fine')).toEqual({
        statusUpdate: null,
        userErrors: [expect.objectContaining({ code: 'NOT_FOUND', field: ['initiativeId'] })],
      });
      expect((await tell(company.manager, 'ON_TRACK', 'Fine', 'nowhere')).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['initiativeId'] },
      ]);
    });

    it('is refused for all reasons at once', async () => {
      await stop();
      expect((await tell(company.manager, 'NO_DATA', ' ')).userErrors).toMatchObject([
        { code: 'INVALID', field: ['input', 'health'] },
        { code: 'INVALID', field: ['input', 'text'] },
        { code: 'WRONG_STATE', field: ['initiativeId'] },
      ]);
    });

    it('is listed with the newest first, page by page, beside the one that was told last', async () => {
      for (const [health, text] of [
        ['ON_TRACK', 'One'],
        ['AT_RISK', 'Two'],
        ['OFF_TRACK', 'Three'],
      ] as const) {
        await tell(company.manager, health, text);
      }
      const first = (await company.reviewer.ask(UPDATES, { id, first: 2 })).initiative;
      expect(first.latestStatusUpdate).toEqual({ health: 'OFF_TRACK', text: 'Three' });
      expect(first.statusUpdates).toMatchObject({
        totalCount: 3,
        nodes: [{ text: 'Three' }, { text: 'Two' }],
        pageInfo: { hasNextPage: true },
      });
      const second = await company.reviewer.ask(UPDATES, {
        id,
        first: 2,
        after: first.statusUpdates.pageInfo.endCursor,
      });
      expect(second.initiative.statusUpdates).toMatchObject({
        nodes: [{ text: 'One' }],
        pageInfo: { hasNextPage: false },
      });
    });

    it('is kept as typed, and stands in the trail by its hash', async () => {
      const text = '  **Late**\r\n\r\n- by *two* weeks \u00a0\n';
      const { statusUpdate } = await tell(company.manager, 'AT_RISK', text);
      expect(statusUpdate.text).toBe(text);
      expect((await events())[0]).toEqual({
        action: 'statusUpdate.posted',
        actor: { id: company.manager.userId },
        subjectType: 'StatusUpdate',
        subjectId: statusUpdate.id,
        changes: { health: 'AT_RISK', textSha256: sha256(text) },
      });
    });

    it('keeps a stuck initiative from being a zombie for thirty days, which a comment does not', async () => {
      id = await company.standingIn('discovery', '2026-01-01');
      const level = async (): Promise<string> => (await company.manager.ask(UPDATES, { id })).initiative.agingLevel;
      minute += 35 * 24 * 60;
      later();
      expect(await level()).toBe('ZOMBIE');
      await posted(company.manager, 'Is anybody there?');
      expect(await level()).toBe('ZOMBIE');
      await tell(company.manager, 'OFF_TRACK', 'We wait for the data.');
      expect(await level()).toBe('STUCK');
    });
  });

  describe('a comment', () => {
    it('is of every person of the portfolio, whatever the status of the initiative, and of no machine', async () => {
      await stop();
      for (const member of [company.owner, company.reviewer, company.gatekeepers[1], company.admin]) {
        expect((await post(member, 'A pity.')).userErrors).toEqual([]);
      }
      expect(await faultOf(machine, POST, { input: { initiativeId: id, text: 'Beep' } })).toBe('FORBIDDEN');
      expect((await threads(machine)).totalCount).toBe(4);
    });

    it('is not found where it is on what is not to be known of', async () => {
      expect((await post(stranger.owner, 'Hello')).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'initiativeId'] },
      ]);
      const review = await company.request(id);
      expect((await post(stranger.owner, 'Hello', { reviewId: review })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'reviewId'] },
      ]);
      const comment = await posted(company.owner, 'Well');
      const own = await stranger.create();
      expect((await post(stranger.owner, 'Hello', { initiativeId: own, replyToId: comment })).userErrors).toMatchObject(
        [{ code: 'NOT_FOUND', field: ['input', 'replyToId'] }],
      );
      expect(codes(await edit(stranger.owner, comment, 'Mine'))).toEqual(['NOT_FOUND']);
      expect(codes(await remove(stranger.owner, comment))).toEqual(['NOT_FOUND']);
      expect(
        (await stranger.owner.ask('query ($id: ID!) { comment(id: $id) { id } }', { id: comment })).comment,
      ).toBeNull();
    });

    it('is refused for all reasons at once', async () => {
      expect((await post(company.owner, ' ', {})).userErrors).toMatchObject([
        { code: 'INVALID', field: ['input', 'text'] },
        { code: 'INVALID', field: ['input'] },
      ]);
      const text = Array.from({ length: 51 }, (_, index) => `@p${index}@example.org`).join(' ');
      expect(await post(company.owner, text, { initiativeId: id, replyToId: id })).toMatchObject({
        comment: null,
        unresolvedMentions: [],
        userErrors: [
          { code: 'INVALID', field: ['input', 'text'] },
          { code: 'NOT_FOUND', field: ['input', 'replyToId'] },
        ],
      });
      expect((await post(company.owner, 'a\u0000b')).userErrors).toMatchObject([
        { code: 'INVALID', field: ['input', 'text'] },
      ]);
    });

    it('stands where it was posted, threads with the newest first and replies in their order, page by page', async () => {
      const review = await company.request(id);
      const one = await posted(company.owner, 'One');
      const two = await posted(company.reviewer, 'Two');
      const reply = await posted(company.owner, 'One, one', { initiativeId: id, replyToId: one });
      await posted(company.reviewer, 'One, two', { initiativeId: id, replyToId: one });
      const onReview = await posted(company.gatekeepers[0], 'On the review', { reviewId: review });
      await posted(company.owner, 'Below it', { reviewId: review, replyToId: onReview });

      const first = await threads(company.manager, { first: 1 });
      expect(first).toMatchObject({
        totalCount: 2,
        nodes: [{ id: two, review: null }],
        pageInfo: { hasNextPage: true },
      });
      const second = await threads(company.manager, { first: 1, after: first.pageInfo.endCursor });
      expect(second).toMatchObject({
        nodes: [{ id: one, replies: { totalCount: 2, nodes: [{ id: reply }, { text: 'One, two' }] } }],
        pageInfo: { hasNextPage: false },
      });
      const { gateReview } = await company.manager.ask(
        `query ($id: ID!) { gateReview(id: $id) { comments { totalCount nodes { ${COMMENT} replies(first: 1) { totalCount nodes { text replyToId replies { nodes { id } } } } } } } }`,
        { id: review },
      );
      expect(gateReview.comments).toMatchObject({
        totalCount: 1,
        nodes: [
          {
            id: onReview,
            review: { id: review },
            initiative: { id },
            replies: { totalCount: 1, nodes: [{ text: 'Below it', replyToId: onReview, replies: { nodes: [] } }] },
          },
        ],
      });
      expect((await post(company.owner, 'Deeper', { initiativeId: id, replyToId: reply })).userErrors).toMatchObject([
        { code: 'INVALID', field: ['input', 'replyToId'] },
      ]);
      expect((await post(company.owner, 'Astray', { reviewId: review, replyToId: one })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'replyToId'] },
      ]);
    });

    it('gets its next text by its author alone, and keeps those before it', async () => {
      const comment = await posted(company.owner, 'First');
      later();
      const edited = await edit(company.owner, comment, 'Second');
      expect(edited).toMatchObject({ comment: { text: 'Second', version: 2 }, userErrors: [] });
      expect(edited.comment.editedAt > edited.comment.postedAt).toBe(true);
      expect((await threads(company.reviewer)).nodes).toMatchObject([
        {
          text: 'Second',
          versions: {
            nodes: [
              { version: 2, text: 'Second' },
              { version: 1, text: 'First' },
            ],
          },
        },
      ]);
      for (const member of [company.reviewer, company.admin]) {
        expect(await faultOf(member, EDIT, { id: comment, input: { text: 'Mine', expectedVersion: 2 } })).toBe(
          'FORBIDDEN',
        );
      }
      expect((await edit(company.owner, comment, '', 1)).userErrors).toMatchObject([
        { code: 'INVALID', field: ['input', 'text'] },
        { code: 'STALE_VERSION', currentVersion: 2 },
      ]);
    });

    it('is not changed by the same text, which leaves no trace', async () => {
      const comment = await posted(company.owner, 'First');
      const before = (await events()).length;
      expect((await edit(company.owner, comment, 'First')).comment).toMatchObject({ version: 1, editedAt: null });
      expect(await events()).toHaveLength(before);
    });

    it('is changed once of two who saw the same text', async () => {
      const comment = await posted(company.owner, 'First');
      const answers = await Promise.all(['Left', 'Right', 'Middle'].map((text) => edit(company.owner, comment, text)));
      expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
      expect(answers.flatMap(codes)).toEqual(['STALE_VERSION', 'STALE_VERSION']);
      expect((await threads(company.owner)).nodes[0].version).toBe(2);
    });

    it('leaves a tombstone without its words, in no table either, once it was deleted', async () => {
      const words = `Told in confidence ${id}`;
      const comment = await posted(company.owner, words);
      await edit(company.owner, comment, `${words}, @{${company.manager.userId}}`);
      await posted(company.reviewer, 'I see.', { initiativeId: id, replyToId: comment });
      expect(await waiting(company.manager)).toEqual([comment]);
      expect(await faultOf(company.reviewer, DELETE, { id: comment })).toBe('FORBIDDEN');

      expect(await remove(company.admin, comment)).toMatchObject({
        comment: {
          id: comment,
          text: null,
          mentions: [],
          author: { id: company.owner.userId },
          deletedBy: { id: company.admin.userId },
        },
        userErrors: [],
      });
      expect((await threads(company.reviewer)).nodes).toMatchObject([
        {
          id: comment,
          text: null,
          replies: { totalCount: 1 },
          versions: {
            nodes: [
              { version: 2, text: null },
              { version: 1, text: null },
            ],
          },
        },
      ]);
      expect(await waiting(company.manager)).toEqual([]);
      const [left] = await server.source.query<{ texts: number; events: number }[]>(
        `SELECT (SELECT count(*)::int FROM comment_text WHERE text LIKE $1) AS texts,
           (SELECT count(*)::int FROM audit_event WHERE body LIKE $1) AS events`,
        [`%${words}%`],
      );
      expect(left).toEqual({ texts: 0, events: 0 });
      expect((await edit(company.owner, comment, 'Again', 2)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    });

    it('is deleted by its author, and once', async () => {
      const comment = await posted(company.reviewer, 'Oh no');
      const first = await remove(company.reviewer, comment);
      later();
      const again = await remove(company.admin, comment);
      expect(again).toEqual(first);
      expect((await events()).filter(({ action }) => action === 'comment.deleted')).toHaveLength(1);
    });

    it('stands in the trail by its hash, and the chain holds', async () => {
      const comment = await posted(company.owner, `Hi @{${company.reviewer.userId}}`);
      await edit(company.owner, comment, 'Hello');
      await remove(company.owner, comment);
      const of = { subjectType: 'Comment', subjectId: comment, actor: { id: company.owner.userId } };
      expect((await events()).slice(0, 3)).toEqual([
        {
          ...of,
          action: 'comment.deleted',
          changes: { version: 2, textSha256: sha256('Hello'), authorId: company.owner.userId },
        },
        { ...of, action: 'comment.edited', changes: { version: 2, textSha256: sha256('Hello'), mentions: [] } },
        {
          ...of,
          action: 'comment.posted',
          changes: {
            reviewId: null,
            replyToId: null,
            textSha256: sha256(`Hi @{${company.reviewer.userId}}`),
            mentions: [company.reviewer.userId],
          },
        },
      ]);
      const { auditVerify } = await company.manager.ask(
        'query ($key: String!) { auditVerify(portfolioKey: $key) { ok } }',
        {
          key: company.key,
        },
      );
      expect(auditVerify.ok).toBe(true);
    });

    it('is one of at most thirty texts a minute', async () => {
      for (let text = 0; text < 29; text += 1) {
        await posted(company.sponsor, `Number ${text}`);
      }
      const { userErrors } = await tell(company.sponsor, 'ON_TRACK', 'The thirtieth');
      expect(userErrors).toEqual([]);
      const another = { input: { initiativeId: id, text: 'One too many' } };
      expect(await faultOf(company.sponsor, POST, another)).toBe('RATE_LIMITED');
      await posted(company.owner, 'Everybody for themselves');
      later();
      await posted(company.sponsor, 'A minute later');
    });
  });

  describe('a mention', () => {
    const email = async (member: Member): Promise<string> =>
      (await member.ask('query { viewer { user { email } } }')).viewer.user.email;

    it('is told to people of the portfolio, by id and by address, until they read it', async () => {
      const [grace, hank] = company.gatekeepers;
      const text = `@{${grace.userId}} and @${(await email(hank)).toUpperCase()}: please look`;
      const { comment, unresolvedMentions } = await post(company.owner, text);
      expect(unresolvedMentions).toEqual([]);
      expect(comment.mentions.map((each: Json) => each.id).sort()).toEqual([grace.userId, hank.userId].sort());
      const { key } = await company.standing(id);
      expect(await called(grace)).toEqual([
        {
          kind: 'ANSWER_MENTION',
          subjectId: comment.id,
          reason: `Olga Owner calls on you in a comment on ${key}: "@… and @${(await email(hank)).toUpperCase()}: please look". Answer it, or mark it as read.`,
          link: `/i/${key}?tab=comments#${comment.id}`,
          dueOn: null,
          since: comment.postedAt,
        },
      ]);
      expect((await hank.ask(READ, { ids: [comment.id, id, 'nothing'] })).mentionsRead).toEqual({
        read: 1,
        userErrors: [],
      });
      expect(await waiting(hank)).toEqual([]);
      expect(await waiting(grace)).toEqual([comment.id]);
      expect((await hank.ask(READ, { ids: [comment.id] })).mentionsRead.read).toBe(0);
      expect(codes((await hank.ask(READ, { ids: [] })).mentionsRead)).toEqual(['INVALID']);
      await grace.ask(READ, { ids: [comment.id] });
    });

    it('waits until whoever is called on replies in the thread', async () => {
      const thread = await posted(company.owner, 'What do you think?');
      const reply = await posted(company.owner, `@{${company.reviewer.userId}}?`, {
        initiativeId: id,
        replyToId: thread,
      });
      expect(await waiting(company.reviewer)).toEqual([reply]);
      await posted(company.reviewer, 'Elsewhere');
      expect(await waiting(company.reviewer)).toEqual([reply]);
      await posted(company.reviewer, 'Good.', { initiativeId: id, replyToId: thread });
      expect(await waiting(company.reviewer)).toEqual([]);
    });

    it('of whoever is unknown, in another portfolio or a machine is told to be of nobody, all alike', async () => {
      const unknown = '@{019a0000-0000-7000-8000-000000000b0b}';
      const foreign = `@{${stranger.owner.userId}}`;
      const address = `@${await email(stranger.owner)}`;
      const text = `${unknown} ${foreign} ${address} @nobody@example.org @{${machine.userId}} @{${company.owner.userId}}`;
      const { comment, unresolvedMentions } = await post(company.manager, text);
      expect(unresolvedMentions).toEqual([unknown, foreign, address, '@nobody@example.org', `@{${machine.userId}}`]);
      expect(comment.mentions).toEqual([{ id: company.owner.userId }]);
      expect(await waiting(stranger.owner)).toEqual([]);
      await company.owner.ask(READ, { ids: [comment.id] });
    });

    it('of oneself waits for nobody', async () => {
      const { comment } = await post(company.owner, `@{${company.owner.userId}} must do this`);
      expect(comment.mentions).toEqual([{ id: company.owner.userId }]);
      expect(await waiting(company.owner)).toEqual([]);
    });

    it('follows the text: who is mentioned anew is told, who no longer is need not answer, and nobody is told twice', async () => {
      const [grace, hank, ida] = company.gatekeepers;
      const comment = await posted(company.owner, `@{${grace.userId}} @{${hank.userId}}`);
      await hank.ask(READ, { ids: [comment] });
      const edited = await edit(company.owner, comment, `@{${hank.userId}} @{${ida.userId}} @nobody@example.org`);
      expect(edited.unresolvedMentions).toEqual(['@nobody@example.org']);
      expect(await Promise.all([grace, hank, ida].map(waiting))).toEqual([[], [], [comment]]);
    });

    it('is gone from the inbox of whoever leaves the portfolio', async () => {
      const guest = await server.member('Guest', company.key, ['REVIEWER']);
      const comment = await posted(company.owner, `@{${guest.userId}}`);
      expect(await waiting(guest)).toEqual([comment]);
      await server.admin.ask(
        'mutation ($key: String!, $input: PortfolioMemberSetInput!) { portfolioMemberSet(portfolioKey: $key, input: $input) { userErrors { code } } }',
        { key: company.key, input: { userId: guest.userId, roles: [] } },
      );
      expect(await waiting(guest)).toEqual([]);
    });
  });

  it('asks the database as often for what is said on ten initiatives as on one', async () => {
    const wide = await foundCompany(server);
    const people = [wide.owner, wide.manager, wide.reviewer, ...wide.gatekeepers];
    for (let index = 0; index < 10; index += 1) {
      later();
      const own = await wide.create();
      const review = await wide.request(own);
      await tell(wide.manager, 'ON_TRACK', 'On we go', own);
      for (const [place, by] of people.entries()) {
        const on = place % 2 === 0 ? { initiativeId: own } : { reviewId: review };
        const text = `@{${wide.owner.userId}} @{${people[(place + 1) % people.length]!.userId}}`;
        const comment = await posted(by, text, on);
        await posted(wide.owner, 'Yes', { ...on, replyToId: comment });
      }
    }
    const thread =
      'totalCount nodes { text author { name } mentions { name } deletedBy { name } review { gateKey } versions(first: 1) { nodes { text } } replies(first: 1) { totalCount nodes { text author { name } initiative { key } } } }';
    const question = `query ($key: String!, $first: Int!) { portfolio(key: $key) { initiatives(first: $first) { nodes {
      latestStatusUpdate { health postedBy { name } } statusUpdates(first: 3) { totalCount nodes { text postedBy { name } initiative { key } } }
      comments(first: 3) { ${thread} } gate { currentReview { comments(first: 3) { ${thread} } } }
    } } } }`;
    const statementsFor = async (first: number): Promise<number> => {
      return countStatements(server.served, async () => {
        const { portfolio } = await wide.manager.ask(question, { key: wide.key, first });
        expect(portfolio.initiatives.nodes).toHaveLength(first);
        expect(portfolio.initiatives.nodes[0].comments.nodes).toHaveLength(3);
        expect(portfolio.initiatives.nodes[0].gate.currentReview.comments.nodes[0].replies.nodes).toHaveLength(1);
      });
    };
    await statementsFor(1);
    const one = await statementsFor(1);
    expect(one).toBeGreaterThan(10);
    expect(await statementsFor(10)).toBeLessThanOrEqual(one + LATE_BRANCHES);
  });
});
