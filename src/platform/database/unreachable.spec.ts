import { describe, expect, it } from '@jest/globals';
import { explainUnreachable } from './unreachable.js';

const URL_WITH_SECRET = 'postgres://ada:s3cret@db.example:5432/gates';

const failing = (code: string, message = 'no'): Error => Object.assign(new Error(message), { code });

const told = (error: unknown): string => String(explainUnreachable(error, URL_WITH_SECRET));

describe('what is told of a PostgreSQL that cannot be used', () => {
  it.each([
    ['ECONNREFUSED', 'cannot be reached'],
    ['28P01', 'does not let "ada" into the database "gates"'],
    ['3D000', 'does not let "ada" into the database "gates"'],
  ])('names what is wrong for %s', (code, words) => {
    expect(told(failing(code))).toContain(words);
  });

  it('names the rights that are missing, and what for', () => {
    const message = told(failing('42501', 'permission denied for database gates'));
    expect(message).toContain('does not let "ada" make what is needed in the database "gates"');
    expect(message).toContain('permission denied for database gates');
    expect(message).toContain('CREATE');
    expect(message).toContain('a schema for its job queue');
  });

  it('reads the first of several errors', () => {
    expect(told(new AggregateError([failing('ECONNREFUSED')]))).toContain('ECONNREFUSED');
  });

  it('never holds the password', () => {
    for (const code of ['ECONNREFUSED', '28P01', '3D000', '42501']) {
      expect(told(failing(code))).not.toContain('s3cret');
    }
  });

  it('leaves any other error as it is', () => {
    const other = failing('42P01');
    expect(explainUnreachable(other, URL_WITH_SECRET)).toBe(other);
    expect(explainUnreachable('text', URL_WITH_SECRET)).toBe('text');
  });
});
