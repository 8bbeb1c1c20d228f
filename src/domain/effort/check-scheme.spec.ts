import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, subtract, HUNDRED } from '../basics/decimal.js';
import { checkScheme } from './check-scheme.js';
import { DEFAULT_SCHEME, type AllocationCategory, type AllocationSchemeDraft } from './scheme.js';

const category = (other: Partial<AllocationCategory> = {}): AllocationCategory => ({
  key: 'PEOPLE_PROCESS',
  name: 'People and process',
  targetPercent: decimal('100'),
  tolerancePoints: decimal('5'),
  ...other,
});

const scheme = (...categories: AllocationCategory[]): AllocationSchemeDraft => ({ ...DEFAULT_SCHEME, categories });

const problems = (draft: AllocationSchemeDraft) =>
  checkScheme(draft).map(({ code, field }) => `${code} ${field?.slice(1).join('.') ?? ''}`);

describe('a scheme of how effort should be split', () => {
  it('may be the one every portfolio begins with, or give all to one category', () => {
    expect(checkScheme(DEFAULT_SCHEME)).toEqual([]);
    expect(checkScheme(scheme(category()))).toEqual([]);
  });

  it.each([
    ['70', '20', '9.99', '99.99'],
    ['70', '20', '10.01', '100.01'],
    ['70', '20', '0', '90'],
    ['70.50', '20.25', '10', '100.75'],
  ])('is refused with targets of %s, %s and %s, and told that they add up to %s', (one, two, three, total) => {
    expect(
      checkScheme(
        scheme(
          category({ targetPercent: decimal(one) }),
          category({ key: 'B', name: 'B', targetPercent: decimal(two) }),
          category({ key: 'C', name: 'C', targetPercent: decimal(three) }),
        ),
      ),
    ).toEqual([
      {
        code: 'TARGETS_NOT_100',
        message: `The targets add up to ${total} percent; they must add up to exactly 100.`,
        field: ['input', 'categories'],
      },
    ]);
  });

  it('is never refused for its targets where they are what is left of 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const one = decimal(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
        const draft = scheme(
          category({ targetPercent: one }),
          category({ key: 'B', name: 'B', targetPercent: subtract(HUNDRED, one) }),
        );
        expect(checkScheme(draft)).toEqual([]);
      }),
    );
  });

  it('has 1 to 20 categories', () => {
    const many = (length: number) =>
      Array.from({ length }, (_, index) =>
        category({ key: `C${index}`, name: `C ${index}`, targetPercent: decimal(index < 20 ? '5' : '0') }),
      );
    expect(problems(scheme())).toEqual(['INVALID categories', 'TARGETS_NOT_100 categories']);
    expect(problems(scheme(...many(20)))).toEqual([]);
    expect(problems(scheme(...many(21)))).toEqual(['INVALID categories']);
  });

  it.each(['', 'Effort', '1-effort', 'effort_70', `e${'x'.repeat(40)}`])('is not called %s', (key) => {
    expect(problems({ ...DEFAULT_SCHEME, key })).toEqual(['INVALID key']);
  });

  it.each(['', 'people', '_PEOPLE', 'PEOPLE-PROCESS', `P${'X'.repeat(40)}`])('has no category called %s', (key) => {
    expect(problems(scheme(category({ key })))).toEqual(['INVALID categories.0.key']);
  });

  it('has keys and names of up to 40 and 200 characters', () => {
    const draft = scheme(category({ key: `P${'X'.repeat(39)}`, name: 'n'.repeat(200) }));
    expect(problems({ ...draft, key: `e${'x'.repeat(39)}` })).toEqual([]);
  });

  it('names each category once, whatever the capitals and the space at its ends', () => {
    const draft = scheme(
      category({ targetPercent: decimal('40') }),
      category({ targetPercent: decimal('60'), name: ' people AND process' }),
    );
    expect(checkScheme(draft)).toEqual([
      {
        code: 'INVALID',
        message: 'Another category has the key PEOPLE_PROCESS already; take a different one.',
        field: ['input', 'categories', '1', 'key'],
      },
      {
        code: 'INVALID',
        message: 'Another category has the name  people AND process already; take a different one.',
        field: ['input', 'categories', '1', 'name'],
      },
    ]);
  });

  it('gives each category a name that can be read', () => {
    const draft = scheme(
      category({ targetPercent: decimal('40'), name: ' ' }),
      category({ targetPercent: decimal('30'), key: 'B', name: '' }),
      category({ targetPercent: decimal('30'), key: 'C', name: 'n'.repeat(201) }),
    );
    expect(problems(draft)).toEqual([
      'INVALID categories.0.name',
      'INVALID categories.1.name',
      'INVALID categories.2.name',
    ]);
  });

  it.each(['-0.01', '100.01', '33.333'])('takes no tolerance and no floor of %s', (value) => {
    expect(
      problems({
        ...scheme(category({ tolerancePoints: decimal(value) })),
        coverageFloorPercent: decimal(value),
      }),
    ).toEqual(['INVALID coverageFloorPercent', 'INVALID categories.0.tolerancePoints']);
  });

  it.each(['0', '100', '12.50', '12.5000'])('takes a tolerance and a floor of %s', (value) => {
    expect(
      checkScheme({ ...scheme(category({ tolerancePoints: decimal(value) })), coverageFloorPercent: decimal(value) }),
    ).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    const draft = scheme(
      category({ key: 'a', name: '', targetPercent: decimal('-1'), tolerancePoints: decimal('101') }),
    );
    expect(problems({ ...draft, key: '', coverageFloorPercent: decimal('101') })).toEqual([
      'INVALID key',
      'INVALID coverageFloorPercent',
      'INVALID categories.0.key',
      'INVALID categories.0.name',
      'INVALID categories.0.targetPercent',
      'INVALID categories.0.tolerancePoints',
      'TARGETS_NOT_100 categories',
    ]);
  });
});
