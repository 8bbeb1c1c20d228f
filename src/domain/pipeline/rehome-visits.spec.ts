import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import { instantOf, type Instant } from '../basics/instant.js';
import { STAGE_CATEGORIES, type StageDefinition, type WorkflowTemplate } from '../gates/gate.js';
import { rehomeVisits } from './rehome-visits.js';
import { daysInStage } from './time-in-stage.js';

const stageIn = (template: WorkflowTemplate, key: string): StageDefinition =>
  template.stages.find((stage) => stage.key === key)!;
const visit = (template: WorkflowTemplate, key: string) => ({ templateId: template.id, stage: stageIn(template, key) });

const three = aVersion(3, [aStage('idea', 'INTAKE'), aStage('study', 'INTAKE'), aStage('poc', 'POC')]);

describe('the visits of an initiative that moves to a newer version', () => {
  const homes = (
    to: WorkflowTemplate,
    stageKey: string,
    mapping: { from: string; to: string }[],
    ...visited: string[]
  ) =>
    rehomeVisits(
      visited.map((key) => visit(three, key)),
      { from: three, stageKey, to, mapping },
    ).map(({ home }) => home?.key ?? null);

  it('are at home in the stages of the same key or of the mapping, and stay where there is no such stage', () => {
    const four = aVersion(4, [aStage('idea', 'INTAKE'), aStage('proof', 'POC')]);
    const mapping = [{ from: 'poc', to: 'proof' }];
    expect(homes(four, 'poc', mapping, 'idea', 'study', 'poc', 'idea', 'poc')).toEqual([
      'idea',
      null,
      'proof',
      'idea',
      'proof',
    ]);
  });

  it('to another stage stay where they would count as visits to the one it stands in', () => {
    const four = aVersion(4, [aStage('idea', 'INTAKE'), aStage('poc', 'POC')]);
    const mapping = [{ from: 'study', to: 'idea' }];
    expect(homes(four, 'study', mapping, 'idea', 'study')).toEqual([null, 'idea']);
    expect(homes(four, 'poc', mapping, 'idea', 'study', 'poc')).toEqual(['idea', 'idea', 'poc']);
  });

  it('to other stages have their homes also where the stage it stands in has none', () => {
    const four = aVersion(4, [aStage('idea', 'INTAKE')]);
    expect(homes(four, 'poc', [], 'idea', 'study', 'poc')).toEqual(['idea', null, null]);
  });

  it('are told apart by version: one that stayed behind on a move before is no visit to the stage of that key now', () => {
    const four = aVersion(4, [aStage('idea', 'INTAKE'), aStage('poc', 'POC')]);
    const five = aVersion(5, [aStage('idea', 'INTAKE'), aStage('poc', 'POC')]);
    const visits = [visit(three, 'idea'), visit(four, 'idea')];
    expect(
      rehomeVisits(visits, { from: four, stageKey: 'idea', to: five, mapping: [] }).map(({ home }) => home?.key),
    ).toEqual([undefined, 'idea']);
  });

  it('make as many days in the stage where it stands as before, whatever stages there are and were, move after move', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const stages = fc
      .subarray(keys, { minLength: 1 })
      .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }))
      .chain((ordered) =>
        fc
          .array(fc.constantFrom(...STAGE_CATEGORIES), { minLength: ordered.length, maxLength: ordered.length })
          .map((categories) => ordered.map((key, position) => aStage(key, categories[position]!))),
      );
    const mappings = fc.array(fc.record({ from: fc.constantFrom(...keys), to: fc.constantFrom(...keys) }), {
      maxLength: 3,
    });
    const stays = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 });
    const moves = fc.array(fc.tuple(stages, mappings), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(stages, stays, moves, (first, visited, later) => {
        const at = instantOf(40 * 86_400_000 * 10);
        let template = aVersion(1, first);
        let day = 0;
        let visits = visited.map(([which, days], position) => {
          const enteredAt = instantOf(day * 86_400_000);
          day += days;
          const leftAt: Instant | null = position === visited.length - 1 ? null : instantOf(day * 86_400_000);
          return { ...visit(template, template.stages[which % template.stages.length]!.key), enteredAt, leftAt };
        });
        const days = (): number => {
          const { stage, templateId } = visits.at(-1)!;
          const own = visits.filter((each) => each.templateId === templateId);
          return daysInStage({
            visits: own.map((each) => ({ ...each, stageKey: each.stage.key })),
            stageKey: stage.key,
            statusChanges: [],
            at,
            timeZone: 'UTC',
          });
        };
        const before = days();
        for (const [index, [next, mapping]] of later.entries()) {
          const to = aVersion(index + 2, next);
          const stageKey = visits.at(-1)!.stage.key;
          const rehomed = rehomeVisits(visits, { from: template, stageKey, to, mapping });
          expect(rehomed.map((each) => each.visit)).toEqual(visits);
          if (rehomed.at(-1)!.home === null) {
            return;
          }
          visits = rehomed.map(({ visit: each, home }) =>
            home === null ? each : { ...each, templateId: to.id, stage: stageIn(to, home.key) },
          );
          template = to;
          expect(days()).toBe(before);
        }
      }),
      { numRuns: 300 },
    );
  });
});
