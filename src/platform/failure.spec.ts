import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { describeFailure } from './failure.js';

const SQL = 'INSERT INTO app_user (secret) VALUES ($1)';
const ofDatabase = (code: string): Error =>
  new QueryFailedError(
    SQL,
    ['tgt_secret'],
    Object.assign(new Error('relation "app_user" is at /srv/tollgate/db.js'), { code }),
  );

describe('a failure', () => {
  it.each([
    ['an error of ours', new TypeError('cannot read /srv/tollgate/db.js of tgt_secret')],
    ['a constraint', ofDatabase('23505')],
    ['SQL that is none', ofDatabase('42601')],
    ['what is no error', 'tgt_secret'],
  ])('tells nothing of what nobody expected but an id, by which it is logged: %s', (_, error) => {
    const reported: [string, unknown][] = [];
    const failure = describeFailure(error, (...report) => reported.push(report));
    const [[id, cause] = ['', null]] = reported;
    expect(cause).toBe(error);
    expect(failure).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      status: 500,
      message: expect.stringContaining(id),
      retryAfterSeconds: null,
    });
    expect(failure.message).not.toMatch(/app_user|INSERT|srv|tgt_|relation|cannot read/);
  });

  it.each([
    ['a value out of its range', '22003', 'BAD_USER_INPUT'],
    ['a deadlock that would not end', '40P01', 'SERVICE_UNAVAILABLE'],
    ['a database that goes down', '57P01', 'SERVICE_UNAVAILABLE'],
  ])('of the database is told in words of ours: %s', (_, code, told) => {
    const failure = describeFailure(ofDatabase(code), () => undefined);
    expect(failure.code).toBe(told);
    expect(failure.message).not.toMatch(/app_user|INSERT|srv|tgt_|relation/);
  });
});
