import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemsInSettings, settingsOf } from './criterion-settings.js';
import { CRITERION_KINDS, type CriterionKind } from './gate.js';

const namesOf = (kind: CriterionKind, settings: Record<string, unknown>): string[] =>
  problemsInSettings(kind, settings).map((problem) => problem.name);

const needed = { category: 'PEOPLE_PROCESS', minPercent: '30' };

describe('the settings of a criterion', () => {
  it('take their defaults where nothing is said', () => {
    expect(settingsOf('KPI_CONTRACT', {})).toEqual({ requireBaseline: true });
    expect(settingsOf('KPI_ATTAINMENT', {})).toEqual({ maxAgeDays: 30, minSample: null });
    expect(settingsOf('UX_REVIEW', {})).toEqual({ minParticipants: 1 });
    expect(settingsOf('EFFORT_SHARE', needed)).toEqual({ ...needed, windowDays: 90 });
    expect(settingsOf('DOCUMENT', {})).toEqual({});
  });

  it('hold what was said', () => {
    expect(settingsOf('KPI_CONTRACT', { requireBaseline: false })).toEqual({ requireBaseline: false });
    expect(settingsOf('KPI_ATTAINMENT', { maxAgeDays: 7, minSample: 200 })).toEqual({ maxAgeDays: 7, minSample: 200 });
    expect(settingsOf('EFFORT_SHARE', { ...needed, windowDays: 30 }).windowDays).toBe(30);
  });

  it('give a percentage in the one form of a decimal', () => {
    expect(settingsOf('EFFORT_SHARE', { ...needed, minPercent: '030.50' }).minPercent).toBe('30.50');
  });

  it('are never read for a criterion that could not have been published', () => {
    expect(() => settingsOf('EFFORT_SHARE', {})).toThrow('The setting category of a published EFFORT_SHARE');
  });
});

describe('problems in settings', () => {
  it.each(CRITERION_KINDS.filter((kind) => kind !== 'EFFORT_SHARE'))('%s needs none', (kind) => {
    expect(problemsInSettings(kind, {})).toEqual([]);
  });

  it('name a setting the kind does not know, and those it does', () => {
    expect(problemsInSettings('KPI_ATTAINMENT', { maxAge: 30 })).toEqual([
      { name: 'maxAge', message: 'maxAge is no setting of KPI_ATTAINMENT; it takes maxAgeDays, minSample.' },
    ]);
    expect(problemsInSettings('DOCUMENT', { pages: 2 })).toEqual([
      { name: 'pages', message: 'pages is no setting of DOCUMENT; it takes none.' },
    ]);
  });

  it.each(['constructor', 'toString', '__proto__'])('take %s for no setting', (name) => {
    expect(namesOf('UX_REVIEW', Object.fromEntries([[name, 1]]))).toEqual([name]);
  });

  it('name what is missing', () => {
    expect(problemsInSettings('EFFORT_SHARE', {}).map((problem) => problem.message)).toEqual([
      'EFFORT_SHARE needs the setting category: a text of 1 to 60 characters without space at its ends.',
      'EFFORT_SHARE needs the setting minPercent: a percentage from 0 to 100 written as a text, for instance "30".',
    ]);
  });

  it('say what would be right where a value is wrong', () => {
    const about = (kind: CriterionKind, settings: Record<string, unknown>) =>
      problemsInSettings(kind, settings).map(({ message }) => message);
    expect(about('KPI_CONTRACT', { requireBaseline: 'yes' })).toEqual([
      'The setting requireBaseline of KPI_CONTRACT must be true or false.',
    ]);
    expect(about('KPI_ATTAINMENT', { maxAgeDays: 0, minSample: 0 })).toEqual([
      'The setting maxAgeDays of KPI_ATTAINMENT must be a whole number from 1 to 3650.',
      'The setting minSample of KPI_ATTAINMENT must be a whole number from 1 to 1000000000, or null for no threshold.',
    ]);
  });

  it('come all at once', () => {
    const settings = { minPercent: '101', windowDays: 0, floor: 1 };
    expect(namesOf('EFFORT_SHARE', settings)).toEqual(['floor', 'category', 'minPercent', 'windowDays']);
  });

  it.each([
    ['KPI_CONTRACT', 'requireBaseline', 'true'],
    ['KPI_CONTRACT', 'requireBaseline', null],
    ['KPI_ATTAINMENT', 'maxAgeDays', 0],
    ['KPI_ATTAINMENT', 'maxAgeDays', 3651],
    ['KPI_ATTAINMENT', 'maxAgeDays', '30'],
    ['KPI_ATTAINMENT', 'maxAgeDays', null],
    ['KPI_ATTAINMENT', 'minSample', 0],
    ['KPI_ATTAINMENT', 'minSample', 1.5],
    ['UX_REVIEW', 'minParticipants', 0],
    ['UX_REVIEW', 'minParticipants', -5],
    ['UX_REVIEW', 'minParticipants', [5]],
  ] as const)('find fault in a %s whose %s is %j', (kind, name, value) => {
    expect(namesOf(kind, { [name]: value })).toEqual([name]);
  });

  it.each([
    ['category', ''],
    ['category', ' '],
    ['category', 'x'.repeat(61)],
    ['category', 7],
    ['minPercent', 30],
    ['minPercent', '-0.1'],
    ['minPercent', '100.0001'],
    ['minPercent', 'a third'],
    ['windowDays', 0],
    ['windowDays', 3651],
  ])('find fault in an EFFORT_SHARE whose %s is %j', (name, value) => {
    expect(namesOf('EFFORT_SHARE', { ...needed, [name]: value })).toEqual([name]);
  });

  it.each([
    ['category', 'x'.repeat(60)],
    ['minPercent', '0'],
    ['minPercent', '100.00'],
    ['windowDays', 1],
    ['windowDays', 3650],
  ])('leave an EFFORT_SHARE whose %s is %j alone', (name, value) => {
    expect(namesOf('EFFORT_SHARE', { ...needed, [name]: value })).toEqual([]);
  });

  it('let a missing minimum sample be said outright', () => {
    expect(namesOf('KPI_ATTAINMENT', { minSample: null })).toEqual([]);
  });

  it('are found in exactly what cannot be read', () => {
    const someName = fc.constantFrom(
      'requireBaseline',
      'maxAgeDays',
      'minSample',
      'minParticipants',
      'category',
      'minPercent',
      'windowDays',
    );
    const someValue = fc.oneof(
      fc.boolean(),
      fc.integer({ min: -5, max: 4000 }),
      fc.constantFrom('30', '120', 'PEOPLE_PROCESS', null),
      fc.jsonValue(),
    );
    const someKind = fc.constantFrom(...CRITERION_KINDS);
    fc.assert(
      fc.property(someKind, fc.dictionary(someName, someValue), (kind, settings) => {
        const unread = problemsInSettings(kind, settings).filter(
          ({ message }) => !message.includes('is no setting of'),
        );
        if (unread.length === 0) {
          expect(problemsInSettings(kind, settingsOf(kind, settings))).toEqual([]);
        } else {
          expect(() => settingsOf(kind, settings)).toThrow();
        }
      }),
    );
  });
});
