import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countTraffic } from '../support/count-traffic.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

const EVIDENCE = `mutation ($id: ID!, $summary: String!) {
  evidenceSubmit(initiativeId: $id, criterionKey: "problem-statement", input: { document: { summary: $summary, url: "https://example.org", effectiveOn: "2026-03-01" } }) {
    evidence { id status effectiveOn expiresOn } userErrors { message }
  }
}`;
const EFFORT = `mutation ($entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: "BUSY", entries: $entries) { recorded duplicates userErrors { message } }
}`;
const CREATE = `mutation ($name: String!) {
  initiativeCreate(input: { portfolioKey: "BUSY", name: $name, problem: "Much is written.", valueThesis: COST }) { initiative { id key } }
}`;

/** Who asks is found out beforehand, in a statement with its scope. */
const WHO_ASKS = { statements: 2, messages: 1 };

describe('what a change says to the database', () => {
  let server: TestServer;
  let manager: Client;
  const initiatives: { id: string; key: string }[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "BUSY", name: "Busy" }) { userErrors { message } } }',
    );
    manager = await server.member('Manager', 'BUSY', ['PROGRAM_MANAGER']);
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      initiatives.push((await manager.ask(CREATE, { name })).initiativeCreate.initiative);
    }
  });

  afterAll(() => server.stop());

  it('is three messages for a piece of evidence: who asks, what it rests on under the lock, and all that is written with the commit', async () => {
    const traffic = await countTraffic(async () => {
      const { evidenceSubmit } = await manager.ask(EVIDENCE, { id: initiatives[0]?.id, summary: randomUUID() });
      expect(evidenceSubmit).toMatchObject({ evidence: { status: 'SUBMITTED' }, userErrors: [] });
    });
    // BEGIN, the role and the scope; the lock and what is beside it; the evidence, its event and COMMIT.
    expect(traffic).toEqual({ statements: WHO_ASKS.statements + 3 + 2 + 3, messages: WHO_ASKS.messages + 2 });
  });

  const hundred = () =>
    Array.from({ length: 100 }, (_, index) => ({
      initiativeKey: initiatives[index % initiatives.length]?.key,
      categoryKey: 'PEOPLE_PROCESS',
      amount: '0.05',
      workedOn: `2026-02-${String(1 + (index % 28)).padStart(2, '0')}`,
      person: `Person ${index % 10}`,
      source: 'traffic',
      externalId: randomUUID(),
    }));

  it('is four messages for a hundred worklogs: who asks, what stands, what stands under the locks, and all that is written with the commit', async () => {
    const traffic = await countTraffic(async () => {
      const { effortRecord } = await manager.ask(EFFORT, { entries: hundred() });
      expect(effortRecord).toMatchObject({ recorded: 100, userErrors: [] });
    });
    // BEGIN, the role, the scope and the portfolio; the books and three reads; the locks and six reads; hours, entries, events and COMMIT.
    expect(traffic).toEqual({ statements: WHO_ASKS.statements + 7 + 8 + 4, messages: WHO_ASKS.messages + 3 });
  });

  it('is no more where they are all there already, and writes nothing', async () => {
    const entries = hundred();
    await manager.ask(EFFORT, { entries });
    const traffic = await countTraffic(async () => {
      expect((await manager.ask(EFFORT, { entries })).effortRecord).toMatchObject({ duplicates: 100 });
    });
    expect(traffic).toEqual({ statements: WHO_ASKS.statements + 7 + 8 + 1, messages: WHO_ASKS.messages + 3 });
  });

  it('is one message more with an Idempotency-Key', async () => {
    const traffic = await countTraffic(async () => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${manager.token}`,
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ query: EVIDENCE, variables: { id: initiatives[1]?.id, summary: randomUUID() } }),
      });
      expect(await response.text()).toContain('"userErrors":[]');
    });
    // Waiting no longer than it may and claiming the key; the savepoint around what is asked for; the answer.
    expect(traffic).toEqual({
      statements: WHO_ASKS.statements + 3 + 3 + 1 + 2 + 3 + 1 + 1,
      messages: WHO_ASKS.messages + 4,
    });
  });
});
