import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { toldError } from './logging.js';

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
