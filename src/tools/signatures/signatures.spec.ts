import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { instantOf } from '../../domain/basics/instant.js';
import { bodyKey, headerKey } from './delivery-key.js';
import { isHmacHex, isOneOf } from './hmac.js';
import { authenticateStandardWebhook } from './standard-webhooks.js';

const NOW = 1_764_000_000_000;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_AAKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = Buffer.from('{"title":"Größe – 你好 🚀"}');
const AT = String(NOW / 1000);

const signed = (secret: string, seconds = NOW / 1000, body: Buffer = BODY): string =>
  new Webhook(secret).sign('msg_1', new Date(seconds * 1000), body);

const asked = (headers: Record<string, string>, secrets = [SECRET], now = NOW, body: Uint8Array = BODY): string => {
  const verdict = authenticateStandardWebhook({ headers, body }, secrets, instantOf(now));
  return verdict.ok ? 'OK' : verdict.why;
};

const headers = (signature: string, timestamp = AT): Record<string, string> => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': timestamp,
  'webhook-signature': signature,
});

describe('Standard Webhooks', () => {
  it('takes what the package signs', () => {
    expect(asked(headers(signed(SECRET)))).toBe('OK');
    expect(asked(headers(signed(SECRET)), [SECRET.slice('whsec_'.length)])).toBe('OK');
  });

  it('takes one of several signatures, with one of several secrets', () => {
    expect(asked(headers(`${signed(OTHER)} v1a,x ${signed(SECRET)}`))).toBe('OK');
    expect(asked(headers(`${signed(OTHER)}, ${signed(SECRET)}`))).toBe('OK');
    expect(asked(headers(signed(OTHER)), [SECRET, OTHER])).toBe('OK');
  });

  it('refuses another secret, another body, another id and another version', () => {
    expect(asked(headers(signed(OTHER)))).toBe('WRONG');
    expect(asked(headers(signed(SECRET)), [SECRET], NOW, Buffer.from('{}'))).toBe('WRONG');
    expect(asked({ ...headers(signed(SECRET)), 'webhook-id': 'msg_2' })).toBe('WRONG');
    expect(asked(headers(signed(SECRET).replace('v1,', 'v2,')))).toBe('WRONG');
    expect(asked(headers(''))).toBe('MISSING');
    expect(asked(headers('v1,'))).toBe('WRONG');
    expect(asked(headers(signed(SECRET)), [])).toBe('WRONG');
  });

  it('refuses bytes that only decode to the ones that were signed', () => {
    const decoded = Buffer.from('"\ufffd"');
    expect(asked(headers(signed(SECRET, NOW / 1000, decoded)), [SECRET], NOW, decoded)).toBe('OK');
    expect(asked(headers(signed(SECRET, NOW / 1000, decoded)), [SECRET], NOW, Buffer.from([34, 255, 34]))).toBe(
      'WRONG',
    );
  });

  it('lets an empty secret admit nobody', () => {
    const mac = createHmac('sha256', '').update(`msg_1.${AT}.`).update(BODY).digest('base64');
    expect(asked(headers(`v1,${mac}`), ['', 'whsec_'])).toBe('WRONG');
  });

  it('takes five minutes before and after, and not a second more', () => {
    for (const [seconds, verdict] of [
      [-301, 'STALE'],
      [-300, 'OK'],
      [300, 'OK'],
      [301, 'STALE'],
    ] as const) {
      const then = NOW / 1000 + seconds;
      expect(asked(headers(signed(SECRET, then), String(then)))).toBe(verdict);
    }
  });

  it('wants its timestamp in digits, even where it is signed', () => {
    const mac = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64'))
      .update('msg_1.soon.')
      .update(BODY);
    expect(asked(headers(`v1,${mac.digest('base64')}`, 'soon'))).toBe('WRONG');
  });

  it('names all headers that are missing', () => {
    expect(authenticateStandardWebhook({ headers: {}, body: BODY }, [SECRET], instantOf(NOW))).toEqual({
      ok: false,
      why: 'MISSING',
      message: 'The delivery has no header webhook-id, webhook-timestamp, webhook-signature.',
    });
  });
});

describe('an HMAC in hexadecimal', () => {
  const mac = createHmac('sha256', 's3cr3t').update(BODY).digest('hex');

  it('is that of one of the secrets', () => {
    expect(isHmacHex(mac, BODY, ['old', 's3cr3t'])).toBe(true);
    expect(isHmacHex(mac.toUpperCase(), BODY, ['s3cr3t'])).toBe(true);
    expect(isHmacHex(createHmac('sha512', 's').update(BODY).digest('hex'), BODY, ['s'], 'sha512')).toBe(true);
  });

  it('is of these bytes, whole, and not of an empty secret', () => {
    expect(isHmacHex(mac, BODY, ['other'])).toBe(false);
    expect(isHmacHex(mac.slice(0, 10), BODY, ['s3cr3t'])).toBe(false);
    expect(isHmacHex(`${mac}zz`, BODY, ['s3cr3t'])).toBe(false);
    expect(isHmacHex('', BODY, ['s3cr3t'])).toBe(false);
    expect(isHmacHex(createHmac('sha256', '').update(BODY).digest('hex'), BODY, [''])).toBe(false);
  });
});

it('a token is one of the secrets, and an empty one is none', () => {
  expect([isOneOf('a', ['b', 'a']), isOneOf('A', ['a']), isOneOf('', ['']), isOneOf('', [])]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('a delivery is known by its id, else by its bytes', () => {
  const body = Buffer.from('x');
  const hash = 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
  expect(headerKey({ headers: { 'x-id': ' w-1 ' }, body }, 'x-id')).toBe('w-1');
  expect(headerKey({ headers: { 'x-id': ' ' }, body }, 'x-id')).toBe(hash);
  expect(headerKey({ headers: {}, body }, 'x-id')).toBe(hash);
  expect(headerKey({ headers: { 'x-id': 'x'.repeat(201) }, body }, 'x-id')).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(bodyKey({ headers: {}, body })).toBe(hash);
});
