/** Who asks is whom the last trusted proxy saw; nobody else is believed. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, isForwarded, parseTrustedProxies } from './client-address.ts';

const requestOf = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as never as IncomingMessage;
const addressOf = (setting: string, remoteAddress: string, forwarded?: string) =>
  clientAddress(requestOf(remoteAddress, forwarded), parseTrustedProxies(setting));

describe('without a trusted proxy', () => {
  it.each([
    ['', '203.0.113.5'],
    ['0', '203.0.113.5'],
    // A proxy on this machine is trusted; this one came straight to the port.
    ['1', '203.0.113.5'],
    ['loopback', '203.0.113.5'],
    ['10.0.0.0/8', '203.0.113.5'],
  ])('TRUST_PROXY=%s: what %s claims counts for nothing', (setting, from) => {
    expect(addressOf(setting, from, '198.51.100.1')).toBe(from);
  });
});

describe('behind a trusted proxy', () => {
  it.each([
    ['the last address', 'loopback', '127.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['on IPv6', 'loopback', '::1', '203.0.113.7', '203.0.113.7'],
    ['on IPv4 in the clothes of IPv6', '1', '::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['through a second proxy', '10.0.0.5,loopback', '127.0.0.1', '203.0.113.7, 10.0.0.5', '203.0.113.7'],
    ['through a range', '10.0.0.0/8', '10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['a second proxy nobody named', 'loopback', '127.0.0.1', '203.0.113.7, 10.0.0.5', '10.0.0.5'],
    ['with a port', 'loopback', '127.0.0.1', '203.0.113.7:51234', '203.0.113.7'],
    ['IPv6 in brackets', 'loopback', '127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['IPv6 in brackets with a port', 'loopback', '127.0.0.1', '[2001:db8::7]:51234', '2001:db8::7'],
    ['IPv6 written long', 'loopback', '127.0.0.1', '2001:0DB8:0:0:0:0:0:7', '2001:db8::7'],
    ['IPv4 in the clothes of IPv6', 'loopback', '127.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['nothing', 'loopback', '127.0.0.1', undefined, '127.0.0.1'],
    ['no address', 'loopback', '127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
    ['only proxies', 'loopback', '127.0.0.1', '127.0.0.1', '127.0.0.1'],
  ])('%s counts', (_, setting, from, forwarded, expected) => {
    expect(addressOf(setting, from, forwarded)).toBe(expected);
  });
});

it.each(['yes', 'true', '10.0.0.0/99', 'proxy.example'])('TRUST_PROXY=%s is refused with words', (setting) => {
  expect(() => parseTrustedProxies(setting)).toThrow(`not "${setting}"`);
});

it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'via', 'x-real-ip'])('%s says: forwarded', (name) => {
  expect(isForwarded({ headers: { [name]: 'x' } } as never)).toBe(true);
  expect(isForwarded({ headers: { host: 'localhost' } } as never)).toBe(false);
});
