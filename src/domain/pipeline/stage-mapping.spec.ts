import { describe, expect, it } from '@jest/globals';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import { checkStageMapping, homeOf } from './stage-mapping.js';

const three = aVersion(3, [
  aStage('idea', 'INTAKE'),
  aStage('study', 'INTAKE'),
  aStage('poc', 'POC'),
  aStage('pilot', 'PILOT'),
]);
const four = aVersion(4, [
  aStage('idea', 'INTAKE'),
  aStage('proof', 'POC'),
  aStage('pilot', 'PILOT'),
  aStage('run', 'PRODUCTION'),
]);
const stage = (key: string) => three.stages.find((each) => each.key === key)!;
const home = (key: string, ...mapping: { from: string; to: string }[]) => homeOf(stage(key), four, mapping)?.key;

describe('the home of a stage in a newer version', () => {
  it('is the stage of the same key, whatever a mapping says', () => {
    expect(home('pilot')).toBe('pilot');
    expect(home('pilot', { from: 'pilot', to: 'proof' })).toBe('pilot');
  });

  it('is the stage it is mapped to where the newer version has it no more', () => {
    expect(home('poc')).toBeUndefined();
    expect(home('poc', { from: 'study', to: 'idea' }, { from: 'poc', to: 'proof' })).toBe('proof');
    expect(home('poc', { from: 'poc', to: 'idea' })).toBe('idea');
  });

  it('is never of a later category, for a move passes no gate', () => {
    expect(home('poc', { from: 'poc', to: 'pilot' })).toBeUndefined();
    expect(home('study', { from: 'study', to: 'proof' })).toBeUndefined();
  });

  it('is of another category where the stage itself has another one in the newer version', () => {
    const recategorised = aVersion(4, [aStage('study', 'POC')]);
    expect(homeOf(stage('study'), recategorised, [])?.category).toBe('POC');
  });

  it('is no stage that the newer version does not have', () => {
    expect(home('poc', { from: 'poc', to: 'nowhere' })).toBeUndefined();
  });
});

describe('a mapping of stages', () => {
  const problems = (...mapping: { from: string; to: string }[]) =>
    checkStageMapping(mapping, four, [aVersion(2, [aStage('draft', 'INTAKE')]), three], ['input', 'stageMapping']);

  it('is fine where it leads from stages of any older version to stages of the newer one', () => {
    expect(problems()).toEqual([]);
    expect(
      problems({ from: 'draft', to: 'idea' }, { from: 'poc', to: 'proof' }, { from: 'study', to: 'idea' }),
    ).toEqual([]);
  });

  it('names every fault at once, each with its place', () => {
    expect(
      problems(
        { from: 'nothing', to: 'nowhere' },
        { from: 'poc', to: 'proof' },
        { from: 'poc', to: 'idea' },
        { from: 'pilot', to: 'pilot' },
        { from: 'study', to: 'run' },
      ),
    ).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'stageMapping', '0', 'from'],
        message: 'No older version of flow has a stage nothing.',
      },
      {
        code: 'INVALID',
        field: ['input', 'stageMapping', '0', 'to'],
        message: 'Version 4 of flow has no stage nowhere; it has idea, proof, pilot, run.',
      },
      {
        code: 'INVALID',
        field: ['input', 'stageMapping', '2', 'from'],
        message: 'The stage poc is mapped more than once; name one stage it becomes.',
      },
      {
        code: 'INVALID',
        field: ['input', 'stageMapping', '3', 'from'],
        message: 'Version 4 of flow has the stage pilot itself, and who stands in it stays there.',
      },
      {
        code: 'INVALID',
        field: ['input', 'stageMapping', '4', 'to'],
        message:
          'run is of category PRODUCTION, and study of an earlier one: a move to another version passes no gate.',
      },
    ]);
  });

  it('blames no category of a stage that nobody knows', () => {
    expect(problems({ from: 'nothing', to: 'run' })).toHaveLength(1);
  });

  it('may lead to a category that the stage had in one of the older versions', () => {
    const older = [aVersion(1, [aStage('trial', 'INTAKE')]), aVersion(2, [aStage('trial', 'POC')])];
    expect(checkStageMapping([{ from: 'trial', to: 'proof' }], four, older, [])).toEqual([]);
  });
});
