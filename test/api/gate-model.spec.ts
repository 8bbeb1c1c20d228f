import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codes, foundCompany, type Company } from '../support/company.js';
import { expectInvariants } from '../support/gate-model/invariants.js';
import { intent, outcome, type Intent } from '../support/gate-model/intents.js';
import { possibleAfter, standsAs } from '../support/gate-model/linearise.js';
import { BEGINNING, CRITERIA, take, type Model, type Step, type Voter } from '../support/gate-model/model.js';
import { MODEL_TEMPLATE, RealInitiative } from '../support/gate-model/real.js';
import { startTestServer, type TestServer } from '../support/server.js';

const RUNS = 12;

interface Walk {
  model: Model;
}

/** One to three people act at the same time: what they are told must be so in some order of their steps. */
class Round implements fc.AsyncCommand<Walk, RealInitiative> {
  constructor(private readonly intents: readonly Intent[]) {}

  check(): boolean {
    return true;
  }

  async run(walk: Walk, real: RealInitiative): Promise<void> {
    const seen = walk.model;
    const steps = this.intents.map((each) => each(seen));
    const answers = await Promise.all(steps.map((step) => real.take(step)));
    const possible = possibleAfter(
      seen,
      steps.map((step, position) => ({ step, answer: answers[position]! })),
    );
    const stands = await real.look();
    const match = possible.find((model) => standsAs(model, stands));
    if (!match) {
      expect({ steps: steps.map(plain), answers, stands }).toEqual({
        anyOf: possible,
        orTold: take(seen, steps[0]!).codes,
      });
      return;
    }
    walk.model = match;
  }

  toString(): string {
    return `at once: ${this.intents.map((each) => JSON.stringify(plain(each(BEGINNING)))).join(', ')}`;
  }
}

/** All that leads to a decision, one after the other, so that walks come far: chance alone would rarely agree with itself. */
class Session implements fc.AsyncCommand<Walk, RealInitiative> {
  constructor(private readonly rounds: readonly Round[]) {}

  check(): boolean {
    return true;
  }

  async run(walk: Walk, real: RealInitiative): Promise<void> {
    for (const round of this.rounds) {
      await round.run(walk, real);
    }
  }

  toString(): string {
    return `in turn: ${this.rounds.map(String).join('; ')}`;
  }
}

const session = fc
  .tuple(outcome, fc.boolean(), fc.nat(3), fc.constantFrom<Voter>('grace', 'ida'))
  .map(([decided, isEvident, back, decider]) => {
    const accepting: readonly Intent[] = [0, 1].map((place) => (seen) => ({
      kind: 'accept',
      criterion: CRITERIA[seen.stage]?.[place]?.key ?? 'problem',
    }));
    return new Session(
      [
        ...(isEvident ? accepting : []),
        (): Step => ({ kind: 'request' }),
        (seen: Model): Step => ({ kind: 'vote', by: 'hank', outcome: decided, seen }),
        (seen: Model): Step => ({
          kind: 'decide',
          by: decider,
          outcome: decided,
          covers: true,
          backTo: Math.max(0, seen.stage - back),
          seen,
        }),
        (seen: Model): Step => ({ kind: 'close', seen }),
      ].map((each) => new Round([each])),
    );
  });

const plain = (step: Step): object => ({ ...step, seen: undefined });

describe('the gate against a simple model of it', () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    const { workflowTemplatePublish } = await server.admin.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { code message field } } }',
      { input: MODEL_TEMPLATE },
    );
    expect(workflowTemplatePublish.userErrors).toEqual([]);
    company = await foundCompany(server, { templateKey: 'model' });
  });

  afterAll(() => server.stop());

  it('answers and moves as the model does, whoever acts at once with whom', async () => {
    const round = fc.array(intent, { minLength: 1, maxLength: 3 }).map((intents) => new Round(intents));
    await fc.assert(
      fc.asyncProperty(fc.commands([round, session], { maxCommands: 24, size: 'max' }), async (rounds) => {
        const real = await RealInitiative.of(company);
        await fc.asyncModelRun(() => ({ model: { model: BEGINNING }, real }), rounds);
        await expectInvariants(server, [company.key]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // A walk that saw little would prove little.
    const [reached] = await server.source.query<{ outcomes: number; gates: number }[]>(
      'SELECT count(DISTINCT outcome)::int AS outcomes, count(DISTINCT gate_key)::int AS gates FROM gate_decision',
    );
    expect(reached!.outcomes).toBeGreaterThanOrEqual(4);
    expect(reached!.gates).toBeGreaterThanOrEqual(2);
  }, 300_000);

  // By chance a walk may never come to where one vote alone would do.
  it('asks for as many votes as the gate does, of which an abstention is none', async () => {
    const [grace, hank] = company.gatekeepers;
    const id = await company.create();
    const review = await company.request(id);
    const decide = () => company.decide(grace, id, review, { outcome: 'HOLD' });
    expect(codes(await decide())).toEqual(['QUORUM_NOT_MET']);
    await company.vote(hank, review, null);
    expect(codes(await decide())).toEqual(['QUORUM_NOT_MET']);
    await company.vote(hank, review, 'HOLD');
    expect(await decide()).toMatchObject({ initiative: { status: 'ON_HOLD' }, userErrors: [] });
  });
});
