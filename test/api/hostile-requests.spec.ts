import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/server.js';

const times = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
const asking = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });
const STATE = '{ __typename }';

interface Attack {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly query?: string;
  readonly path?: string;
}
type Expected = readonly [status: number, code: string];

const CSRF: Expected = [400, 'BAD_REQUEST'];
const NOT_JSON: Expected = [415, 'UNSUPPORTED_MEDIA_TYPE'];
const UNREADABLE: Expected = [400, 'BAD_REQUEST'];
const INVALID: Expected = [400, 'GRAPHQL_VALIDATION_FAILED'];
const UNPARSED: Expected = [400, 'GRAPHQL_PARSE_FAILED'];
// A page of another origin can make a browser send its cookies, and nothing else that says who it is.
const BY_PAGE = { authorization: '', cookie: 'tollgate-session=x' };
const PREFLIGHT = { 'apollo-require-preflight': 'true', 'content-type': '' };

const ATTACKS: Readonly<Record<string, readonly [Attack, Expected]>> = {
  'a GET that any page could send': [
    { method: 'GET', query: `query=${STATE}`, headers: { ...BY_PAGE, 'content-type': '' } },
    CSRF,
  ],
  'a GET that changes something': [
    {
      method: 'GET',
      query: `query=mutation{portfolioCreate(input:{key:"GETS",name:"x"}){userErrors{code}}}`,
      headers: PREFLIGHT,
    },
    [405, 'BAD_REQUEST'],
  ],
  'a GET with the type of a message': [
    { method: 'GET', query: `query=${STATE}`, headers: { 'content-type': 'message/rfc822' } },
    [415, 'BAD_REQUEST'],
  ],
  'a form': [
    { headers: { ...BY_PAGE, 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${STATE}` },
    NOT_JSON,
  ],
  'plain text': [{ headers: { ...BY_PAGE, 'content-type': 'text/plain' }, body: asking(STATE) }, NOT_JSON],
  'a form with files': [
    { headers: { ...BY_PAGE, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n\r\n--x--' },
    NOT_JSON,
  ],
  'a form with a token': [
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${STATE}` },
    NOT_JSON,
  ],
  'a form to an address that is spelled otherwise': [
    { path: '/%67raphql', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${STATE}` },
    NOT_JSON,
  ],
  'UTF-7': [{ headers: { 'content-type': 'application/json; charset=utf-7' }, body: asking(STATE) }, NOT_JSON],
  'an encoding nobody knows': [
    { headers: { 'content-type': 'application/json;charset="x-user-defined"' }, body: asking(STATE) },
    NOT_JSON,
  ],
  'a body of five megabytes': [
    { body: asking(STATE, { variables: { a: 'x'.repeat(5e6) } }) },
    [413, 'PAYLOAD_TOO_LARGE'],
  ],
  'a compressed body': [
    { headers: { 'content-encoding': 'gzip' }, body: new Uint8Array(gzipSync(asking(STATE))) },
    UNREADABLE,
  ],
  'null for a body': [{ body: 'null' }, UNREADABLE],
  'a number for a body': [{ body: '0' }, UNREADABLE],
  'a text for a body': [{ body: '"x"' }, UNREADABLE],
  'half a body': [{ body: '{"query":' }, UNREADABLE],
  'an empty body': [{ body: '' }, UNREADABLE],
  'a body that pollutes prototypes': [{ body: `{"query":"${STATE}","variables":{"__proto__":{"x":1}}}` }, UNREADABLE],
  'variables nested 100,000 deep': [
    { body: `{"query":"${STATE}","variables":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
    UNREADABLE,
  ],
  'ten operations at once': [{ body: `[${Array(10).fill(asking(STATE)).join(',')}]` }, UNREADABLE],
  'a number for a document': [{ body: '{"query":7}' }, UNREADABLE],
  '101 aliases': [{ body: asking(`{ ${times(101, (index) => `a${index}: __typename`)} }`) }, INVALID],
  'one field 3,000 times': [{ body: asking(`{ ${'b '.repeat(3_000)} }`) }, INVALID],
  'fragments in fragments': [
    { body: asking(`{ ${times(20, () => `${'...on Query{'.repeat(40)}__typename${'}'.repeat(40)}`)} }`) },
    UNPARSED,
  ],
  'a circle of fragments': [
    { body: asking('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }') },
    INVALID,
  ],
  'fragments that unfold to a billion fields': [
    {
      body: asking(
        `{ ...F0 } ${times(30, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on Query { __typename }`,
      ),
    },
    [400, 'BAD_USER_INPUT'],
  ],
  'a document 1,900 deep': [{ body: asking('{a'.repeat(1_900)) }, UNPARSED],
  'a list 1,900 deep': [{ body: asking(`{portfolio(key:${'['.repeat(1_900)}) {name}}`) }, UNPARSED],
  '66,000 tokens': [{ body: asking(`{ ${'__typename '.repeat(66_000)} }`) }, UNPARSED],
  '500 operations': [
    { body: asking(times(500, (index) => `query q${index} { __typename }`)) },
    [400, 'OPERATION_RESOLUTION_FAILURE'],
  ],
  '900 fields that are not there': [{ body: asking(`{ ${times(900, (index) => `f${index}`)} }`) }, INVALID],
  'ten directives that are not there': [
    { body: asking(`{ __typename ${times(10, (index) => `@d${index}`)} }`) },
    INVALID,
  ],
  'a circle of introspection': [
    { body: asking('{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}') },
    INVALID,
  ],
  'more rows than it is worth': [
    {
      body: asking(
        '{portfolio(key:"A"){initiatives(first:100){nodes{evidence(first:100){nodes{id criterionKey kind}}}}}}',
      ),
    },
    INVALID,
  ],
  '6,000 values that are none': [
    {
      body: asking('query($a:[InitiativeStatus!]){portfolio(key:"A"){initiatives(filter:{statuses:$a}){nodes{id}}}}', {
        variables: { a: Array(6_000).fill('x') },
      }),
    },
    [400, 'BAD_USER_INPUT'],
  ],
  'the hash of a question instead of it': [
    { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }) },
    [400, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ],
  'an operation called __proto__': [
    { body: asking('query a { __typename }', { operationName: '__proto__' }) },
    [400, 'OPERATION_RESOLUTION_FAILURE'],
  ],
  'a PUT': [{ method: 'PUT', body: asking(STATE) }, [405, 'METHOD_NOT_ALLOWED']],
  'a PATCH': [{ method: 'PATCH', body: asking(STATE) }, [405, 'METHOD_NOT_ALLOWED']],
  'a DELETE': [{ method: 'DELETE' }, [405, 'METHOD_NOT_ALLOWED']],
};

const INSIDE = /node_modules|\.js:\d|at \w+ \(|SELECT |Did you mean|Maximum call stack/;

describe('a request that means no good', () => {
  let server: TestServer;
  const send = (
    headers: Readonly<Record<string, string>>,
    { method = 'POST', path = '/graphql', body, query }: Attack,
  ) =>
    fetch(`${server.url}${path}${query === undefined ? '' : `?${query}`}`, {
      method,
      headers: Object.fromEntries(
        Object.entries({
          authorization: `Bearer ${server.admin.token}`,
          'content-type': 'application/json',
          ...headers,
        }).filter(([, value]) => value !== ''),
      ),
      ...(body === undefined ? {} : { body }),
    });

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.stop());

  it.each(Object.entries(ATTACKS))(
    'as %s is refused in words, and harms nobody',
    async (_, [attack, [status, code]]) => {
      const [response, meanwhile] = await Promise.all([send(attack.headers ?? {}, attack), server.admin.answer(STATE)]);
      const text = await response.text();
      const answer = JSON.parse(text) as {
        data?: unknown;
        errors: { message: string; extensions: { code: string } }[];
      };
      expect({ status: response.status, code: answer.errors[0]?.extensions.code }).toEqual({ status, code });
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors.length).toBeLessThanOrEqual(6);
      expect(text.length).toBeLessThan(10_000);
      expect(text).not.toMatch(INSIDE);
      expect(meanwhile.data).toEqual({ __typename: 'Query' });
    },
  );

  it.each([
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json ; charset=utf-8; x=y',
  ])('is none where it says UTF-8, as in %s', async (type) => {
    expect((await send({ 'content-type': type }, { body: asking(STATE) })).status).toBe(200);
  });

  it('is told which methods there are', async () => {
    expect((await send({}, { method: 'DELETE' })).headers.get('allow')).toBe('GET, POST');
  });

  it('from a page of another origin gets nothing its script could read', async () => {
    const preflight = await send(
      { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'content-type': '' },
      { method: 'OPTIONS' },
    );
    const posted = await send({ origin: 'https://evil.example' }, { body: asking(STATE) });
    expect([preflight, posted].map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, null]);
  });

  it.each([
    ['nobody', ''],
    ['a token nobody has', 'Bearer 123'],
    ['another scheme', 'Basic YTpi'],
    ['two tokens', 'Bearer a, Bearer b'],
    ['a token of eight kilobytes', `Bearer ${'x'.repeat(8_000)}`],
  ])('by %s learns nothing of the schema', async (_, authorization) => {
    const response = await send({ authorization }, { body: asking('{ __schema { types { name } } }') });
    const text = await response.text();
    expect(response.status).toBe(401);
    expect(text).toContain('UNAUTHENTICATED');
    expect(text).not.toContain(authorization.slice(7) || 'types');
  });

  it.each(['/.env', '/.git/config', '/%', '/..%2f', '/assets/%2e%2e/index.html', '/graphql/x'])(
    'for %s finds nothing, and is told so in JSON',
    async (path) => {
      const response = await fetch(server.url + path);
      expect([400, 404]).toContain(response.status);
      const { error, errors } = (await response.json()) as { error?: { code: string }; errors?: unknown[] };
      expect(error?.code ?? errors?.length).toBeTruthy();
    },
  );

  // What no client library would send.
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      let answer = '';
      connect(Number(port), hostname)
        .on('data', (piece: Buffer) => (answer += piece.toString()))
        .on('close', () => {
          resolve(answer);
        })
        .on('error', reject)
        .end(text);
    });
  const start = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

  it.each([
    ['two lengths', `${start}Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}`, 400],
    ['a length and pieces', `${start}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a piece without a size', `${start}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`, 400],
    ['a header of 64 kilobytes', `${start}X-Large: ${'x'.repeat(65_536)}\r\n\r\n`, 431],
    ['2,000 headers', `${start}${times(2_000, (index) => `X-${index}: ${index}\r\n`)}\r\n`, 400],
    ['a control character in a header', `${start}X-Odd: a\u0001b\r\n\r\n`, 400],
  ])('with %s gets one answer, and no more', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual([`HTTP/1.1 ${status}`]);
  });
});
