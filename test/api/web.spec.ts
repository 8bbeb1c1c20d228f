import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { webFolder } from '../../src/modules/web/http/web-files.js';
import { startTestServer, type TestServer } from '../support/server.js';

const isBuilt = webFolder() !== null;

describe('the board as it is served', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.stop());

  const get = (path: string, encodings = 'identity'): Promise<Response> =>
    fetch(server.url + path, { redirect: 'manual', headers: { 'accept-encoding': encodings } });
  const headerOf = async (path: string, name: string, encodings?: string): Promise<string | null> =>
    (await get(path, encodings)).headers.get(name);
  const scriptOf = async (): Promise<string> =>
    /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text())?.[1] ?? '';

  (isBuilt ? it.skip : it)('leads from the bare address to the explorer where no board was built', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.get('location')]).toEqual([302, '/explorer/']);
  });

  (isBuilt ? it : it.skip)('answers the bare address and those of all screens with the page', async () => {
    const page = await (await get('/')).text();
    expect(page).toContain('<div id="board">');
    for (const path of [
      '/p/CLAIMS',
      '/p/CLAIMS/reviews?x=1',
      '/i/CLAIMS-1/decide',
      '/inbox',
      '/templates',
      '/sign-in',
    ]) {
      const response = await get(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, page]);
    }
  });

  (isBuilt ? it : it.skip)('allows the page nothing but this server, and no browser to keep it unasked', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  (isBuilt ? it : it.skip)('gives scripts for good, in the best encoding that is accepted', async () => {
    const script = await scriptOf();
    expect(await headerOf(script, 'cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await headerOf(script, 'content-type')).toBe('text/javascript; charset=utf-8');
    expect(await headerOf(script, 'content-encoding')).toBeNull();
    expect(await headerOf(script, 'content-encoding', 'gzip, deflate, br')).toBe('br');
    expect(await headerOf(script, 'content-encoding', 'gzip, br;q=0')).toBe('gzip');
    const plain = await (await get(script)).text();
    expect(await (await get(script, 'gzip')).text()).toBe(plain);
    expect(await (await get(script, 'br')).text()).toBe(plain);
  });

  it('serves nothing else, however it is spelled', async () => {
    for (const path of [
      '/assets/none.js',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/index.html',
      '/web/dist/index.html',
      '/nothing',
    ]) {
      const { status } = await get(path);
      expect([path, status]).toEqual([path, 404]);
    }
  });
});
