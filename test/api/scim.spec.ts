import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chance } from '../support/chance.js';
import { foundCompany, type Company } from '../support/company.js';
import { hear, socketClient, untilFollowed } from '../support/live.js';
import { LEAK } from '../support/leaks.js';
import { mangled } from '../support/mangle.js';
import { entraPatch, fromEntra, fromOkta, oktaPatch, patchOf, scimOf, type AskScim } from '../support/scim.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';
const NOBODY = '019a0000-0000-7000-8000-000000000000';
const SEED = Number(process.env['TOLLGATE_SEED'] ?? Date.now() % 1_000_000);
const BODIES = Number(process.env['TOLLGATE_FUZZ'] ?? 300);
const SYSTEM = '00000000-0000-7000-8000-000000000001';

let server: TestServer;
let scim: AskScim;
let company: Company;

beforeAll(async () => {
  server = await startTestServer();
  scim = scimOf(server);
  company = await foundCompany(server);
});
afterAll(() => server.stop());

const filtered = (text: string) => `/Users?filter=${encodeURIComponent(text)}&startIndex=1&count=100`;
const told = ({ status, body }: { status: number; body: Json }) => [status, body.scimType ?? null];
const made = async (body: object): Promise<string> => (await scim('POST', '/Users', { body })).body.id as string;
const actionsOf = async (userId: string): Promise<readonly string[]> => {
  const events = await server.source.query<{ body: string }[]>(
    `SELECT body FROM audit_event WHERE body LIKE '%"subjectId":"' || $1 || '"%' ORDER BY sequence`,
    [userId],
  );
  return events.map(({ body }) => JSON.parse(body)).map(({ action }) => action as string);
};

describe('a directory that is being set up', () => {
  it('finds out what there is, and that there are no groups', async () => {
    const { status, headers, body: config } = await scim('GET', '/ServiceProviderConfig');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/scim+json; charset=utf-8']);
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      sort: { supported: false },
    });
    const types = (await scim('GET', '/ResourceTypes')).body;
    expect(types).toMatchObject({ schemas: [LIST], totalResults: 1, Resources: [{ id: 'User', endpoint: '/Users' }] });
    const schemas = (await scim('GET', '/Schemas')).body;
    expect(schemas.Resources[0].attributes.map(({ name }: { name: string }) => name)).toEqual([
      ...['userName', 'displayName', 'name', 'active', 'emails'],
    ]);
    const groups = await scim('GET', '/Groups?startIndex=1&count=100');
    expect(groups).toMatchObject({ status: 404, body: { schemas: [ERROR], status: '404' } });
    expect(groups.body.detail).toContain('Groups are not kept');
  });

  it('tests its credentials: Okta by a page of two, Entra ID by somebody who is not there', async () => {
    const { body } = await scim('GET', '/Users?startIndex=1&count=2');
    expect(body).toMatchObject({ schemas: [LIST], startIndex: 1, itemsPerPage: 2 });
    expect(body.Resources).toHaveLength(2);
    expect(body.totalResults).toBeGreaterThan(2);
    const nobody = await scim('GET', filtered('userName eq "5d1a1d1c-8e6c-4d4c-9b9f-3f3e2f0c2c11"'));
    expect([nobody.status, nobody.body]).toEqual([
      200,
      { schemas: [LIST], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] },
    ]);
  });

  it('reads everybody in pages, each once, and never the system', async () => {
    const seen: string[] = [];
    const total = (await scim('GET', '/Users?count=0')).body.totalResults as number;
    for (let startIndex = 1; startIndex <= total; startIndex += 3) {
      const { body } = await scim('GET', `/Users?startIndex=${startIndex}&count=3`);
      seen.push(...body.Resources.map(({ id }: { id: string }) => id));
    }
    expect([seen.length, new Set(seen).size, seen.includes(SYSTEM)]).toEqual([total, total, false]);
    expect((await scim('GET', `/Users/${SYSTEM}`)).status).toBe(404);
  });

  it('is let in by the token of an instance admin only, and by no cookie', async () => {
    const session = await fetch(`${server.url}/session/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tollgate-client': 'board', origin: server.url },
      body: JSON.stringify({ token: server.admin.token }),
    });
    const cookie = session.headers.getSetCookie()[0]!.split(';', 1)[0]!;
    for (const asking of [{ token: '' }, { token: 'a-guess' }, { token: '', headers: { cookie } }]) {
      const refused = await scim('GET', '/Users', asking);
      expect(refused).toMatchObject({ status: 401, body: { schemas: [ERROR], status: '401' } });
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
    const { token } = company.admin;
    const before = (await scim('GET', '/Users?count=0')).body.totalResults as number;
    for (const [method, path, body] of [
      ['GET', '/Users', undefined],
      ['POST', '/Users', fromOkta('never@example.org')],
      ['PATCH', `/Users/${company.owner.userId}`, oktaPatch(false)],
      ['DELETE', `/Users/${company.owner.userId}`, undefined],
    ] as const) {
      expect([method, (await scim(method, path, { token, body })).status]).toEqual([method, 403]);
    }
    expect((await scim('GET', '/Users?count=0')).body.totalResults).toBe(before);
    expect((await scim('GET', `/Users/${company.owner.userId}`)).body.active).toBe(true);
  });
});

describe('Okta', () => {
  const userName = 'Odette.Okonkwo@example.org';
  let id = '';

  it('looks somebody up, makes them, and finds them again', async () => {
    expect((await scim('GET', filtered(`userName eq "${userName}"`))).body.totalResults).toBe(0);
    const { status, headers, body } = await scim('POST', '/Users', { body: fromOkta(userName) });
    id = body.id as string;
    expect([status, headers.get('location')]).toEqual([201, body.meta.location]);
    expect(body.meta.location).toMatch(new RegExp(`/scim/v2/Users/${id}$`));
    expect(body).toMatchObject({
      externalId: '00ujl29u0le5T6Aj10h7',
      userName: userName.toLowerCase(),
      displayName: 'Odette Okonkwo',
      active: true,
      emails: [{ value: userName.toLowerCase(), primary: true }],
    });
    expect(JSON.stringify(body)).not.toContain('1mz050nq');
    const found = await scim('GET', filtered(`userName eq "${userName.toUpperCase()}"`));
    expect(found.body.Resources).toEqual([body]);
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(body);
    const { users } = await server.admin.ask('{ users(search: "Odette") { nodes { id name email } } }');
    expect(users.nodes).toEqual([{ id, name: 'Odette Okonkwo', email: userName.toLowerCase() }]);
  });

  it('is told whom it makes twice', async () => {
    const again = await scim('POST', '/Users', { body: fromOkta(userName, { externalId: 'another' }) });
    expect(told(again)).toEqual([409, 'uniqueness']);
    const alike = await scim('POST', '/Users', { body: fromOkta('other@example.org') });
    expect(told(alike)).toEqual([409, 'uniqueness']);
    expect((await scim('GET', filtered('userName eq "other@example.org"'))).body.totalResults).toBe(0);
  });

  it('replaces by what it read and has changed', async () => {
    const { body: read } = await scim('GET', `/Users/${id}`);
    const body = { ...read, ...fromOkta('odette.adler@example.org'), id, displayName: 'Odette Adler' };
    const { status, body: replaced } = await scim('PUT', `/Users/${id}`, { body });
    expect([status, replaced.userName, replaced.displayName, replaced.active]).toEqual([
      ...[200, 'odette.adler@example.org', 'Odette Adler', true],
    ]);
    expect((await scim('PUT', `/Users/${id}`, { body })).body).toEqual(replaced);
    expect(await actionsOf(id)).toEqual(['user.created', 'user.updated']);
  });

  it('replaces nothing of somebody where a part of it is refused', async () => {
    const before = (await scim('GET', `/Users/${id}`)).body;
    const { userName: another } = (await scim('GET', `/Users/${company.owner.userId}`)).body;
    const taken = fromOkta(another as string, { active: false, displayName: 'Not so' });
    expect(told(await scim('PUT', `/Users/${id}`, { body: taken }))).toEqual([409, 'uniqueness']);
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(before);
  });
});

describe('Entra ID', () => {
  const userName = 'enno.entra@example.org';
  let id = '';

  it('makes somebody, with a truth as text, and finds them by its own id', async () => {
    const { status, body } = await scim('POST', '/Users', { body: fromEntra(userName, { active: 'True' }) });
    id = body.id as string;
    expect([status, body.active, body.displayName]).toEqual([201, true, 'Enno Entra']);
    const found = await scim('GET', filtered('externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"'));
    expect(found.body.Resources).toEqual([body]);
    const otherCase = await scim('GET', filtered('externalId eq "0A21F0F2-8D2A-4F8E-BF98-7363C4AED4EF"'));
    expect(otherCase.body.totalResults).toBe(0);
  });

  it('changes each attribute by its path, and others that are not kept', async () => {
    const body = patchOf(
      { op: 'Replace', path: 'displayName', value: 'Enno Entra-Weiss' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'unused@example.org' },
      { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'IT' },
      { op: 'Replace', path: 'name.familyName', value: 'Entra-Weiss' },
      { op: 'Replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:userName', value: 'enno.w@example.org' },
    );
    const patched = await scim('PATCH', `/Users/${id}`, { body });
    expect(patched).toMatchObject({ status: 200, body: { displayName: 'Enno Entra-Weiss' } });
    expect(patched.body.userName).toBe('enno.w@example.org');
    const names = { op: 'replace', value: { 'name.givenName': 'Enno', 'name.familyName': 'Weiss' } };
    expect((await scim('PATCH', `/Users/${id}`, { body: patchOf(names) })).body.displayName).toBe('Enno Weiss');
    const half = { op: 'Replace', path: 'name.familyName', value: 'Half' };
    expect((await scim('PATCH', `/Users/${id}`, { body: patchOf(half) })).body.displayName).toBe('Enno Weiss');
    const bare = { op: 'Remove', path: 'externalId' };
    expect((await scim('PATCH', `/Users/${id}`, { body: patchOf(bare) })).body.externalId).toBeUndefined();
  });

  it('does all of a PATCH or nothing', async () => {
    const before = (await scim('GET', `/Users/${id}`)).body;
    const body = patchOf(
      { op: 'Replace', path: 'displayName', value: 'Not so' },
      { op: 'Replace', path: 'active', value: 'Maybe' },
    );
    expect(told(await scim('PATCH', `/Users/${id}`, { body }))).toEqual([400, 'invalidValue']);
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(before);
  });
});

describe('somebody who leaves', () => {
  const leavings: readonly (readonly [string, (id: string) => Promise<{ status: number }>])[] = [
    ['Okta, by PATCH with a truth', (id) => scim('PATCH', `/Users/${id}`, { body: oktaPatch(false) })],
    ['Entra ID, by PATCH with a text', (id) => scim('PATCH', `/Users/${id}`, { body: entraPatch(false) })],
    [
      'Okta, by PUT',
      async (id) => {
        const { body } = await scim('GET', `/Users/${id}`);
        return scim('PUT', `/Users/${id}`, { body: { ...body, active: false }, type: 'application/json' });
      },
    ],
    ['DELETE', (id) => scim('DELETE', `/Users/${id}`)],
  ];

  it.each(leavings)('is refused at once whatever they had, told by %s', async (_, leave) => {
    const leaver = await server.member('Lea Leaver', company.key, ['GATEKEEPER']);
    const initiative = await company.create();
    await company.document(initiative, 'problem-statement', '2026-03-01');
    const review = await company.request(initiative);
    const session = await fetch(`${server.url}/session/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tollgate-client': 'board', origin: server.url },
      body: JSON.stringify({ token: leaver.token }),
    });
    const cookie = session.headers.getSetCookie()[0]!.split(';', 1)[0]!;
    const vote = (headers: Readonly<Record<string, string>>) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tollgate-client': 'board', origin: server.url, ...headers },
        body: JSON.stringify({
          query:
            'mutation ($id: ID!) { gateVoteCast(reviewId: $id, input: { outcome: KILL }) { userErrors { code } } }',
          variables: { id: review },
        }),
      });
    const [byToken, bySession] = [{ authorization: `Bearer ${leaver.token}` }, { cookie }];
    expect([(await vote(byToken)).status, (await vote(bySession)).status]).toEqual([200, 200]);
    const client = socketClient(server.url, leaver.token);
    const hearing = hear(client, { portfolio: company.key });
    await untilFollowed(server.url, 1);

    expect((await leave(leaver.userId)).status).toBeLessThan(300);

    expect([(await vote(byToken)).status, (await vote(bySession)).status]).toEqual([401, 401]);
    expect((await leaver.answer('{ viewer { user { name } } }')).status).toBe(401);
    expect(await hearing.ended).toMatchObject({ code: 4403 });
    await client.dispose();
    await untilFollowed(server.url, 0);
    const late = hear(socketClient(server.url, leaver.token), { portfolio: company.key });
    expect(await late.ended).toMatchObject({ code: 4403 });
    const gone = (await scim('GET', `/Users/${leaver.userId}`)).body;
    expect([gone.active, gone.displayName]).toEqual([false, 'Lea Leaver']);
    const { gateReview } = await company.manager.ask(
      'query ($id: ID!) { gateReview(id: $id) { votes { voter { name } outcome } } }',
      { id: review },
    );
    expect(gateReview.votes).toEqual([{ voter: { name: 'Lea Leaver' }, outcome: 'KILL' }]);
    expect(await actionsOf(leaver.userId)).toEqual(
      expect.arrayContaining(['user.created', 'user.deactivated', 'member.set']),
    );
  });

  it.each([
    ['Okta', oktaPatch],
    ['Entra ID', entraPatch],
  ])('comes back with nothing, told by %s', async (_, patch) => {
    const leaver = await server.member('Ben Back', company.key, ['GATEKEEPER']);
    expect((await scim('PATCH', `/Users/${leaver.userId}`, { body: patch(false) })).body.active).toBe(false);
    expect((await scim('PATCH', `/Users/${leaver.userId}`, { body: patch(true) })).body.active).toBe(true);
    expect((await leaver.answer('{ viewer { user { name } } }')).status).toBe(401);
    const { portfolio } = await server.admin.ask(`{ portfolio(key: "${company.key}") { members { user { id } } } }`);
    expect(JSON.stringify(portfolio.members)).not.toContain(leaver.userId);
    const again = await scim('PATCH', `/Users/${leaver.userId}`, { body: patch(true) });
    expect([again.status, (await actionsOf(leaver.userId)).filter((action) => action === 'user.reactivated')]).toEqual([
      200,
      ['user.reactivated'],
    ]);
  });

  it('is not the one whose token it is, and a user may come in as one who has left already', async () => {
    const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
    const own = await scim('PATCH', `/Users/${viewer.user.id}`, { body: entraPatch(false) });
    expect(told(own)).toEqual([400, 'invalidValue']);
    expect(own.body.detail).toContain('Nobody deactivates themselves');
    const past = fromOkta('past@example.org', { externalId: 'past', active: false });
    expect((await scim('POST', '/Users', { body: past })).body.active).toBe(false);
  });
});

describe('a request that cannot be done', () => {
  it.each([
    ['name eq "Gil"'],
    ['userName co "a"'],
    ['userName eq gil'],
    ['userName eq "a" and active eq true'],
    ['userName eq "\\u0000"'],
    ['userName eq "\\ud800"'],
    ['userName eq "a'],
    [''],
  ])('is a filter: %j', async (filter) => {
    expect(told(await scim('GET', filtered(filter)))).toEqual([400, 'invalidFilter']);
  });

  it.each([
    ['GET', '/Users?filter=userName%20eq%20%22a%22&filter=b', undefined, [400, 'invalidFilter']],
    ['GET', '/Users?startIndex=x', undefined, [400, 'invalidValue']],
    ['GET', '/Users?count=1&count=2', undefined, [400, 'invalidValue']],
    ['GET', `/Users/${NOBODY}`, undefined, [404, null]],
    ['GET', '/Users/%00', undefined, [400, 'invalidSyntax']],
    ['PATCH', `/Users/${NOBODY}`, oktaPatch(false), [404, null]],
    ['PUT', '/Users/x', fromOkta('x@example.org'), [404, null]],
    ['DELETE', `/Users/${SYSTEM}`, undefined, [404, null]],
    ['POST', '/Users', {}, [400, 'invalidValue']],
    ['POST', '/Users', [], [400, 'invalidSyntax']],
    ['POST', '/Users', '"text"', [400, 'invalidSyntax']],
    ['POST', '/Users', '{"userName":', [400, 'invalidSyntax']],
    ['POST', '/Users', '{"__proto__": {"active": true}}', [400, 'invalidSyntax']],
    ['POST', '/Users', fromOkta('no address'), [400, 'invalidValue']],
    ['POST', '/Users', fromOkta('a@example.org', { displayName: 'a\u0000b' }), [400, 'invalidValue']],
    ['POST', '/Users', fromOkta('a@example.org', { displayName: 'a'.repeat(201) }), [400, 'invalidValue']],
    ['POST', '/Users', fromOkta('a@example.org', { displayName: { deep: 1 } }), [400, 'invalidValue']],
    ['POST', '/Users', fromOkta('a@example.org', { externalId: 7 }), [400, 'invalidValue']],
    ['POST', '/Users', fromOkta('a@example.org', { active: 1 }), [400, 'invalidValue']],
    ['POST', '/Users', '['.repeat(1_000_000), [400, 'invalidSyntax']],
    ['POST', '/Users', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, [400, 'invalidSyntax']],
    ['PATCH', '/Users/x', {}, [400, 'invalidSyntax']],
    ['PATCH', '/Users/x', patchOf({ op: 'merge', value: {} }), [400, 'invalidSyntax']],
    ['PATCH', '/Users/x', { Operations: [null] }, [400, 'invalidSyntax']],
    ['PATCH', '/Users/x', patchOf({ op: 'replace', path: '][', value: 1 }), [400, 'invalidPath']],
    ['PATCH', '/Users/x', patchOf({ op: 'replace', path: 7, value: 1 }), [400, 'invalidPath']],
    ['PATCH', '/Users/x', patchOf({ op: 'replace', value: 'active' }), [400, 'invalidValue']],
    ['PATCH', '/Users/x', patchOf({ op: 'replace', path: 'active', value: null }), [400, 'invalidValue']],
    ['PATCH', '/Users/x', patchOf({ op: 'remove' }), [400, 'noTarget']],
    ['PATCH', '/Users/x', patchOf({ op: 'remove', path: 'active' }), [400, 'mutability']],
    ['POST', '/Bulk', { Operations: [] }, [404, null]],
  ] as const)('is told why, in the shape of SCIM: %s %s (%#)', async (method, path, body, expected) => {
    const refused = await scim(method, path, { body });
    expect(told(refused)).toEqual(expected);
    expect(refused.body).toMatchObject({ schemas: [ERROR], status: String(expected[0]) });
    expect(refused.headers.get('content-type')).toContain('application/scim+json');
  });

  it('is of another type of content, or JSON of SCIM elsewhere', async () => {
    const body = fromOkta('typed@example.org', { externalId: 'typed' });
    expect((await scim('POST', '/Users', { body, type: 'text/plain' })).status).toBe(415);
    expect((await scim('POST', '/Users', { body, type: 'application/scim+json; charset=utf-16' })).status).toBe(415);
    expect((await scim('POST', '/Users', { body, type: 'application/scim+json; charset=utf-8' })).status).toBe(201);
    for (const path of ['/graphql', '/session/token', '/api/signals']) {
      const elsewhere = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/scim+json', authorization: `Bearer ${server.admin.token}` },
        body: '{}',
      });
      expect([path, elsewhere.status]).toEqual([path, 415]);
    }
    const empty = { headers: { 'content-type': 'application/scim+json', 'content-length': '0' } };
    const id = await made(fromOkta('empty@example.org', { externalId: 'empty' }));
    expect((await scim('DELETE', `/Users/${id}`, empty)).status).toBe(204);
  });

  it('has one effect where the same comes twenty times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        scim('POST', '/Users', { body: fromOkta(`crowd-${index % 2}@example.org`, { externalId: 'crowd' }) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
  });

  it(`is answered in words, whatever is in it by chance (seed ${SEED}, TOLLGATE_SEED)`, async () => {
    const draw = chance(SEED);
    const id = await made(fromEntra('chance@example.org', { externalId: 'chance' }));
    const honest = [
      ['POST', '/Users', fromOkta('by-chance@example.org', { externalId: 'by-chance' })],
      ['PUT', `/Users/${id}`, fromEntra('chance@example.org')],
      ['PATCH', `/Users/${id}`, oktaPatch(true)],
      ['PATCH', `/Users/${id}`, entraPatch(false)],
      [
        'PATCH',
        `/Users/${id}`,
        patchOf({ op: 'Replace', path: 'displayName', value: 'Chance' }, { op: 'Remove', path: 'x' }),
      ],
    ] as const;
    const tally: Record<string, number> = {};
    for (let number = 1; number <= BODIES; number += 1) {
      const [method, path, body] = honest[draw(honest.length)]!;
      const sent = mangled(JSON.stringify(body), draw);
      const begun = performance.now();
      const answer = await scim(method, path, { body: sent });
      const which = `${number} of seed ${SEED}: ${method} ${sent.toString('latin1').slice(0, 1_000)} -> ${JSON.stringify(answer.body).slice(0, 500)}`;
      tally[answer.status] = (tally[answer.status] ?? 0) + 1;
      expect([which, [200, 201, 400, 409].includes(answer.status)]).toEqual([which, true]);
      expect([which, performance.now() - begun < 2_000, LEAK.test(String(answer.body.detail))]).toEqual([
        which,
        true,
        false,
      ]);
    }
    process.stdout.write(`SCIM of seed ${SEED} (TOLLGATE_SEED): ${JSON.stringify(tally)}\n`);
    expect(Object.keys(tally)).toEqual(expect.arrayContaining(['200', '400']));
    const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${company.key}") { ok } }`);
    expect(auditVerify.ok).toBe(true);
  });
});
