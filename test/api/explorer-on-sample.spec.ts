import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../src/modules/explorer/examples.js';
import { SAMPLE_NOW, startSampleServer } from '../support/sample-server.js';
import type { Client, Json, TestServer } from '../support/server.js';

const LOADS_IN_MS = 480_000;
const BY_HAND = 'put the id here';

describe('the saved queries of the explorer, on the sample portfolio', () => {
  let server: TestServer;
  let manager: Client;
  let id: string;

  beforeAll(async () => {
    server = await startSampleServer();
    manager = await server.member('Visitor', 'DEMO', ['PROGRAM_MANAGER', 'REVIEWER']);
    id = (await manager.ask('{ initiativeByKey(key: "DEMO-13") { id } }')).initiativeByKey.id;
  }, LOADS_IN_MS);
  afterAll(async () => {
    await server.stop();
  });

  /** What an example answers as it stands, with the id in it that a visitor puts there. */
  const run = async (name: string): Promise<Json> => {
    const example = EXAMPLES.find((each) => each.name === name)!;
    const variables = example.variables(SAMPLE_NOW.slice(0, 10));
    const filled = 'initiativeId' in variables ? { ...variables, initiativeId: id } : variables;
    expect(JSON.stringify(filled)).not.toContain(BY_HAND);
    return manager.ask(example.document, filled);
  };

  it.each(EXAMPLES.filter(({ document }) => !/^subscription /m.test(document)).map(({ name }) => name))(
    '"%s" is answered',
    async (name) => {
      const data = await run(name);
      expect(Object.values(data as object).every((answer) => answer !== null)).toBe(true);
    },
  );

  it('say something of the portfolio as a whole', async () => {
    const { portfolio: through } = await run('Funnel');
    expect(through.funnel.stages.some(({ entered }: Json) => entered > 0)).toBe(true);
    expect(through.decisionStatistics.gates.some(({ decisions }: Json) => decisions > 0)).toBe(true);
    const { portfolio: old } = await run('Aging');
    expect(old.aging.some(({ count }: Json) => count > 0)).toBe(true);
    const { portfolio: balance } = await run('Value balance');
    expect(balance.valueBalance).toHaveLength(5);
    const { portfolio: ahead } = await run('Forecast');
    expect(ahead.forecast.explanation).not.toBe('');
    const { portfolio: now } = await run('What needs attention');
    expect(now.attention.nodes.length).toBeGreaterThan(0);
  });

  it('tell of a running initiative, and a second time of the same reading that it is known', async () => {
    const { initiativeByKey } = await run('How it runs');
    expect(initiativeByKey.signals.map(({ name }: Json) => name)).toContain('Drift of motor claims');
    const { signalsRecord } = await run('Record signals');
    expect(signalsRecord).toMatchObject({ recorded: 0, duplicates: 1, refused: 0, userErrors: [] });
    const { statusUpdatePost } = await run('Post a status update');
    expect(statusUpdatePost).toMatchObject({ statusUpdate: { health: 'AT_RISK' }, userErrors: [] });
  });
});
