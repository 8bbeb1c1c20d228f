import { describe, expect, it } from '@jest/globals';
import { stageRanksOf } from './stage-ranks.js';

const version = (id: string, ...keys: string[]) => ({ id, stages: keys.map((key) => ({ key })) });

describe('the order of stages over versions of a template', () => {
  const newest = version('v3', 'intake', 'poc', 'pilot', 'run');
  const ranks = (...versions: ReturnType<typeof version>[]) =>
    new Map(
      stageRanksOf(newest, versions).map(({ templateId, stageKey, rank }) => [`${templateId} ${stageKey}`, rank]),
    );

  it('is that of the version a report is about', () => {
    const known = ranks(newest);
    expect([...known.keys()]).toEqual(['v3 intake', 'v3 poc', 'v3 pilot', 'v3 run']);
    expect([...known.values()]).toEqual([...known.values()].sort((a, b) => a - b));
    expect(new Set(known.values()).size).toBe(4);
  });

  it('goes by the key, also where an older version had another order', () => {
    const known = ranks(newest, version('v1', 'poc', 'intake', 'run'));
    for (const key of ['intake', 'poc', 'run']) {
      expect(known.get(`v1 ${key}`)).toBe(known.get(`v3 ${key}`));
    }
  });

  it('has a stage that is gone right after the last one before it that is left', () => {
    const known = ranks(newest, version('v2', 'intake', 'poc', 'trial', 'run'));
    expect(known.get('v2 trial')).toBeGreaterThan(known.get('v3 poc')!);
    expect(known.get('v2 trial')).toBeLessThan(known.get('v3 pilot')!);
  });

  it('has one that was before all others first', () => {
    const known = ranks(newest, version('v1', 'idea', 'intake'));
    expect(known.get('v1 idea')).toBeLessThan(known.get('v3 intake')!);
  });
});
