import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const DECIDE = `mutation ($id: ID!, $input: GateDecideInput!) {
  gateDecide(reviewId: $id, input: $input) { decision { id outcome } userErrors { code } }
}`;

describe('gatekeepers at the same instant', () => {
  let server: TestServer;
  let manager: Member;
  let gatekeepers: Member[];

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "RACE", name: "Race" }) { userErrors { message } } }',
    );
    manager = await server.member('Manager', 'RACE', ['PROGRAM_MANAGER']);
    gatekeepers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => server.member(`Gatekeeper ${index}`, 'RACE', ['GATEKEEPER'])),
    );
  });

  afterAll(() => server.stop());

  const newInitiative = async () => {
    const { initiativeCreate } = await manager.ask(
      `mutation { initiativeCreate(input: { portfolioKey: "RACE", name: "Contended", problem: "Two at once", valueThesis: COST }) { initiative { id } } }`,
    );
    return initiativeCreate.initiative.id as string;
  };

  const newReview = async (initiativeId: string) => {
    const { gateReviewRequest } = await manager.ask(
      'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } userErrors { code } } }',
      { id: initiativeId },
    );
    return gateReviewRequest as { review: { id: string } | null; userErrors: { code: string }[] };
  };

  it('make exactly one decision, and the others are told that it was made', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await newInitiative();
      const { review } = await newReview(id);
      const answers = await Promise.all(
        gatekeepers.map((gatekeeper) =>
          gatekeeper.ask(DECIDE, { id: review?.id, input: { outcome: 'HOLD', rationale: 'Wait', expectedVersion: 1 } }),
        ),
      );
      const decided = answers.filter((answer) => answer.gateDecide.decision !== null);
      const refusals = answers.flatMap((answer) =>
        answer.gateDecide.userErrors.map((error: { code: string }) => error.code),
      );
      expect(decided).toHaveLength(1);
      expect(refusals).toHaveLength(gatekeepers.length - 1);
      expect(new Set([...refusals, 'WRONG_STATE', 'STALE_VERSION']).size).toBe(2);
      const { initiative } = await manager.ask(
        'query ($id: ID!) { initiative(id: $id) { status version decisions { nodes { id } } } }',
        { id },
      );
      expect(initiative).toMatchObject({ status: 'ON_HOLD', version: 2 });
      expect(initiative.decisions.nodes).toHaveLength(1);
    }
    const { auditVerify } = await manager.ask('{ auditVerify(portfolioKey: "RACE") { ok } }');
    expect(auditVerify.ok).toBe(true);
  });

  it('decide on what they have seen: whoever has not seen the latest change is told which version stands', async () => {
    const id = await newInitiative();
    const { review } = await newReview(id);
    await manager.ask(
      'mutation ($id: ID!) { initiativeUpdate(id: $id, input: { name: "Of late", expectedVersion: 1 }) { userErrors { code } } }',
      { id },
    );
    const decide = async (expectedVersion: number): Promise<{ decision: object | null; userErrors: object[] }> =>
      (
        await gatekeepers[0]!.ask(DECIDE, {
          id: review?.id,
          input: { outcome: 'HOLD', rationale: 'Wait', expectedVersion },
        })
      ).gateDecide;
    for (const other of [1, 3]) {
      expect(await decide(other)).toMatchObject({ decision: null, userErrors: [{ code: 'STALE_VERSION' }] });
    }
    expect(await decide(2)).toMatchObject({ decision: expect.anything(), userErrors: [] });
  });

  it('open one review of an initiative only', async () => {
    const id = await newInitiative();
    const answers = await Promise.all(Array.from({ length: 8 }, () => newReview(id)));
    expect(answers.filter((answer) => answer.review !== null)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors.map((error) => error.code))).toEqual(
      Array.from({ length: 7 }, () => 'WRONG_STATE'),
    );
  });

  it('leave one winner of twenty updates on one version', async () => {
    const id = await newInitiative();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        manager.ask(
          'mutation ($id: ID!, $name: String!) { initiativeUpdate(id: $id, input: { name: $name, expectedVersion: 1 }) { initiative { version } userErrors { code } } }',
          { id, name: `Name ${index}` },
        ),
      ),
    );
    expect(answers.filter((answer) => answer.initiativeUpdate.initiative?.version === 2)).toHaveLength(1);
    expect(answers.filter((answer) => answer.initiativeUpdate.userErrors[0]?.code === 'STALE_VERSION')).toHaveLength(
      19,
    );
  });

  it('number initiatives that are created at once without a repetition', async () => {
    const before = (await manager.ask('{ portfolio(key: "RACE") { initiatives { totalCount } } }')).portfolio
      .initiatives.totalCount as number;
    await Promise.all(Array.from({ length: 20 }, newInitiative));
    const { portfolio } = await manager.ask(
      '{ portfolio(key: "RACE") { initiatives(first: 100) { totalCount nodes { key } } } }',
    );
    expect(portfolio.initiatives.totalCount).toBe(before + 20);
    expect(new Set(portfolio.initiatives.nodes.map((node: { key: string }) => node.key)).size).toBe(before + 20);
  });
});
