import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accepted,
  aChecklist,
  aCriterion,
  aDefinition,
  aDocument,
  aGuardrail,
  aKpi,
  aUxReview,
  day,
  entered,
  facts,
  noon,
  returned,
  submitted,
} from '../../../test/support/gate-facts.js';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import { decimal } from '../basics/decimal.js';
import { assessGate } from '../gates/assess-gate.js';
import {
  CRITERION_KINDS,
  STAGE_CATEGORIES,
  type CriterionDefinition,
  type InitiativeFacts,
  type WorkflowTemplate,
} from '../gates/gate.js';
import { referencesIn } from './criterion-references.js';
import { planMigration, type MigrationCase, type MigrationScene } from './plan-migration.js';

const at = noon('2026-06-01');
const document = (key: string, other: Partial<CriterionDefinition> = {}) =>
  aCriterion('DOCUMENT', { key, name: `The ${key}`, ...other });

const screen = document('problem');
const feasibility = document('feasibility');
const ux = aCriterion('UX_REVIEW', { key: 'ux', name: 'UX review', settings: { minParticipants: 5 } });
const three = aVersion(3, [
  aStage('idea', 'INTAKE', [screen]),
  aStage('poc', 'POC', [feasibility]),
  aStage('pilot', 'PILOT', [ux]),
  aStage('run', 'PRODUCTION'),
]);
const four = (stages: readonly ReturnType<typeof aStage>[]): WorkflowTemplate => aVersion(4, stages);

const move = (to: WorkflowTemplate, other: Partial<MigrationCase & MigrationScene> = {}) =>
  planMigration({
    initiative: { key: 'AI-7', stageKey: 'poc' },
    from: three,
    to,
    mapping: [],
    openReviewGateKey: null,
    at,
    facts: facts(),
    visits: [],
    references: [],
    ...other,
  });
const kinds = (...given: Parameters<typeof move>) => move(...given).effects.map(({ kind }) => kind);

/** Version 4: as version 3, but for what the exit of the pilot asks. */
const withPilotExit = (...criteria: readonly CriterionDefinition[]) =>
  four([
    aStage('idea', 'INTAKE', [screen]),
    aStage('poc', 'POC', [feasibility]),
    aStage('pilot', 'PILOT', criteria),
    aStage('run', 'PRODUCTION'),
  ]);

describe('a move to a newer version', () => {
  it('changes nothing where that asks the same, in whatever words', () => {
    const plan = move(withPilotExit({ ...ux, name: 'User test', guidance: 'Other words.', example: 'Like this.' }));
    expect(plan).toMatchObject({ toStageKey: 'poc', canMove: true });
    expect(plan.effects).toMatchObject([
      {
        kind: 'NO_CHANGE',
        message: 'Nothing changes for AI-7: version 4 asks the same of it as version 3.',
        blocks: false,
      },
    ]);
  });

  it('asks for a criterion that is new, and says what is missing', () => {
    expect(move(withPilotExit(ux, document('bias-audit'))).effects).toEqual([
      {
        kind: 'NEW_OPEN_CRITERION',
        message:
          'The bias-audit (bias-audit) would be asked for at gate pilot-exit, and is MISSING: No document is submitted.',
        blocks: false,
        stageKey: null,
        gateKey: 'pilot-exit',
        criterionKey: 'bias-audit',
        statusBefore: null,
        statusAfter: 'MISSING',
        referenceIds: [],
      },
    ]);
  });

  it('says of a new criterion that is should-meet that it blocks nothing', () => {
    const [effect] = move(withPilotExit(ux, document('nice', { weight: 'SHOULD_MEET' }))).effects;
    expect(effect?.message).toMatch(/No document is submitted\. It is should-meet and blocks nothing\.$/);
  });

  it('tells of a new criterion that what is there meets it, or that it is not asked of this risk tier', () => {
    const known = facts({
      evidence: [submitted('e1', '2026-05-01', aDocument, { criterionKey: 'early', ...accepted('2026-05-02') })],
    });
    const to = withPilotExit(ux, document('early'), document('grave', { riskTiers: ['HIGH'] }));
    expect(move(to, { facts: known }).effects).toMatchObject([
      { kind: 'NEW_MET_CRITERION', criterionKey: 'early', statusAfter: 'MET' },
      { kind: 'NEW_MET_CRITERION', criterionKey: 'grave', statusAfter: 'NOT_APPLICABLE' },
    ]);
  });

  it('calls a new criterion open while what is there waits for review, was returned or ran out', () => {
    const evidence = [
      submitted('e1', '2026-05-01', aDocument, { criterionKey: 'waiting' }),
      submitted('e2', '2026-05-01', aDocument, { criterionKey: 'poor', ...returned('2026-05-02', 'Too thin') }),
      submitted('e3', '2026-05-01', aDocument, { criterionKey: 'old', ...accepted('2026-05-02') }),
    ];
    const to = withPilotExit(ux, document('waiting'), document('poor'), document('old', { validForDays: 1 }));
    expect(move(to, { facts: facts({ evidence }) }).effects).toMatchObject([
      { kind: 'NEW_OPEN_CRITERION', criterionKey: 'waiting', statusAfter: 'SUBMITTED' },
      { kind: 'NEW_OPEN_CRITERION', criterionKey: 'poor', statusAfter: 'NOT_MET' },
      { kind: 'NEW_OPEN_CRITERION', criterionKey: 'old', statusAfter: 'STALE' },
    ]);
  });

  it('asks anew for a criterion whose kind is another, for what was handed in is of the old one', () => {
    const evidence = [submitted('e1', '2026-05-01', aUxReview(), { criterionKey: 'ux', ...accepted('2026-05-02') })];
    const plan = move(withPilotExit(aCriterion('CHECKLIST', { key: 'ux', name: 'UX list' })), {
      facts: facts({ evidence }),
      references: referencesIn(facts({ evidence }), at),
    });
    expect(plan.effects).toMatchObject([
      {
        kind: 'NEW_OPEN_CRITERION',
        criterionKey: 'ux',
        statusBefore: 'MET',
        statusAfter: 'MISSING',
        message: expect.stringContaining('as CHECKLIST instead of UX_REVIEW, and is MISSING'),
      },
      {
        kind: 'ORPHANED_EVIDENCE',
        criterionKey: 'ux',
        referenceIds: ['e1'],
        message:
          '1 piece of evidence for UX review (ux) would not count any more: version 4 asks for it otherwise: kind CHECKLIST instead of UX_REVIEW.',
      },
    ]);
    expect(plan.canMove).toBe(true);
  });

  it('is not asked for what gates it has passed ask for newly', () => {
    const to = four([
      aStage('idea', 'INTAKE', [screen, document('canvas')]),
      aStage('poc', 'POC', [feasibility]),
      aStage('pilot', 'PILOT', [ux]),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(kinds(to)).toEqual(['NO_CHANGE']);
    expect(kinds(to, { initiative: { key: 'AI-7', stageKey: 'idea' } })).toEqual(['NEW_OPEN_CRITERION']);
  });

  it('is asked anew for a criterion that moves from a gate it has passed to one that is ahead, and spared the other way', () => {
    const to = four([
      aStage('idea', 'INTAKE', [feasibility]),
      aStage('poc', 'POC', [screen]),
      aStage('pilot', 'PILOT', [ux]),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(move(to).effects).toMatchObject([
      { kind: 'NEW_OPEN_CRITERION', criterionKey: 'problem', gateKey: 'poc-exit' },
      {
        kind: 'CRITERION_DROPPED',
        criterionKey: 'feasibility',
        statusBefore: 'MISSING',
        message: 'The feasibility (feasibility) would not be asked for any more; at gate poc-exit it is MISSING today.',
      },
    ]);
  });

  it('tells what is asked otherwise, and what that makes of what is there', () => {
    const evidence = [submitted('e1', '2026-03-01', aUxReview(), { criterionKey: 'ux', ...accepted('2026-03-02') })];
    const changedTo = (other: Partial<CriterionDefinition>) =>
      move(withPilotExit({ ...ux, ...other }), { facts: facts({ evidence }) }).effects;
    expect(changedTo({ settings: { minParticipants: 8 }, validForDays: 180 })).toMatchObject([
      {
        kind: 'CRITERION_CHANGED',
        statusBefore: 'MET',
        statusAfter: 'NOT_MET',
        message: expect.stringMatching(
          /^UX review \(ux\) would be asked for otherwise: validForDays 180 instead of none and minParticipants 8 instead of 5\. It is MET today and would be NOT_MET: The UX review /,
        ),
      },
    ]);
    expect(changedTo({ weight: 'SHOULD_MEET', veto: true, riskTiers: ['LIMITED', 'HIGH'] })).toMatchObject([
      {
        message:
          'UX review (ux) would be asked for otherwise: weight SHOULD_MEET instead of MUST_MEET, veto true instead of false and riskTiers HIGH or LIMITED instead of all. It stays MET.',
      },
    ]);
    expect(changedTo({ settings: { minParticipants: 5 } })).toMatchObject([{ kind: 'NO_CHANGE' }]);
  });

  it('tells of a criterion that another gate ahead asks for', () => {
    const to = four([
      aStage('idea', 'INTAKE', [screen]),
      aStage('poc', 'POC', [feasibility, ux]),
      aStage('pilot', 'PILOT', [document('more')]),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(move(to).effects).toMatchObject([
      {
        kind: 'CRITERION_CHANGED',
        gateKey: 'poc-exit',
        message: 'UX review (ux) would be asked for otherwise: gate poc-exit instead of pilot-exit. It stays MISSING.',
      },
      { kind: 'NEW_OPEN_CRITERION', criterionKey: 'more' },
    ]);
  });

  it('tells of stages, their order and gates that are otherwise ahead, and not of those behind', () => {
    const to = four([
      aStage('idea', 'POC', [screen], { timeBoxDays: 30, gate: { quorum: 3 } }),
      aStage('poc', 'POC', [feasibility], { timeBoxDays: 90, gate: { quorum: 2, slaDays: 10, recycleLimit: 1 } }),
      aStage('shadow', 'PILOT', [document('shadow-run')]),
      aStage('pilot', 'PILOT', [ux], { wipLimit: 4 }),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(move(to).effects.map(({ kind, message }) => [kind, message])).toEqual([
      ['STAGE_CHANGED', 'The stage poc would be otherwise: timeBoxDays 90 instead of none.'],
      ['STAGE_CHANGED', 'The stage pilot would be otherwise: wipLimit 4 instead of none.'],
      ['WAY_CHANGED', 'The way would lead through poc, shadow, pilot and run, and not through poc, pilot and run.'],
      [
        'GATE_CHANGED',
        'The gate poc-exit would be decided otherwise: quorum 2 instead of 1, recycleLimit 1 instead of the usual and slaDays 10 instead of none.',
      ],
      ['NEW_OPEN_CRITERION', expect.stringContaining('shadow-run')],
    ]);
    expect(move(to).effects.map(({ stageKey, gateKey }) => [stageKey, gateKey])).toEqual([
      ['poc', null],
      ['pilot', null],
      [null, null],
      [null, 'poc-exit'],
      [null, 'shadow-exit'],
    ]);
  });

  it('tells of a gate ahead that is gone by the way alone', () => {
    const to = four([
      aStage('idea', 'INTAKE', [screen]),
      aStage('poc', 'POC', [feasibility, ux]),
      aStage('run', 'PRODUCTION'),
    ]);
    expect(kinds(to)).toEqual(['WAY_CHANGED', 'CRITERION_CHANGED']);
  });

  it('goes to the stage that its own is mapped to', () => {
    const to = four([
      aStage('idea', 'INTAKE', [screen]),
      aStage('proof', 'POC', [feasibility], { gate: { key: 'poc-exit' } }),
      aStage('pilot', 'PILOT', [ux]),
      aStage('run', 'PRODUCTION'),
    ]);
    const plan = move(to, { mapping: [{ from: 'poc', to: 'proof' }] });
    expect(plan).toMatchObject({ toStageKey: 'proof', canMove: true });
    expect(plan.effects).toMatchObject([
      { kind: 'STAGE_CHANGED', message: 'The stage poc would be otherwise: key proof instead of poc.' },
    ]);
  });

  it('is not possible from a stage that has no home, and says nothing of what would be ahead', () => {
    const to = four([aStage('idea', 'INTAKE', [document('all-new')]), aStage('run', 'PRODUCTION')]);
    expect(move(to)).toMatchObject({
      toStageKey: null,
      canMove: false,
      effects: [
        {
          kind: 'STAGE_GONE',
          blocks: true,
          stageKey: 'poc',
          message:
            'AI-7 stands in poc, which has no home in version 4; map it to a stage of the same category or an earlier one.',
        },
      ],
    });
    expect(kinds(to, { initiative: { key: 'AI-7', stageKey: 'unheard-of' } })).toEqual(['STAGE_GONE']);
  });

  it('waits for an open review to be decided or called off', () => {
    expect(move(three, { openReviewGateKey: 'poc-exit' })).toMatchObject({
      toStageKey: 'poc',
      canMove: false,
      effects: [
        {
          kind: 'OPEN_REVIEW',
          blocks: true,
          gateKey: 'poc-exit',
          message: 'A review of AI-7 is open at gate poc-exit; it moves once that is decided or called off.',
        },
      ],
    });
  });

  it('judges new criteria by what will count as the pilot then', () => {
    const contract = aCriterion('KPI_CONTRACT', { key: 'kpis', settings: { requireBaseline: true } });
    const stages = (category: 'POC' | 'PILOT') => [
      aStage('idea', 'INTAKE', [screen]),
      aStage('poc', category, [feasibility]),
      aStage('pilot', 'PILOT', [ux, contract]),
      aStage('run', 'PRODUCTION'),
    ];
    const kpi = aDefinition({ baseline: { value: decimal('9.4'), measuredOn: day('2026-04-01'), sampleSize: null } });
    const known = facts({
      kpis: [aKpi('p', kpi), aKpi('g', aGuardrail())],
      pilotEntries: [entered(noon('2026-01-01'))],
    });
    const visits = [
      { templateId: three.id, stage: three.stages[0]!, enteredAt: noon('2026-02-01') },
      { templateId: three.id, stage: three.stages[1]!, enteredAt: noon('2026-03-01') },
    ];
    const trial = { templateId: 'flow-2', stage: aStage('trial', 'PILOT'), enteredAt: noon('2026-02-15') };
    const status = (category: 'POC' | 'PILOT', ...more: readonly (typeof trial)[]) =>
      move(four(stages(category)), { facts: known, visits: [...visits, ...more] }).effects.find(
        ({ criterionKey }) => criterionKey === 'kpis',
      )?.statusAfter;
    expect(status('POC')).toBe('MET');
    expect(status('PILOT')).toBe('NOT_MET');
    // A pilot of an older version that stays where it was is still one.
    expect(status('POC', trial)).toBe('NOT_MET');
  });

  it('tells of a criterion that is asked as before and would say something else', () => {
    const contract = aCriterion('KPI_CONTRACT', { key: 'kpis', name: 'KPIs', settings: { requireBaseline: true } });
    const stages = (category: 'POC' | 'PILOT') => [
      aStage('poc', category, [feasibility]),
      aStage('pilot', 'PILOT', [contract]),
      aStage('run', 'PRODUCTION'),
    ];
    const kpi = aDefinition({ baseline: { value: decimal('9.4'), measuredOn: day('2026-04-01'), sampleSize: null } });
    const visits = [{ templateId: three.id, stage: three.stages[1]!, enteredAt: noon('2026-03-01') }];
    const { effects } = move(four(stages('PILOT')), {
      from: { ...three, stages: aVersion(3, stages('POC')).stages },
      facts: facts({ kpis: [aKpi('p', kpi), aKpi('g', aGuardrail())] }),
      visits,
    });
    expect(effects).toMatchObject([
      { kind: 'STAGE_CHANGED' },
      {
        kind: 'CRITERION_CHANGED',
        message: expect.stringMatching(/^KPIs \(kpis\) is MET today and would be NOT_MET: The baseline of /),
      },
    ]);
  });
});

describe('whatever the versions, the mapping and the history', () => {
  const stageKeys = ['a', 'b', 'c', 'd', 'e'];
  const settingsFor = (kind: CriterionDefinition['kind']) =>
    kind === 'EFFORT_SHARE' ? { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 90 } : {};
  const criterion = (key: string): fc.Arbitrary<CriterionDefinition> =>
    fc
      .record({
        kind: fc.constantFrom(...CRITERION_KINDS),
        weight: fc.constantFrom('MUST_MEET', 'SHOULD_MEET'),
        validForDays: fc.constantFrom(null, 20, 400),
        riskTiers: fc.constantFrom(null, ['HIGH'] as const, ['LIMITED'] as const),
      })
      .map((some) => aCriterion(some.kind, { key, name: key, settings: settingsFor(some.kind), ...some }));
  const version = (number: number): fc.Arbitrary<WorkflowTemplate> =>
    fc
      .tuple(
        fc.shuffledSubarray(stageKeys, { minLength: 2 }),
        fc.array(fc.constantFrom(...STAGE_CATEGORIES), { minLength: 5, maxLength: 5 }),
        fc.tuple(...['k1', 'k2', 'k3', 'k4', 'k5', 'k6'].map(criterion)),
        fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
      )
      .map(([keys, categories, criteria, places]) =>
        aVersion(
          number,
          keys.map((key, position) =>
            aStage(
              key,
              categories[position]!,
              position === keys.length - 1 ? [] : criteria.filter((_, index) => places[index] === position),
            ),
          ),
        ),
      );
  const evidence: fc.Arbitrary<InitiativeFacts['evidence']> = fc
    .array(
      fc.tuple(fc.constantFrom('k1', 'k2', 'k3', 'k4'), fc.constantFrom(aDocument, aUxReview(), aChecklist(true))),
      { maxLength: 5 },
    )
    .map((all) =>
      all.map(([criterionKey, content], index) =>
        submitted(`e${index}`, '2026-05-01', content, { criterionKey, ...accepted('2026-05-02') }),
      ),
    );
  const scene = fc
    .tuple(version(1), version(2), evidence, fc.nat(4), fc.option(fc.constant('some-gate'), { freq: 3 }))
    .chain(([from, to, given, standing, openReviewGateKey]) =>
      fc
        .array(fc.record({ from: fc.constantFrom(...stageKeys), to: fc.constantFrom(...stageKeys) }), { maxLength: 2 })
        .map((mapping) => {
          const stage = from.stages[standing % from.stages.length]!;
          return {
            from,
            to,
            mapping,
            openReviewGateKey,
            initiative: { key: 'AI-7', stageKey: stage.key },
            at,
            facts: facts({ evidence: given }),
            visits: [{ templateId: from.id, stage, enteredAt: noon('2026-01-01') }],
            references: referencesIn(facts({ evidence: given }), at),
          };
        }),
    );

  it('a move to the same version changes nothing', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const plan = planMigration({ ...each, to: each.from, openReviewGateKey: null });
        expect(plan.effects.map(({ kind }) => kind)).toEqual(['NO_CHANGE']);
        expect(plan).toMatchObject({ canMove: true, toStageKey: each.initiative.stageKey });
      }),
    );
  });

  it('nothing moves that has no home, or under review, and all else can', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const { canMove, toStageKey, effects } = planMigration(each);
        const has = (kind: string): boolean => effects.some((effect) => effect.kind === kind);
        expect(has('STAGE_GONE')).toBe(toStageKey === null);
        expect(has('OPEN_REVIEW')).toBe(each.openReviewGateKey !== null);
        expect(canMove).toBe(!effects.some(({ blocks }) => blocks));
        expect(canMove).toBe(!has('STAGE_GONE') && !has('OPEN_REVIEW'));
        if (toStageKey !== null) {
          const home = each.to.stages.find(({ key }) => key === toStageKey)!;
          const stage = each.from.stages.find(({ key }) => key === each.initiative.stageKey)!;
          expect(
            home.key === stage.key ||
              STAGE_CATEGORIES.indexOf(home.category) <= STAGE_CATEGORIES.indexOf(stage.category),
          ).toBe(true);
        }
      }),
    );
  });

  it('every effect is told in sentences, and NO_CHANGE stands alone', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const { effects } = planMigration(each);
        for (const { message } of effects) {
          expect(message).toMatch(/^[A-Zk0-9].*\.$/);
        }
        expect(effects.length).toBeGreaterThan(0);
        expect(effects.some(({ kind }) => kind === 'NO_CHANGE')).toBe(
          effects.length === 1 && effects[0]!.kind === 'NO_CHANGE',
        );
      }),
    );
  });

  it('what every gate ahead says before and after is told in full: nothing else differs', () => {
    fc.assert(
      fc.property(scene, (each) => {
        const plan = planMigration(each);
        fc.pre(plan.toStageKey !== null);
        const said = (template: WorkflowTemplate, stageKey: string, pilots: InitiativeFacts['pilotEntries']) => {
          const ahead = template.stages.slice(template.stages.findIndex(({ key }) => key === stageKey));
          return ahead
            .flatMap(({ exitGate }) =>
              exitGate ? assessGate(exitGate, { ...each.facts, pilotEntries: pilots }, at) : [],
            )
            .map(({ criterion: { key }, status }) => `${key} ${status}`);
        };
        const home = each.to.stages.find(({ key }) => key === plan.toStageKey)!;
        const pilots = home.category === 'PILOT' ? [entered(noon('2026-01-01'))] : [];
        const [before, after] = [said(each.from, each.initiative.stageKey, []), said(each.to, plan.toStageKey, pilots)];
        const told = new Set(plan.effects.map(({ criterionKey }) => criterionKey));
        const differs = [
          ...before.filter((one) => !after.includes(one)),
          ...after.filter((one) => !before.includes(one)),
        ];
        for (const one of differs) {
          expect(told).toContain(one.split(' ')[0]);
        }
      }),
    );
  });
});
