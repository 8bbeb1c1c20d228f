import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import { find, findOfPortfolio } from '../../src/domain/findings/find.js';
import { FindingScenes } from '../../src/modules/findings/queries/finding-scenes.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { accept } from '../../src/domain/basics/result.js';
import { countStatements } from '../support/count-statements.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type TestServer } from '../support/server.js';

const NOW = '2026-08-03T09:00:00.000Z' as Instant;

const CROWDED = {
  key: 'crowded',
  name: 'Crowded',
  stages: [
    {
      key: 'idea',
      name: 'Idea',
      category: 'INTAKE',
      wipLimit: 2,
      exitGate: {
        key: 'g0',
        name: 'Screen',
        criteria: [
          { key: 'why', name: 'Why', kind: 'DOCUMENT', weight: 'SHOULD_MEET', guidance: 'Say why.', validForDays: 30 },
        ],
      },
    },
    { key: 'pilot', name: 'Pilot', category: 'PILOT' },
  ],
};

describe('the scenes that findings are made of', () => {
  let server: TestServer;
  let scenes: FindingScenes;
  let company: Company;
  let portfolioId: string;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-02T09:00:00Z');
    const { workflowTemplatePublish } = await server.admin.ask(
      'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message field } } }',
      { input: CROWDED },
    );
    expect(workflowTemplatePublish.userErrors).toEqual([]);
    company = await foundCompany(server, { templateKey: 'crowded' });
    scenes = server.app.get(FindingScenes);
    const [row] = await server.source.query<{ id: string }[]>('SELECT id FROM portfolio WHERE key = $1', [company.key]);
    portfolioId = row!.id;
  });

  afterAll(() => server.stop());

  const sceneOf = async (id: string, at: Instant) => (await scenes.ofInitiatives([id], at)).get(id)!;
  const foundAt = async (at: string) => findOfPortfolio(await scenes.ofPortfolio(portfolioId, at as Instant));

  const change = async (id: string, input: Record<string, unknown>): Promise<void> => {
    const { version } = await company.standing(id);
    const { initiativeUpdate } = await company.manager.ask(
      'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { message } } }',
      { id, input: { ...input, expectedVersion: version } },
    );
    expect(initiativeUpdate.userErrors).toEqual([]);
  };

  const keyOf = async (id: string): Promise<string> => (await company.standing(id)).key as string;

  it('tell of an initiative where it stood, on what and whether it moved, as of any instant', async () => {
    server.at('2026-03-02T10:00:00Z');
    const id = await company.create();
    await company.document(id, 'why', '2026-03-02');
    server.at('2026-03-09T10:00:00Z');
    await company.pass(id, { outcome: 'GO' });

    const scene = await sceneOf(id, '2026-03-10T00:00:00.000Z' as Instant);
    expect(scene).toMatchObject({
      status: 'ACTIVE',
      timeZone: 'Europe/Berlin',
      stuck: null,
      signals: [],
      stays: [
        {
          stageKey: 'idea',
          category: 'INTAKE',
          enteredAt: '2026-03-02T10:00:00.000Z',
          leftAt: '2026-03-09T10:00:00.000Z',
        },
        {
          stageKey: 'pilot',
          category: 'PILOT',
          enteredAt: '2026-03-09T10:00:00.000Z',
          leftAt: null,
          supersededAt: null,
        },
      ],
      reviews: [
        {
          gateKey: 'g0',
          requestedAt: '2026-03-09T10:00:00.000Z',
          decidedAt: '2026-03-09T10:00:00.000Z',
          cancelledAt: null,
        },
      ],
    });
    expect(scene.stages.map(({ key }) => key)).toEqual(['idea', 'pilot']);
    expect(find(scene).map(({ code, since }) => [code, since])).toEqual([
      ['UX_TOO_LATE', '2026-03-09T10:00:00.000Z'],
      ['EVIDENCE_EXPIRING', '2026-03-02T10:00:00.000Z'],
    ]);
    expect(find(await sceneOf(id, '2026-03-09T09:59:59.999Z' as Instant)).map(({ code }) => code)).toEqual([
      'EVIDENCE_EXPIRING',
    ]);
    expect(find(await sceneOf(id, NOW))).toMatchObject([
      { code: 'UX_TOO_LATE' },
      // Valid through 1 April.
      { code: 'EVIDENCE_STALE', subject: 'why', level: 'INFO', since: '2026-04-01T22:00:00.000Z' },
    ]);
  });

  it('take as many statements for thirty initiatives as for one, in a transaction too', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      ids.push(await company.create());
    }
    const statementsFor = (asked: readonly string[]): Promise<number> =>
      countStatements(server.served, async () => {
        expect((await scenes.ofInitiatives(asked, NOW)).size).toBe(asked.length);
      });
    const one = await statementsFor(ids.slice(0, 1));
    expect(one).toBeGreaterThan(5);
    expect(await statementsFor(ids)).toBe(one);
    const inside = await server.app
      .get(UnitOfWork)
      .run(async (tx) =>
        accept([await scenes.ofInitiatives(ids, NOW, tx), await scenes.ofPortfolio(portfolioId, NOW, tx)] as const),
      );
    expect(inside).toMatchObject({ ok: true, value: [{ size: 30 }, { timeZone: 'Europe/Berlin' }] });
    for (const id of ids) {
      await server.source.query(
        `INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, changed_at, changed_by)
         SELECT i.id, 99, i.portfolio_id, 'KILLED', '2026-03-09T12:00:00Z', i.owner_id FROM initiative i WHERE i.id = $1`,
        [id],
      );
    }
    const killed = await sceneOf(ids[0]!, NOW);
    expect([killed.status, find(killed)]).toEqual(['KILLED', []]);
  });

  it('tell of a portfolio who stands in a limited stage, and since when they are too many', async () => {
    const wip = async (at: string) => (await foundAt(at)).filter(({ code }) => code === 'WIP_EXCEEDED');
    server.at('2026-04-01T10:00:00Z');
    const first = await company.create();
    server.at('2026-04-02T10:00:00Z');
    await company.create();
    expect(await wip('2026-04-02T11:00:00.000Z')).toEqual([]);
    server.at('2026-04-03T10:00:00Z');
    await company.create();
    server.at('2026-04-04T10:00:00Z');
    await company.create();
    server.at('2026-04-05T10:00:00Z');
    await company.pass(first, { outcome: 'HOLD' });
    const found = {
      code: 'WIP_EXCEEDED',
      subject: 'idea',
      level: 'WARNING',
      since: '2026-04-03T10:00:00.000Z',
      facts: { stageKey: 'idea', standing: 4, wipLimit: 2 },
    };
    expect(await wip('2026-04-05T11:00:00.000Z')).toMatchObject([found]);
    expect(await wip('2026-04-03T09:59:59.999Z')).toEqual([]);
    expect(await wip('2026-04-03T10:00:00.000Z')).toMatchObject([{ facts: { standing: 3 } }]);
  });

  it('tell of each gate its last twenty decisions, and with which the row of GOs began', async () => {
    const [row] = await server.source.query<{ id: string }[]>(
      'SELECT id FROM initiative WHERE portfolio_id = $1 ORDER BY number LIMIT 1',
      [portfolioId],
    );
    const decide = async (day: number, outcome: string): Promise<void> => {
      const at = new Date(Date.UTC(2026, 3, day, 12)).toISOString();
      await server.source.query(
        `WITH review AS (
           INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
           SELECT gen_random_uuid(), i.portfolio_id, i.id, 'g9', 'DECIDED', $2, i.owner_id FROM initiative i WHERE i.id = $1
           RETURNING id, portfolio_id, initiative_id, gate_key, requested_by
         )
         INSERT INTO gate_decision (id, portfolio_id, initiative_id, review_id, gate_key, outcome, rationale, template_id, from_stage_key,
           snapshot, snapshot_sha256, decided_at, decided_by)
         SELECT gen_random_uuid(), r.portfolio_id, r.initiative_id, r.id, r.gate_key, $3, 'Why', i.template_id, i.stage_key, '{}',
           encode(sha256('{}'), 'hex'), $2, r.requested_by
         FROM review r JOIN initiative i ON i.id = r.initiative_id`,
        [row!.id, at, outcome],
      );
    };
    await decide(6, 'GO');
    await decide(7, 'RECYCLE');
    for (let day = 8; day < 33; day += 1) {
      await decide(day, 'GO');
    }
    const stamps = async (at: string) => (await foundAt(at)).filter(({ code }) => code === 'RUBBER_STAMP');
    const scene = await scenes.ofPortfolio(portfolioId, NOW);
    expect(scene.gates.find(({ gateKey }) => gateKey === 'g9')?.decisions).toHaveLength(25);
    // The twentieth GO after the RECYCLE is that of 27 April.
    expect(await stamps(NOW)).toMatchObject([
      { subject: 'g9', since: '2026-04-27T12:00:00.000Z', facts: { firstOn: '2026-04-13' } },
    ]);
    expect(await stamps('2026-04-27T11:59:59.999Z')).toEqual([]);
    expect(await stamps('2026-04-27T12:00:00.000Z')).toHaveLength(1);
  });

  it('tell when who was a live chat assistant of a business unit', async () => {
    const points = async (at: string) => (await foundAt(at)).filter(({ code }) => code === 'POINT_SOLUTION');
    const assistant = (businessUnit: string) => company.create({ solutionType: 'CHAT_ASSISTANT', businessUnit });
    server.at('2026-05-01T10:00:00Z');
    const first = await assistant('Claims');
    await assistant('Claims');
    await assistant('Sales');
    await company.create({ solutionType: 'CHAT_ASSISTANT' });
    server.at('2026-05-02T10:00:00Z');
    const third = await company.create({ solutionType: 'AGENT', businessUnit: 'Claims' });
    expect(await points('2026-05-02T11:00:00.000Z')).toEqual([]);
    server.at('2026-05-03T10:00:00Z');
    await change(third, { solutionType: 'CHAT_ASSISTANT' });
    expect(await points('2026-05-04T10:00:00.000Z')).toMatchObject([
      {
        subject: 'Claims',
        since: '2026-05-03T10:00:00.000Z',
        facts: { initiatives: expect.arrayContaining([await keyOf(third)]) },
      },
    ]);
    server.at('2026-05-05T10:00:00Z');
    await company.pass(first, { outcome: 'KILL' });
    expect(await points('2026-05-05T10:00:00.000Z')).toEqual([]);
    expect(await points('2026-05-05T09:59:59.999Z')).toHaveLength(1);
  });

  it('tell how the effort of whole quarters was split, and since when a category has been off its target', async () => {
    server.at('2026-07-02T10:00:00Z');
    const initiativeKey = await keyOf(await company.create());
    const book = async (workedOn: string, categoryKey: string, amount: string): Promise<void> => {
      const { effortRecord } = await company.manager.ask(
        'mutation ($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) { refused } }',
        {
          key: company.key,
          entries: [
            { initiativeKey, categoryKey, amount, workedOn, source: 'test', externalId: `${workedOn} ${categoryKey}` },
          ],
        },
      );
      expect(effortRecord.refused).toBe(0);
    };
    const off = async (at: string) => (await foundAt(at)).filter(({ code }) => code === 'ALLOCATION_OFF_TARGET');
    for (const workedOn of ['2025-11-03', '2026-02-03', '2026-05-04']) {
      await book(workedOn, 'PEOPLE_PROCESS', '7');
      await book(workedOn, 'TECHNOLOGY_DATA', '2');
      await book(workedOn, 'ALGORITHMS', workedOn < '2026' ? '1' : '9');
    }
    const found = await off('2026-07-02T10:00:00.000Z');
    expect(found.map(({ subject, since }) => [subject, since])).toEqual([
      ['ALGORITHMS', '2026-06-30T22:00:00.000Z'],
      ['PEOPLE_PROCESS', '2026-06-30T22:00:00.000Z'],
      ['TECHNOLOGY_DATA', '2026-06-30T22:00:00.000Z'],
    ]);
    expect(found[0]?.facts).toEqual({
      categoryKey: 'ALGORITHMS',
      quartersInARow: 2,
      quarters: [
        { quarter: '2026-Q1', percent: '50.0', targetPercent: '10', deviationPoints: '40.0', verdict: 'OVER' },
        { quarter: '2026-Q2', percent: '50.0', targetPercent: '10', deviationPoints: '40.0', verdict: 'OVER' },
      ],
    });
    // Before the second quarter is over, and before anything was booked.
    expect(await off('2026-06-30T21:59:59.999Z')).toEqual([]);
    expect(await off('2026-07-01T10:00:00.000Z')).toEqual([]);
  });
});
