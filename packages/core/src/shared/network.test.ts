/** Addresses as they come, and the network each is counted by. */
import { expect, it } from 'vitest';
import { isPublicAddress, networkOf } from './network.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%j is counted by %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::9', '2001:db8:0::/48'],
  ['unknown', 'unknown'],
])('%j is in the wider network %j', (address, network) => {
  expect(networkOf(address, { v4: 24, v6: 48 })).toBe(network);
});

it.each([
  '127.0.0.1',
  '::1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '::ffff:127.0.0.1',
  'fd00::1',
  'fe80::1%eth0',
  '',
  'unknown',
])('%j says nothing of where somebody is', (address) => expect(isPublicAddress(address)).toBe(false));

it.each(['203.0.113.7', '172.32.0.1', '::ffff:203.0.113.7', '2001:db8::1'])('%j does', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);
