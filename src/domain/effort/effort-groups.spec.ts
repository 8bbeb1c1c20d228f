import { describe, expect, it } from '@jest/globals';
import { EFFORT_GROUPINGS, labelOfGroup } from './effort-groups.js';

describe('what people call a group of effort', () => {
  it.each([
    ['2026-01', 'January 2026'],
    ['2026-02', 'February 2026'],
    ['2026-03', 'March 2026'],
    ['2026-04', 'April 2026'],
    ['2026-05', 'May 2026'],
    ['2026-06', 'June 2026'],
    ['2026-07', 'July 2026'],
    ['2026-08', 'August 2026'],
    ['2026-09', 'September 2026'],
    ['2026-10', 'October 2026'],
    ['2026-11', 'November 2026'],
    ['2025-12', 'December 2025'],
  ])('is for the month %s: %s', (key, label) => {
    expect(labelOfGroup('MONTH', key)).toBe(label);
  });

  it('is for a quarter its name before its year', () => {
    expect(labelOfGroup('QUARTER', '2026-Q1')).toBe('Q1 2026');
  });

  it.each([
    ['INTAKE', 'Intake'],
    ['POC', 'Proof of concept'],
    ['PILOT', 'Pilot'],
    ['PRODUCTION', 'Production'],
  ])('is for the stage category %s: %s', (key, label) => {
    expect(labelOfGroup('STAGE_CATEGORY', key)).toBe(label);
  });

  it.each([
    ['PRODUCTIVITY', 'Productivity'],
    ['COST', 'Cost'],
    ['GROWTH', 'Growth'],
    ['RISK_REDUCTION', 'Risk reduction'],
    ['EXPERIENCE', 'Experience'],
  ])('is for the value thesis %s: %s', (key, label) => {
    expect(labelOfGroup('VALUE_THESIS', key)).toBe(label);
  });

  it.each([
    ['CORE', 'Core'],
    ['ADJACENT', 'Adjacent'],
    ['TRANSFORMATIONAL', 'Transformational'],
  ])('is for the investment class %s: %s', (key, label) => {
    expect(labelOfGroup('INVESTMENT_CLASS', key)).toBe(label);
  });

  it('is the name of a business unit or a person, and says where there is none', () => {
    expect(labelOfGroup('BUSINESS_UNIT', 'Claims')).toBe('Claims');
    expect(labelOfGroup('BUSINESS_UNIT', '')).toBe('No business unit');
    expect(labelOfGroup('PERSON', 'ada')).toBe('ada');
    expect(labelOfGroup('PERSON', '')).toBe('No person');
  });

  it('is its key where nobody has a better word for it', () => {
    expect(labelOfGroup('NONE', 'all')).toBe('all');
    expect(labelOfGroup('INITIATIVE', 'CLAIMS-1')).toBe('CLAIMS-1');
    expect(labelOfGroup('STAGE_CATEGORY', 'SUNSET')).toBe('SUNSET');
    expect(labelOfGroup('VALUE_THESIS', 'LUCK')).toBe('LUCK');
    expect(labelOfGroup('INVESTMENT_CLASS', 'WILD')).toBe('WILD');
    expect(labelOfGroup('MONTH', '2026-13')).toBe('2026-13');
  });

  it('is there for every grouping', () => {
    expect(EFFORT_GROUPINGS).toEqual([
      'NONE',
      'INITIATIVE',
      'BUSINESS_UNIT',
      'STAGE_CATEGORY',
      'VALUE_THESIS',
      'INVESTMENT_CLASS',
      'PERSON',
      'MONTH',
      'QUARTER',
    ]);
  });
});
