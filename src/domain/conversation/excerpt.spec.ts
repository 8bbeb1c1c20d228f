import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.js';

describe('the beginning of a text', () => {
  it('is told on one line, without ids', () => {
    expect(excerptOf(' @{019a0000-0000-7000-8000-00000000ADA0}:\n\n please  look ')).toBe('@…: please look');
  });

  it('is at most 140 characters, as people count them', () => {
    expect(excerptOf('😀'.repeat(140))).toBe('😀'.repeat(140));
    expect(excerptOf('😀'.repeat(141))).toBe(`${'😀'.repeat(139)}…`);
  });
});
