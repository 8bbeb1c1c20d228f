import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { Sparingly, toldError } from './logging.js';

describe('an error in the log', () => {
  it('shows its stack and its statement, and nothing of what that was given', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      detail: 'Key (url)=(https://hooks.example/secret) exists.',
    });
    const told = JSON.stringify(
      toldError(new QueryFailedError('INSERT INTO endpoint VALUES ($1)', ['https://hooks.example/secret'], cause)),
    );
    expect(told).toContain('INSERT INTO endpoint');
    expect(told).toContain('logging.spec');
    expect(told).not.toContain('hooks.example');
  });

  it('may be no error at all', () => {
    expect(toldError('gone')).toBe('gone');
  });
});

describe('what fails again and again for one reason', () => {
  it('is told at once, then once in a while, with how often it happened in between', () => {
    let now = 0;
    const told: number[] = [];
    const sparingly = new Sparingly(1_000, () => now);
    const happen = (): void => {
      sparingly.tell((untold) => told.push(untold));
    };
    happen();
    expect(told).toEqual([0]);
    for (now = 1; now < 1_000; now += 1) {
      happen();
    }
    expect(told).toEqual([0]);
    happen();
    expect(told).toEqual([0, 999]);
    now = 10_000;
    happen();
    expect(told).toEqual([0, 999, 0]);
  });
});
