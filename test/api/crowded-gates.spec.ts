import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foundCompany, type Company } from '../support/company.js';
import { intent } from '../support/gate-model/intents.js';
import { expectInvariants } from '../support/gate-model/invariants.js';
import { possibleAfter, standsAs } from '../support/gate-model/linearise.js';
import { BEGINNING, take, type Model, type Step } from '../support/gate-model/model.js';
import { MODEL_TEMPLATE, RealInitiative } from '../support/gate-model/real.js';
import { startTestServer, type TestServer } from '../support/server.js';

const INITIATIVES = 10;
const AT_ONCE = 5;
const ROUNDS = 6;

describe('fifty decisions, votes and pieces of evidence at once, on ten initiatives by eight people', () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { code } } }',
      { input: MODEL_TEMPLATE },
    );
    company = await foundCompany(server, { templateKey: 'model' });
  });

  afterAll(() => server.stop());

  /** As far as a review with one vote for GO, so that there is something to contend for. */
  const opened = async (): Promise<{ real: RealInitiative; model: Model }> => {
    const real = await RealInitiative.of(company);
    let model = BEGINNING;
    const steps: ((seen: Model) => Step)[] = [
      () => ({ kind: 'request' }),
      (seen) => ({ kind: 'vote', by: 'hank', outcome: 'GO', seen }),
    ];
    for (const next of steps) {
      const step = next(model);
      expect(await real.take(step)).toEqual([]);
      ({ model } = take(model, step));
      await real.look();
    }
    return { real, model };
  };

  it('are each answered as if they had come one after the other, and nobody hears of a deadlock', async () => {
    const walks = await Promise.all(Array.from({ length: INITIATIVES }, opened));
    for (const intents of fc.sample(
      fc.array(intent, { minLength: INITIATIVES * AT_ONCE, maxLength: INITIATIVES * AT_ONCE }),
      ROUNDS,
    )) {
      const asked = intents.map((each, position) => {
        const walk = walks[position % INITIATIVES]!;
        return { walk, step: each(walk.model) };
      });
      // A failure of the server, a deadlock too, would throw here.
      const answers = await Promise.all(asked.map(({ walk, step }) => walk.real.take(step)));
      for (const walk of walks) {
        const taken = asked.flatMap((each, position) =>
          each.walk === walk ? [{ step: each.step, answer: answers[position]! }] : [],
        );
        const stands = await walk.real.look();
        const match = possibleAfter(walk.model, taken).find((model) => standsAs(model, stands));
        if (!match) {
          throw new Error(
            `No order of these steps explains the answers: ${JSON.stringify(taken.map(({ step, answer }) => ({ ...step, seen: undefined, answer })))}, ` +
              `from ${JSON.stringify(walk.model)} to ${JSON.stringify(stands)}`,
          );
        }
        walk.model = match;
      }
    }
    await expectInvariants(server, [company.key]);
  }, 120_000);
});
