import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import { RegisterDocuments } from '../../src/modules/web/commands/register-documents.js';
import { GivenClock } from '../../src/platform/clock.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const WHO = 'query Who { viewer { user { name } } }';
const TWO = 'query One { viewer { user { name } } } query Two { viewer { user { id } } }';
const CREATE =
  'mutation Create($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { key } userErrors { message } } }';

describe('what the board asks by its hash', () => {
  const clock = new GivenClock('2026-03-02T09:00:00.000Z' as Instant);
  let server: TestServer;
  let company: Company;

  const register = (...texts: readonly string[]): Promise<void> =>
    server.app.get(RegisterDocuments, { strict: false }).run(new Map(texts.map((text) => [idOf(text), text])));
  const send = async (body: object, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${company.manager.token}`, ...headers },
      body: JSON.stringify(body),
    });
    const answer: Json = await response.json();
    return { status: response.status, headers: response.headers, answer };
  };

  beforeAll(async () => {
    server = await startTestServer(clock);
    company = await foundCompany(server);
    // As a server of another version does at its start.
    await register(WHO, TWO, CREATE);
  });
  afterAll(() => server.stop());

  it('is answered like its text, and costs the same', async () => {
    const [byId, byText] = [await send({ documentId: idOf(WHO) }), await send({ query: WHO })];
    expect(byId.status).toBe(200);
    expect(byId.answer).toEqual(byText.answer);
    expect(byId.headers.get('x-tollgate-cost')).toBe(byText.headers.get('x-tollgate-cost'));
    const { answer } = await send({ documentId: idOf(TWO), operationName: 'Two' });
    expect(answer.data.viewer.user.id).toBe(company.manager.userId);
  });

  it('has one effect by one Idempotency-Key, whichever way it is sent', async () => {
    const input = {
      portfolioKey: company.key,
      name: 'Once',
      problem: 'Twice',
      valueThesis: 'COST',
      ownerId: company.owner.userId,
    };
    const variables = { input };
    const key = { 'idempotency-key': 'by-hash-and-by-text' };
    const first = await send({ documentId: idOf(CREATE), variables }, key);
    expect(first.answer.errors).toBeUndefined();
    expect(first.answer.data.initiativeCreate.userErrors).toEqual([]);
    const again = await send({ query: CREATE, variables }, key);
    expect(again.answer).toEqual(first.answer);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it.each([
    ['of no board', idOf('{ viewer { user { id } } }')],
    ['in another form', 'sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['that is none', "sha256:' OR true --"],
    ['empty', ''],
  ])('is refused where the hash is one %s', async (_, documentId) => {
    const { status, answer } = await send({ documentId });
    expect([status, answer]).toEqual([
      400,
      {
        errors: [
          {
            message:
              'What this page asks is not known here, for it is of another version of Tollgate. Load the page again.',
            extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
          },
        ],
      },
    ]);
  });

  it.each([
    ['beside a text, which counts', { documentId: idOf(TWO), query: WHO }, 200],
    ['that is no text', { documentId: 7 }, 400],
    ['in a list', [{ documentId: idOf(WHO) }], 400],
  ])('is not looked up %s', async (_, body, status) => {
    expect((await send(body)).status).toBe(status);
  });

  it('is known to every server on the database, and forgotten 90 days after the last of its version began', async () => {
    const next = 'query Next { viewer { user { email } } }';
    clock.set('2026-05-01T09:00:00.000Z' as Instant);
    await register(WHO, next);
    expect((await send({ documentId: idOf(next) })).status).toBe(200);
    clock.set('2026-06-30T09:00:00.000Z' as Instant);
    await register(next);
    const kept = await server.source.query<{ text: string }[]>('SELECT text FROM persisted_document ORDER BY text');
    expect(kept.map(({ text }) => text)).toEqual([next, WHO]);
  });

  it('is kept under no other hash than its own', async () => {
    await expect(
      server.source.query(`INSERT INTO persisted_document (sha256, text, registered_at) VALUES ($1, $2, now())`, [
        idOf(WHO).slice(7, -1) + '0',
        '{ jobs { nodes { id } } }',
      ]),
    ).rejects.toMatchObject({ driverError: { constraint: 'persisted_document_hash' } });
  });
});
