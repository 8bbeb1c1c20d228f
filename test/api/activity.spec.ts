import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Client, type Json, type TestServer } from '../support/server.js';

const ACTIVITY = `query ($id: ID!, $first: Int, $after: String) { initiative(id: $id) {
  activity(first: $first, after: $after) { nodes { id at kind deed note actor { name } subjectType } pageInfo { hasNextPage endCursor } }
  auditEvents(first: 100) { nodes { id } }
} }`;

describe('what happened to an initiative', () => {
  let server: TestServer;
  let company: Company;
  let id: string;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    id = await company.create();
    await company.manager.ask(
      `mutation ($id: ID!) {
        evidenceSubmit(initiativeId: $id, criterionKey: "problem-statement", input: { document: { summary: "Why", url: "https://example.org", effectiveOn: "2026-03-01" } }) { userErrors { message } }
        waiverRequest(initiativeId: $id, criterionKey: "problem-statement", input: { reason: "Late", compensatingControl: "A call", expiresOn: "2026-03-20" }) { userErrors { message } }
        statusUpdatePost(initiativeId: $id, input: { health: AT_RISK, text: "Slow" }) { userErrors { message } }
        commentPost(input: { initiativeId: $id, text: "A secret of ours" }) { userErrors { message } }
      }`,
      { id },
    );
    const review = await company.request(id);
    const { initiative } = await company.manager.ask('query ($id: ID!) { initiative(id: $id) { version } }', { id });
    await company.gatekeepers[0].ask(
      `mutation ($id: ID!, $version: Int!) { gateDecide(reviewId: $id, input: { outcome: HOLD, rationale: "Wait for the data", expectedVersion: $version }) { userErrors { message } } }`,
      { id: review, version: initiative.version },
    );
  });

  afterAll(() => server.stop());

  const activity = async (given: Json = {}, by: Client = company.reviewer): Promise<Json> =>
    (await by.ask(ACTIVITY, { id, ...given })).initiative;

  it('is told newest first, by whom and why, and never says what a comment says', async () => {
    const { activity: told, auditEvents } = await activity();
    expect(told.nodes.map(({ kind, deed, note, actor }: Json) => [actor.name, kind, deed, note])).toEqual([
      ['Grace Gatekeeper', 'DECISION', 'decided gate Screen: hold', 'Wait for the data'],
      ['Mara Manager', 'REVIEW', 'requested a review of gate Screen', null],
      ['Mara Manager', 'COMMENT', 'commented', null],
      ['Mara Manager', 'STATUS_UPDATE', 'told how it is doing: at risk', null],
      ['Mara Manager', 'WAIVER', 'asked for a waiver of Problem statement', 'Late'],
      ['Mara Manager', 'EVIDENCE', 'handed in evidence for Problem statement', null],
      ['Mara Manager', 'CHANGE', 'entered the initiative', null],
    ]);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(told.nodes.map(({ id: event }: Json) => event)).toEqual(
      auditEvents.nodes.map(({ id: event }: Json) => event),
    );
  });

  it('comes in pages without a gap or a repetition', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { activity: page }: Json = await activity({ first: 2, after });
      seen.push(...page.nodes.map(({ id: event }: Json) => event));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor as string) : null;
    } while (after !== null);
    const { auditEvents } = await activity();
    expect(seen).toEqual(auditEvents.nodes.map(({ id: event }: Json) => event));
  });

  it('asks the database as often for all as for one', async () => {
    const statements = (first: number): Promise<number> => countStatements(server.served, () => activity({ first }));
    expect(await statements(100)).toBe(await statements(1));
  });

  it('is not there for who may not know of the initiative', async () => {
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OTHER", name: "Other" }) { userErrors { message } } }',
    );
    const stranger = await server.member('Sven Stranger', 'OTHER', ['PROGRAM_MANAGER']);
    expect((await stranger.ask(ACTIVITY, { id })).initiative).toBeNull();
  });
});
