import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { Networks } from './networks.js';
import { addressOf, countedAddress, isLoopback, isLoopbackHost } from './client-address.js';

describe('the address of a client', () => {
  it.each(['127.0.0.1', '127.9.8.7', '::1', '::ffff:127.0.0.1'])('%s is of this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each(['10.0.0.1', '::2', '2001:db8::1', '::ffff:10.0.0.1', '', 'localhost'])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:3000', '[::1]:3000'])('%s calls it', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost:3000@evil.example',
    '::1',
    '',
  ])('%s does not', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002:0003:0004:0005:0006', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is counted as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });
});

describe('where a request comes from', () => {
  const from = (remoteAddress: string | undefined, told?: string | string[]): string =>
    addressOf(
      { socket: { remoteAddress } as Socket, headers: { 'x-forwarded-for': told } },
      Networks.of('10.0.0.0/8', '127.0.0.0/8'),
    );

  it.each([
    ['203.0.113.1', undefined, '203.0.113.1'],
    ['203.0.113.1', '198.51.100.7', '203.0.113.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '192.0.2.9, 198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', ['198.51.100.7', '10.0.0.3'], '198.51.100.7'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', 'what?', 'what?'],
    [undefined, '198.51.100.7', ''],
  ])('%s, told %j, is %s', (remote, told, expected) => {
    expect(from(remote, told)).toBe(expected);
  });
});
