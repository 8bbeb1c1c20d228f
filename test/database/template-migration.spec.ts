import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { CriterionDefinition } from '../../src/domain/gates/gate.js';
import { accept } from '../../src/domain/basics/result.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { AgingLevels } from '../../src/modules/initiatives/queries/aging-levels.js';
import { TimeInStage } from '../../src/modules/initiatives/queries/time-in-stage.js';
import {
  MigrateTemplate,
  type MigrationRequest,
} from '../../src/modules/template-migrations/commands/migrate-template.js';
import { MigrationPreview } from '../../src/modules/template-migrations/queries/migration-preview.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { asOfBench, made, type AsOfBench, type Entered } from '../support/as-of-bench.js';
import { checkClocks } from '../support/clock-faults.js';
import { aCriterion } from '../support/gate-facts.js';
import { aStage } from '../support/template-versions.js';

const MOVED_AT = '2026-03-20T09:00:00.000Z' as Instant;

const asks = (key: string): readonly CriterionDefinition[] => [aCriterion('DOCUMENT', { key })];

/** Versions by the stages they have; each stage but the last one asks for a document. */
const STAGES = {
  idea: aStage('idea', 'INTAKE', asks('canvas')),
  study: aStage('study', 'INTAKE', asks('sources')),
  poc: aStage('poc', 'POC', asks('feasibility')),
  quick: aStage('quick', 'POC', asks('feasibility'), { timeBoxDays: 30 }),
  proof: aStage('proof', 'POC', asks('feasibility')),
  pilot: aStage('pilot', 'PILOT', asks('report')),
  run: aStage('run', 'PRODUCTION'),
};
type StageName = keyof typeof STAGES;

describe('moving initiatives to a newer version of their template', () => {
  let bench: AsOfBench;
  let flows = 0;

  beforeAll(async () => {
    bench = await asOfBench();
  });
  afterEach(async () => {
    expect((await checkClocks(bench.database.source, bench.clock.now())).faults).toEqual([]);
  });
  afterAll(() => bench.close());

  const publish = async (key: string, ...names: readonly StageName[]) =>
    made(
      await bench.context
        .get(PublishTemplate)
        .run(bench.people.designer, { key, name: 'Flow', stages: names.map((name) => STAGES[name]) }),
    );

  /** A template of its own, in its first version, and initiatives on it, each by where it stood since when. */
  const flow = async (...histories: readonly (readonly Entered[])[]) => {
    bench.clock.set('2026-03-02T09:00:00.000Z' as Instant);
    flows += 1;
    const key = `flow-${flows}`;
    await publish(key, 'idea', 'study', 'poc', 'pilot', 'run');
    const references = histories.map((_, index) => `${key}/${index}`);
    for (const [index, entered] of histories.entries()) {
      await bench.importRow(references[index]!, key, entered);
    }
    const rows = await bench.rows<{ id: string }>(
      'SELECT id FROM initiative WHERE external_ref = ANY($1) ORDER BY number',
      [references],
    );
    bench.clock.set(MOVED_AT);
    return { key, references, ids: rows.map(({ id }) => id) };
  };

  const migrate = (templateKey: string, other: Partial<MigrationRequest> = {}) =>
    bench.context.get(MigrateTemplate).run(bench.people.designer, bench.portfolio.key, {
      templateKey,
      toVersion: null,
      mapping: [],
      initiativeIds: null,
      reason: 'Version 2 asks for less.',
      ...other,
    });

  const standing = async (id: string) => (await bench.context.get(Initiatives).byIds([id]))[0]!;
  const daysInStage = async (id: string) => bench.context.get(TimeInStage).daysInStage({}, await standing(id));
  const visits = (id: string) =>
    bench.rows<Record<string, unknown>>(
      `SELECT v.stage_key AS stage, t.version, v.entered_at, v.left_at, v.is_open, v.recorded_at, v.superseded_at
       FROM stage_visit v JOIN workflow_template t ON t.id = v.template_id
       WHERE v.initiative_id = $1 ORDER BY v.superseded_at NULLS LAST, v.entered_at`,
      [id],
    );
  const live = async (id: string) =>
    (await visits(id))
      .filter(({ superseded_at: at }) => at === null)
      .map(({ stage, version, is_open: isOpen }) => [stage, version, isOpen]);

  const A_DETOUR: readonly Entered[] = [
    ['study', '2026-01-01T00:00:00.000Z'],
    ['poc', '2026-01-11T00:00:00.000Z'],
    ['idea', '2026-02-01T00:00:00.000Z'],
    ['poc', '2026-02-10T00:00:00.000Z'],
  ];

  it('records their visits anew with the dates they have, keeps the old rows, and leaves where it was what has no home', async () => {
    const { key, ids } = await flow(A_DETOUR);
    const [id] = ids as [string];
    await publish(key, 'idea', 'proof', 'pilot', 'run');
    const [before, beforeVisits] = [await standing(id), await visits(id)];
    expect(made(await migrate(key, { mapping: [{ from: 'poc', to: 'proof' }] }))).toMatchObject({
      migrated: 1,
      stayed: 0,
      template: { version: 2 },
    });

    const after = await standing(id);
    expect(after).toEqual({
      ...before,
      templateId: after.templateId,
      stageKey: 'proof',
      version: before.version + 1,
      updatedAt: MOVED_AT,
    });
    const moved = beforeVisits.filter(({ stage }) => stage !== 'study');
    expect(await visits(id)).toEqual([
      ...moved.map((visit) => ({ ...visit, is_open: null, superseded_at: MOVED_AT })),
      beforeVisits.find(({ stage }) => stage === 'study'),
      ...moved.map((visit) => ({
        ...visit,
        stage: visit['stage'] === 'poc' ? 'proof' : visit['stage'],
        version: 2,
        recorded_at: MOVED_AT,
      })),
    ]);
    const [record] = await bench.rows<Record<string, unknown>>(
      `SELECT m.version, f.version AS from, t.version AS to, m.from_stage_key, m.to_stage_key, m.reason, m.migrated_at, m.migrated_by,
         r.risk_tier, r.attributes ->> 'name' AS name
       FROM template_migration m JOIN workflow_template f ON f.id = m.from_template_id JOIN workflow_template t ON t.id = m.to_template_id
       JOIN initiative_revision r ON r.initiative_id = m.initiative_id AND r.version = m.version WHERE m.initiative_id = $1`,
      [id],
    );
    expect(record).toEqual({
      version: after.version,
      from: 1,
      to: 2,
      from_stage_key: 'poc',
      to_stage_key: 'proof',
      reason: 'Version 2 asks for less.',
      migrated_at: MOVED_AT,
      migrated_by: bench.people.designer.userId,
      risk_tier: after.riskTier,
      name: after.name,
    });
  });

  it('resets no clock: the days in the stage are the same before and after, also where two stages become one', async () => {
    const { key, ids } = await flow(A_DETOUR, [
      ['idea', '2026-01-01T00:00:00.000Z'],
      ['study', '2026-02-01T00:00:00.000Z'],
    ]);
    const before = [await daysInStage(ids[0]!), await daysInStage(ids[1]!)];
    expect(before).toEqual([59, 47]);
    await publish(key, 'idea', 'poc', 'pilot', 'run');
    made(await migrate(key, { mapping: [{ from: 'study', to: 'idea' }] }));
    expect([await daysInStage(ids[0]!), await daysInStage(ids[1]!)]).toEqual(before);
    expect(await live(ids[1]!)).toEqual([
      ['idea', 1, null],
      ['idea', 2, true],
    ]);
    bench.clock.set('2026-03-30T09:00:00.000Z' as Instant);
    expect([await daysInStage(ids[0]!), await daysInStage(ids[1]!)]).toEqual([69, 57]);
  });

  it('wakes nobody up: what is a ZOMBIE stays one', async () => {
    const inPoc: Entered = ['poc', '2025-06-01T00:00:00.000Z'];
    const { key, ids } = await flow([inPoc]);
    const [id] = ids as [string];
    await publish(key, 'idea', 'quick', 'pilot', 'run');
    const level = async () => (await bench.context.get(AgingLevels).ofInitiatives([id])).get(id);
    bench.clock.set('2026-05-20T09:00:00.000Z' as Instant);
    made(await migrate(key, { toVersion: 2, mapping: [{ from: 'poc', to: 'quick' }] }));
    expect(await level()).toBe('ZOMBIE');
  });

  it('goes over several versions, and again', async () => {
    const { key, ids } = await flow(A_DETOUR);
    const [id] = ids as [string];
    const before = await daysInStage(id);
    await publish(key, 'idea', 'poc', 'run');
    await publish(key, 'idea', 'study', 'poc', 'pilot', 'run');
    await publish(key, 'poc', 'run');
    made(await migrate(key, { toVersion: 3 }));
    expect(await live(id)).toEqual([
      ['study', 3, null],
      ['poc', 3, null],
      ['idea', 3, null],
      ['poc', 3, true],
    ]);
    made(await migrate(key, { toVersion: 4 }));
    expect(await live(id)).toEqual([
      ['study', 3, null],
      ['poc', 4, null],
      ['idea', 3, null],
      ['poc', 4, true],
    ]);
    expect(await daysInStage(id)).toBe(before);
  });

  it('of all that can leaves alone who cannot, who has ended, and who is on it already', async () => {
    const inPoc: readonly Entered[] = [['poc', '2026-02-01T00:00:00.000Z']];
    const { key, ids } = await flow(inPoc, [['study', '2026-02-01T00:00:00.000Z']], inPoc, inPoc);
    const [fit, homeless, killed, reviewed] = ids as [string, string, string, string];
    const stamp = { at: bench.clock.now(), by: bench.people.manager.userId };
    const toKill = await standing(killed);
    await bench.context
      .get(UnitOfWork)
      .run(async (tx) =>
        accept(await bench.context.get(MoveInitiative).toStatus(tx, toKill, 'KILLED', 'No use.', stamp)),
      );
    await bench.rows(
      `INSERT INTO gate_review (id, portfolio_id, initiative_id, gate_key, status, requested_at, requested_by)
       VALUES ($1, $2, $1, 'poc-exit', 'OPEN', $3, $4)`,
      [reviewed, bench.portfolio.id, MOVED_AT, bench.people.manager.userId],
    );
    await publish(key, 'idea', 'poc', 'pilot', 'run');
    expect(made(await migrate(key))).toMatchObject({ migrated: 1, stayed: 2 });
    expect(made(await migrate(key))).toMatchObject({ migrated: 0, stayed: 2 });
    const versions = await Promise.all(
      [fit, homeless, killed, reviewed].map(async (id) => (await standing(id)).version),
    );
    expect(versions).toEqual([2, 1, 2, 1]);
    expect((await standing(killed)).templateId).toBe(toKill.templateId);
  });

  it('moves nobody where one of those that are named cannot, and says all reasons', async () => {
    const { key, ids } = await flow([['poc', '2026-02-01T00:00:00.000Z']], [['study', '2026-02-01T00:00:00.000Z']]);
    await publish(key, 'idea', 'poc', 'pilot', 'run');
    const stranger = '01900000-0000-7000-8000-000000000000';
    const refused = await migrate(key, { initiativeIds: [...ids, stranger, 'x'], mapping: [{ from: 'x', to: 'poc' }] });
    expect(refused).toMatchObject({
      ok: false,
      refusals: [
        { code: 'INVALID', field: ['input', 'stageMapping', '0', 'from'] },
        { code: 'WRONG_STATE', field: ['input', 'initiativeIds', '1'], message: expect.stringContaining('study') },
        { code: 'NOT_FOUND', field: ['input', 'initiativeIds', '2'] },
        { code: 'NOT_FOUND', field: ['input', 'initiativeIds', '3'] },
      ],
    });
    expect(await Promise.all(ids.map(async (id) => (await standing(id)).version))).toEqual([1, 1]);
    expect(await bench.rows('SELECT 1 FROM template_migration WHERE initiative_id = ANY($1)', [ids])).toEqual([]);
  });

  it('refuses a version that there is not, one that is not newer, and the first one', async () => {
    const { key, ids } = await flow([['poc', '2026-02-01T00:00:00.000Z']]);
    expect(await migrate('no-such-flow')).toMatchObject({
      refusals: [{ code: 'NOT_FOUND', field: ['input', 'templateKey'] }],
    });
    expect(await migrate(key, { toVersion: 9 })).toMatchObject({
      refusals: [{ code: 'NOT_FOUND', field: ['input', 'toVersion'] }],
    });
    expect(await migrate(key)).toMatchObject({ refusals: [{ code: 'INVALID', field: ['input', 'toVersion'] }] });
    await publish(key, 'idea', 'poc', 'run');
    made(await migrate(key));
    for (const toVersion of [1, 2]) {
      expect(await migrate(key, { toVersion, initiativeIds: ids })).toMatchObject({
        refusals: [{ code: 'INVALID', field: ['input', 'toVersion'] }],
      });
    }
    expect(made(await migrate(key))).toMatchObject({ migrated: 0, stayed: 0 });
  });

  it('is for ADMIN and PROCESS_DESIGNER; who is no member learns nothing', async () => {
    const run = (viewer: AsOfBench['people']['manager']) =>
      bench.context.get(MigrateTemplate).run(viewer, bench.portfolio.key, {
        ...{ templateKey: 'flow-1', toVersion: null, mapping: [], initiativeIds: null, reason: 'x' },
      });
    await expect(run(bench.people.manager)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await run({ ...bench.people.manager, roles: new Map() })).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_FOUND', field: ['portfolioKey'] }],
    });
  });

  it('asked for twice at once happens once', async () => {
    const { key, ids } = await flow(...Array.from({ length: 5 }, () => A_DETOUR));
    await publish(key, 'idea', 'study', 'poc', 'run');
    const results = await Promise.all([migrate(key), migrate(key), migrate(key)]);
    expect(results.map((result) => made(result).migrated).sort()).toEqual([0, 0, 5]);
    const [{ count }] = (await bench.rows('SELECT count(*) FROM template_migration WHERE initiative_id = ANY($1)', [
      ids,
    ])) as [{ count: number }];
    expect(count).toBe(5);
  });

  it('is told by one event each and one of the portfolio, in chains that verify', async () => {
    const { key, ids } = await flow(A_DETOUR, A_DETOUR);
    await publish(key, 'idea', 'poc', 'run');
    const eventsBefore = await bench.rows<{ count: number }>('SELECT count(*) FROM audit_event');
    made(await migrate(key));
    const events = await bench.rows<{ chain: string; body: string }>(
      `SELECT chain, body FROM audit_event WHERE body::jsonb ->> 'action' IN ('initiative.templateMigrated', 'template.migrated')
         AND chain = ANY($1) ORDER BY chain, sequence DESC`,
      [[...ids.map((id) => `initiative:${id}`), `portfolio:${bench.portfolio.id}`]],
    );
    const own = events.filter(({ chain }) => chain.startsWith('initiative:'));
    expect(own.map(({ body }) => (JSON.parse(body) as { changes: unknown }).changes)).toEqual(
      ids.map(() => ({
        version: 2,
        template: key,
        templateVersion: { from: 1, to: 2 },
        stage: { from: 'poc', to: 'poc' },
        reason: 'Version 2 asks for less.',
      })),
    );
    const ofPortfolio = events.find(({ chain }) => chain.startsWith('portfolio:'))!;
    expect(JSON.parse(ofPortfolio.body)).toMatchObject({
      action: 'template.migrated',
      actorId: bench.people.designer.userId,
      changes: { key, version: 2, stageMapping: [], initiatives: 2, reason: 'Version 2 asks for less.' },
    });
    const eventsAfter = await bench.rows<{ count: number }>('SELECT count(*) FROM audit_event');
    expect(eventsAfter[0]!.count - eventsBefore[0]!.count).toBe(3);
    expect(await bench.context.get(AuditEvents).verify(bench.portfolio.id)).toMatchObject({ ok: true });
  });

  it('is a decision that no import undoes: what stands is not dated anew, and the rest is taken over', async () => {
    const { key, ids, references } = await flow(A_DETOUR);
    const [id] = ids as [string];
    await publish(key, 'idea', 'poc', 'run');
    made(await migrate(key));
    const before = await visits(id);
    const sent: readonly (readonly Entered[])[] = [
      A_DETOUR,
      [['poc', '2025-12-01T00:00:00.000Z']],
      [...A_DETOUR, ['idea', '2026-03-01T00:00:00.000Z']],
    ];
    for (const entered of sent) {
      bench.clock.set('2026-03-25T09:00:00.000Z' as Instant);
      expect(made(await bench.importRow(references[0]!, key, entered)).outcome).toBe('UNCHANGED');
      expect(await visits(id)).toEqual(before);
    }
    expect(await standing(id)).toMatchObject({ stageKey: 'poc', version: 2 });
    expect(made(await bench.importRow(references[0]!, key, sent[1]!, 'Renamed')).outcome).toBe('UPDATED');
    expect(await standing(id)).toMatchObject({ name: 'Renamed', stageKey: 'poc', version: 3 });
    expect(await visits(id)).toEqual(before);
  });

  it('can be previewed page by page, by number, with a count', async () => {
    const { key, ids } = await flow(...Array.from({ length: 5 }, () => A_DETOUR));
    await publish(key, 'idea', 'poc', 'run');
    const page = (after: string | null, initiativeIds: readonly string[] | null = null) =>
      bench.context
        .get(MigrationPreview)
        .page(
          bench.people.reviewer,
          { portfolioKey: bench.portfolio.key, templateKey: key, toVersion: null, mapping: [], initiativeIds },
          { first: 2, after },
        );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo, totalCount }: Awaited<ReturnType<typeof page>> = await page(after);
      seen.push(...nodes.map(({ initiative }) => initiative.id));
      expect(await totalCount).toBe(5);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(ids);
    expect((await page(null, [ids[3]!, 'x'])).nodes.map(({ initiative }) => initiative.id)).toEqual([ids[3]]);
    expect((await page(null, [])).nodes).toEqual([]);
  });
});
