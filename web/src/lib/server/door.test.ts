import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, cameByDoor, doorHeaders } from './door.ts';

const asked = (headers: Record<string, string>) => ({
  request: new Request('https://hanoi.test/', { headers }),
  getClientAddress: () => '198.51.100.1',
});

afterEach(() => {
  delete process.env.ORIGIN_SECRET;
});

describe('behind a door', () => {
  it.each([
    ['no secret', {}, false],
    ['a wrong one', { 'x-origin-secret': 'secre' }, false],
    ['another of the same length', { 'x-origin-secret': 'secreT' }, false],
    ['the right one', { 'x-origin-secret': 'secret' }, true],
  ])('%s', (_, headers, isIn) => {
    process.env.ORIGIN_SECRET = 'secret';
    expect(cameByDoor(asked(headers as Record<string, string>))).toBe(isIn);
  });

  it('the reader is where the door saw them, and the API is told so', () => {
    process.env.ORIGIN_SECRET = 'secret';
    const event = asked({ 'x-origin-secret': 'secret', 'x-viewer-address': '203.0.113.5' });
    expect(addressOf(event)).toBe('203.0.113.5');
    expect(doorHeaders(event)).toEqual({ 'x-origin-secret': 'secret', 'x-viewer-address': '203.0.113.5' });
  });
});

it('without a door everybody is in, and nobody is believed', () => {
  const event = asked({ 'x-viewer-address': '203.0.113.5' });
  expect(cameByDoor(event)).toBe(true);
  expect(addressOf(event)).toBe('198.51.100.1');
  expect(doorHeaders(event)).toEqual({});
});
