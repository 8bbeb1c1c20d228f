import { describe, expect, it } from '@jest/globals';
import type { Role } from '../access/access.js';
import { byRole, nothing, permissionOf, type Deed, type Person } from './permission.js';

const person = (name: string, ...roles: Role[]): Person => ({
  userId: name,
  name,
  isInstanceAdmin: false,
  roles: new Map([['p', roles]]),
});
const root: Person = { userId: 'Root', name: 'Root', isInstanceAdmin: true, roles: new Map() };
const measure: Deed = { entitled: byRole('kpi:measure'), what: 'record a measurement', against: nothing };
const decide: Deed = { entitled: byRole('gate:decide'), what: 'decide a gate', against: nothing };
const askOf = (viewer: Person, deed: Deed, ...people: Person[]) =>
  permissionOf(viewer, deed, { portfolioId: 'p', portfolioKey: 'DEMO', people });

describe('a permission', () => {
  it('is given to whoever is entitled while nothing stands against it', () => {
    const ada = person('Ada', 'GATEKEEPER');
    expect(askOf(ada, decide, ada)).toEqual({ allowed: true, reason: null, whoCan: [ada] });
  });

  it('names whom to ask, three at most and no machine', () => {
    const rita = person('Rita', 'REVIEWER');
    const keepers = ['Ada', 'Ben', 'Cy', 'Di'].map((name) => person(name, 'GATEKEEPER'));
    const asked = (count: number) => askOf(rita, decide, ...keepers.slice(0, count)).reason;
    expect(asked(1)).toBe('Only gatekeepers of DEMO decide a gate. Ask Ada.');
    expect(asked(2)).toBe('Only gatekeepers of DEMO decide a gate. Ask Ada or Ben.');
    expect(asked(4)).toBe('Only gatekeepers of DEMO decide a gate. Ask Ada, Ben or 2 others.');
    expect(askOf(rita, measure, person('Bot', 'INTEGRATION'), root).whoCan).toEqual([root]);
  });

  it('says where nobody can', () => {
    expect(askOf(person('Rita', 'REVIEWER'), decide).reason).toBe(
      'Only gatekeepers of DEMO decide a gate. Nobody of DEMO can at present; an admin can give somebody the role.',
    );
    const own = person('Own', 'GATEKEEPER');
    const against = (userId: string) =>
      userId === 'Own' ? [{ code: 'SELF_REVIEW' as const, message: 'It is yours.' }] : [];
    expect(askOf(own, { ...decide, against }, own).reason).toBe(
      'It is yours. Nobody else of DEMO can at present; an admin can give somebody the role.',
    );
    const closed = { ...decide, against: () => [{ code: 'WRONG_STATE' as const, message: 'It is closed.' }] };
    expect(askOf(own, closed, own).reason).toBe('It is closed.');
    expect(askOf(person('Rita', 'REVIEWER'), closed, own).reason).toBe(
      'Only gatekeepers of DEMO decide a gate. It is closed.',
    );
  });
});
