import { get } from 'node:http';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../src/modules/explorer/examples.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('the explorer', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  // Not by fetch, which tidies a path up before it sends it.
  const read = (path: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port: new URL(server.url).port, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body });
        });
      }).on('error', reject);
    });

  it('is found at /explorer, which leads to its folder', async () => {
    const { status, headers } = await read('/explorer');
    expect({ status, location: headers['location'] }).toEqual({ status: 302, location: '/explorer/' });
  });

  it('comes with everything its page names, each file as what it is', async () => {
    const { body } = await read('/explorer/');
    const named = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(named).toContain('main.js');
    for (const address of named.filter((candidate) => candidate !== '/explorer/')) {
      const { status, headers } = await read(`/explorer/${address}`);
      const type = /\.js$/.test(address)
        ? 'text/javascript; charset=utf-8'
        : /\.css$/.test(address)
          ? 'text/css; charset=utf-8'
          : expect.stringMatching(/^image\//);
      expect({ address, status, type: headers['content-type'] }).toEqual({ address, status: 200, type });
    }
  });

  it.each(['/explorer/', '/explorer/options.js', '/explorer/main.js', '/explorer/polyfills.js'])(
    '%s allows the browser nothing but this server, and no inline script',
    async (path) => {
      const { status, headers } = await read(path);
      const policy = String(headers['content-security-policy']);
      const sources = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
      expect(status).toBe(200);
      expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:']));
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';");
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('names no other host in its page, and has no script in it', async () => {
    const { body } = await read('/explorer/');
    expect(body).not.toMatch(/\/\//);
    expect([...body.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, script]) => script)).toEqual(['', '', '']);
  });

  it('opens with the saved queries, which all send the one token of the environment to this server', async () => {
    const { body } = await read('/explorer/options.js');
    const given: Record<string, unknown>[] = [];
    runInNewContext(body, {
      URL,
      location: { href: 'https://tollgate.example/explorer/' },
      AltairGraphQL: { init: (options: Record<string, unknown>) => given.push(options) },
    });
    expect(given).toHaveLength(1);
    expect(given[0]).toMatchObject({
      endpointURL: 'https://tollgate.example/graphql',
      initialEnvironments: { base: { variables: { token: '' } } },
      initialWindows: EXAMPLES.map(({ name, document }) => ({
        initialName: name,
        initialQuery: document,
        endpointURL: 'https://tollgate.example/graphql',
        subscriptionsEndpoint: 'wss://tollgate.example/graphql',
        initialSubscriptionRequestHandlerId: 'graphql-ws',
        initialSubscriptionsPayload: { authorization: 'Bearer {{token}}' },
        initialHeaders: { Authorization: 'Bearer {{token}}' },
      })),
    });
  });

  it.each([
    '/explorer/package.json',
    '/explorer/../package.json',
    '/explorer/..%2f..%2f..%2fpackage.json',
    '/explorer/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/explorer/..%5c..%5cpackage.json',
    '/explorer/assets/../../index.js',
    '/explorer//etc/passwd',
    '/explorer/assets',
    '/explorer/index.html',
    '/explorer/iframe-sandbox/index.html',
    '/explorer/constructor',
  ])('answers %s with 404 and JSON, for it is no file of the explorer', async (path) => {
    const { status, headers, body } = await read(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
