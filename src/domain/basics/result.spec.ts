import { describe, expect, it } from '@jest/globals';
import { accept, invalid, notFound, refuse, staleVersion } from './result.js';

describe('a result', () => {
  it('is a value where all is well, and else every reason against it', () => {
    const reasons = [notFound('The KPI'), invalid(['input', 'name'], 'name must hold 1 to 200 characters.')];
    expect(accept(7)).toEqual({ ok: true, value: 7 });
    expect(refuse(...reasons)).toEqual({ ok: false, refusals: reasons });
  });
});

describe('a refusal', () => {
  it('of an argument says which one, and what is wrong with it', () => {
    expect(invalid(['input', 'name'], 'name is blank.')).toEqual({
      code: 'INVALID',
      message: 'name is blank.',
      field: ['input', 'name'],
    });
  });

  it('of what is not there names it, and the argument only where one is at fault', () => {
    expect(notFound('The KPI')).toEqual({ code: 'NOT_FOUND', message: 'The KPI was not found.' });
    expect(notFound('The KPI', ['input', 'kpiId'])).toEqual({
      code: 'NOT_FOUND',
      message: 'The KPI was not found.',
      field: ['input', 'kpiId'],
    });
  });

  it('of a change to another version tells both versions, and the one that stands as a number', () => {
    expect(staleVersion(8, 7)).toEqual({
      code: 'STALE_VERSION',
      message:
        'Somebody else changed it first: it stands at version 8, you saw version 7. Read it again and look at what changed.',
      field: ['input', 'expectedVersion'],
      currentVersion: 8,
    });
  });
});
