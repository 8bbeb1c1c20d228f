import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answer, hang, reset, stall, startReceiver, type Receiver } from '../../../test/support/receiver.js';
import { Networks } from './networks.js';
import { OutgoingFailure, OutgoingHttp, type LookupAll, type OutgoingRequest } from './outgoing-http.js';

const LOOPBACK = Networks.of('127.0.0.0/8', '::1/128');

/** A name server that knows one name, and counts how often it is asked. */
const nameServer = (...addresses: readonly string[]): LookupAll & { asked: number } => {
  const lookup: LookupAll & { asked: number } = Object.assign(
    ((_host, _options, callback) => {
      lookup.asked += 1;
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as LookupAll,
    { asked: 0 },
  );
  return lookup;
};

const asked = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'POST',
  url,
  body: '{"a":"ü"}',
  timeoutMs: 20_000,
  maxBytes: 100,
  ...more,
});

const failureOf = async (http: OutgoingHttp, request: OutgoingRequest): Promise<OutgoingFailure> => {
  try {
    await http.request(request);
  } catch (error) {
    expect(error).toBeInstanceOf(OutgoingFailure);
    return error as OutgoingFailure;
  }
  throw new Error('it did not fail');
};

describe('what is refused before anybody is asked', () => {
  const http = new OutgoingHttp();

  it.each([
    'https://127.0.0.1/',
    'https://127.0.0.1:8443/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[2002:a00:1::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[ff02::1]/',
    'https://0.0.0.0/',
    'https://0/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://017700000001/',
    'https://127.1/',
    'https://127。0。0。1/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://hooks.localhost/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.0.1/',
    'https://255.255.255.255/',
    'https://224.0.0.1/',
    'https://user:pass@hooks.example.org/',
    'https://user@hooks.example.org/',
    'http://93.184.216.34/',
    'http://hooks.example.org/',
    'https://hooks.example.org:22/',
    'https://hooks.example.org:0/',
    'https://hooks.example.org:70000/',
    'file:///etc/passwd',
    'ftp://hooks.example.org/',
    'javascript:alert(1)',
    'https://',
    'https:///',
    'hooks.example.org',
    '',
  ])('%s', async (url) => {
    expect(http.problemOf(url)).not.toBeNull();
    expect(await failureOf(http, asked(url))).toMatchObject({ problem: 'REFUSED_ADDRESS' });
  });

  it.each([
    'https://hooks.example.org/a?b=c',
    'https://hooks.example.org:8443/',
    'https://93.184.216.34/',
    'https://[2606:4700::1]/',
    'https://mylocalhost/',
  ])('%s is not', (url) => {
    expect(http.problemOf(url)).toBeNull();
  });

  it('an allowed network may be called, at any port and without https', () => {
    const inside = new OutgoingHttp(Networks.of('10.1.0.0/16', 'fd00:1::/32'));
    for (const url of [
      'http://10.1.2.3:81/',
      'https://10.1.2.3/',
      'http://[fd00:1::2]/',
      'http://[::ffff:10.1.2.3]/',
    ]) {
      expect(inside.problemOf(url)).toBeNull();
    }
    expect(inside.problemOf('http://10.2.0.1/')).not.toBeNull();
    expect(inside.problemOf('http://localhost/')).not.toBeNull();
    expect(new OutgoingHttp(LOOPBACK).problemOf('http://localhost:3000/')).toBeNull();
    // Whether the name leads into the allowed network shows when it is called.
    expect(inside.problemOf('http://intranet.example.org/')).toBeNull();
  });
});

describe('a request', () => {
  let receiver: Receiver;
  const http = new OutgoingHttp(LOOPBACK);

  beforeEach(async () => {
    receiver = await startReceiver();
  });

  afterEach(async () => {
    await receiver.stop();
  });

  it('sends what is to be sent, and gives status, headers and body', async () => {
    receiver.script(answer(201, { 'x-made': 'yes' }, 'done'));
    const got = await http.request(asked(receiver.url, { headers: { 'content-type': 'application/json' } }));
    expect(got).toMatchObject({ status: 201, headers: { 'x-made': 'yes' }, body: Buffer.from('done') });
    expect(got.durationMs).toBeGreaterThanOrEqual(0);
    expect(receiver.received).toMatchObject([
      { method: 'POST', body: '{"a":"ü"}', headers: { 'content-type': 'application/json', 'content-length': '10' } },
    ]);
  });

  it('fails in words of its own where a header cannot be written, and does not repeat it', async () => {
    const failure = await failureOf(http, asked(receiver.url, { headers: { authorization: 'Bearer hunter2\n' } }));
    expect(failure).toMatchObject({ problem: 'NO_HTTP', message: expect.stringContaining('could not be written') });
    expect(failure.message).not.toContain('hunter2');
    expect(receiver.received).toEqual([]);
  });

  it('needs no body', async () => {
    const { body, ...rest } = asked(receiver.url, { method: 'GET' });
    expect(body).toBeDefined();
    expect(await http.request(rest)).toMatchObject({ status: 204 });
  });

  it('follows no redirect', async () => {
    receiver.script(answer(302, { location: receiver.url }));
    expect(await http.request(asked(receiver.url))).toMatchObject({ status: 302 });
    expect(receiver.received).toHaveLength(1);
  });

  it('does not wait longer than told: neither for an answer nor for its end', async () => {
    receiver.script(hang, stall);
    expect(await failureOf(http, asked(receiver.url, { timeoutMs: 100 }))).toMatchObject({ problem: 'TIME_OUT' });
    expect(await failureOf(http, asked(receiver.url, { timeoutMs: 100 }))).toMatchObject({ problem: 'TIME_OUT' });
  });

  it('tells of a connection that broke off, and of one that nobody took', async () => {
    receiver.script(reset, (response) => {
      response.writeHead(200, { 'content-length': '10' }).write('x');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    expect(await failureOf(http, asked(receiver.url))).toMatchObject({ problem: 'RESET' });
    expect(await failureOf(http, asked(receiver.url))).toMatchObject({ problem: 'RESET' });
    await receiver.stop();
    expect(await failureOf(http, asked(receiver.url))).toMatchObject({ problem: 'UNREACHABLE' });
    receiver = await startReceiver();
  });

  it('tells of TLS that is none, and of HTTP that is none, and names no more than the host', async () => {
    const secure = `${receiver.url.replace('http:', 'https:')}/secret-path`;
    const failure = await failureOf(http, asked(secure));
    expect(failure.problem).toBe('TLS');
    expect(failure.message).not.toContain('secret-path');
    receiver.script((response) => response.socket?.end('hello\r\n\r\n'));
    expect(await failureOf(http, asked(receiver.url))).toMatchObject({ problem: 'NO_HTTP' });
  });

  it('reads no more than it may: a longer answer fails, or is cut', async () => {
    receiver.always(answer(200, {}, 'x'.repeat(101)));
    expect(await failureOf(http, asked(receiver.url))).toMatchObject({ problem: 'TOO_LARGE' });
    expect((await http.request(asked(receiver.url, { maxBytes: 101 }))).body).toHaveLength(101);
    expect((await http.request(asked(receiver.url, { cut: true }))).body).toHaveLength(100);
    receiver.script((response) => response.writeHead(200).write('x'.repeat(200_000)));
    expect((await http.request(asked(receiver.url, { cut: true }))).body).toHaveLength(100);
  });

  it('checks every address a name leads to, and asks for them once', async () => {
    const url = `http://hooks.example.org:${receiver.port}/hook`;
    const right = nameServer('127.0.0.1');
    expect(await new OutgoingHttp(LOOPBACK, right).request(asked(url))).toMatchObject({ status: 204 });
    expect(right.asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`hooks.example.org:${receiver.port}`);
    for (const addresses of [['10.0.0.1'], ['127.0.0.1', '169.254.169.254'], ['93.184.216.34'], ['nonsense']]) {
      const failure = await failureOf(new OutgoingHttp(LOOPBACK, nameServer(...addresses)), asked(url));
      expect(failure.problem).toBe('REFUSED_ADDRESS');
    }
    for (const address of ['127.0.0.1', '::1', '::ffff:10.0.0.1', '100.64.1.1']) {
      const failure = await failureOf(
        new OutgoingHttp(undefined, nameServer(address)),
        asked(`https://hooks.example.org:${receiver.port}/hook`),
      );
      expect(failure.problem).toBe('REFUSED_ADDRESS');
    }
    expect(receiver.received).toHaveLength(1);
  });

  it('tells of a name that leads nowhere', async () => {
    const failure = await failureOf(new OutgoingHttp(LOOPBACK, nameServer()), asked('https://hooks.example.org/'));
    expect(failure).toMatchObject({ problem: 'UNKNOWN_HOST' });
  });
});
