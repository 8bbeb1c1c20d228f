import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { log } from '../../src/platform/logging.js';
import { foundCompany, type Company } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WAITED = `
  SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%initiative%'
    AND datname = current_database() AND now() - query_start > interval '1.1 seconds'`;

/** Lines of the log, as JSON, while it is of level info. */
class Lines {
  readonly all: Json[] = [];
  private readonly before = log.level;
  private readonly spy = jest.spyOn(streamOf(log), 'write').mockImplementation((line: string) => {
    this.all.push(JSON.parse(line));
    return true;
  });

  constructor() {
    log.level = 'info';
  }

  end(): void {
    log.level = this.before;
    this.spy.mockRestore();
  }
}

/** Where a logger writes to. */
const streamOf = (logger: object): { write(line: string): boolean } => {
  const key = Object.getOwnPropertySymbols(logger).find(({ description }) => description === 'pino.stream');
  return (logger as Record<symbol, { write(line: string): boolean }>)[key as symbol] as {
    write(line: string): boolean;
  };
};

describe('what operators see of a request', () => {
  let server: TestServer;
  let company: Company;
  let lines: Lines;

  const ask = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${company.manager.token}`, ...headers },
      body: JSON.stringify({ query }),
    });
  const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  const answered = (): Json[] => lines.all.filter(({ msg }) => msg === 'a request was answered');

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    lines = new Lines();
  });
  afterEach(() => {
    lines.end();
  });

  it('has an id, its sender’s where that is one, in the answer and in the log', async () => {
    const mine = await ask('{ viewer { user { name } } }', { 'x-request-id': 'proxy-1:00042' });
    const other = await ask('{ viewer { user { name } } }', { 'x-request-id': 'no good' });
    const ids = [mine, other].map(({ headers }) => headers.get('x-request-id'));
    expect(ids).toEqual(['proxy-1:00042', expect.stringMatching(UUID)]);
    await until('both are told', () => Promise.resolve(answered().length === 2));
    expect(answered().map(({ requestId }) => requestId)).toEqual(ids);
    expect(answered()[0]).toMatchObject({ method: 'POST', route: '/graphql', status: '200', ms: expect.any(Number) });
  });

  it('is told without anything that was sent', async () => {
    const secret = 'tgt_not_to_be_told';
    await fetch(`${server.url}/nothing/here?token=${secret}`, { headers: { cookie: `a=${secret}` } });
    await ask(`query Mine { initiativeByKey(key: "${secret}") { id } }`, { authorization: `Bearer ${secret}` });
    await until('both are told', () => Promise.resolve(answered().length === 2));
    expect(answered().map(({ route, status }) => [route, status])).toEqual([
      ['unknown', '404'],
      ['/graphql', '401'],
    ]);
    expect(JSON.stringify(lines.all)).not.toContain(secret);
    expect(await metrics()).not.toContain(secret);
  });

  it('stands in each line about it, with what it asks for, as of a statement that takes long', async () => {
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE initiative IN ACCESS EXCLUSIVE MODE');
    const asked = ask(`query Mine { portfolio(key: "${company.key}") { initiatives(first: 1) { nodes { name } } } }`, {
      'x-request-id': 'the-slow-one',
    });
    await until('it has waited for a second', async () => (await server.source.query(WAITED)).length > 0);
    await runner.rollbackTransaction();
    await runner.release();
    expect((await asked).status).toBe(200);
    const slow = lines.all.find(({ msg }) => msg === 'a slow statement');
    expect(slow).toMatchObject({ requestId: 'the-slow-one', operation: 'query Mine', level: 40 });
    expect(slow.ms).toBeGreaterThan(1_000);
    expect(slow.sql).toMatch(/^SELECT .* FROM initiative/);
  });

  it('is counted by route, and an operation by the field it asks, with its errors', async () => {
    await ask('{ viewer { user { name } } }');
    await ask('{ portfolio(key: "NOWHERE") { name } jobs { nodes { id } } }');
    const text = await metrics();
    expect(text).toMatch(/tollgate_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/);
    expect(text).toMatch(/tollgate_operation_seconds_count\{kind="query",field="viewer"\} [1-9]/);
    expect(text).toMatch(/tollgate_operation_seconds_bucket\{le="0.25",kind="query",field="several"\} [1-9]/);
    expect(text).toMatch(/tollgate_operation_errors_total\{kind="query",field="several",code="FORBIDDEN"\} [1-9]/);
    expect(text).toMatch(/tollgate_database_connections\{state="idle"\} [1-9]/);
    expect(text).toMatch(/tollgate_database_connections\{state="waiting"\} 0/);
  });

  it('has metrics of a bounded number, whatever strangers ask for', async () => {
    for (let time = 0; time < 30; time += 1) {
      await fetch(`${server.url}/nothing/${time}`);
      await ask(`query Name${time} { viewer { user { name } } }`);
      await ask(`{ field${time} }`);
    }
    const text = await metrics();
    const series = (name: string): number => text.split('\n').filter((line) => line.startsWith(`${name}_count`)).length;
    expect(series('tollgate_http_request_seconds')).toBeLessThan(15);
    expect(series('tollgate_operation_seconds')).toBeLessThan(40);
    expect(text).not.toMatch(/Name1|field1/);
  });

  it('leaves no line about work that is no request with an id of one', async () => {
    await server.app.get(Database).row('SELECT 1');
    log.warn('by itself');
    expect(lines.all.find(({ msg }) => msg === 'by itself')).not.toHaveProperty('requestId');
  });
});
