import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, cameThroughEdge, edgeHeaders } from './edge.ts';

const asked = (headers: Record<string, string>) => ({
  request: new Request('https://hanoi.test/', { headers }),
  getClientAddress: () => '198.51.100.1',
});

afterEach(() => {
  delete process.env.ORIGIN_SECRET;
  delete process.env.ORIGIN_SECRET_ALSO;
});

describe('behind the edge', () => {
  it.each([
    ['no secret', {}, false],
    ['a wrong one', { 'x-origin-secret': 'secre' }, false],
    ['another of the same length', { 'x-origin-secret': 'secreT' }, false],
    ['the right one', { 'x-origin-secret': 'secret' }, true],
  ])('%s', (_, headers, isIn) => {
    process.env.ORIGIN_SECRET = 'secret';
    expect(cameThroughEdge(asked(headers as Record<string, string>))).toBe(isIn);
  });

  it('two secrets are taken while one replaces the other; the first is the one that is sent', () => {
    Object.assign(process.env, { ORIGIN_SECRET: 'secret', ORIGIN_SECRET_ALSO: 'next' });
    const came = (given: string) => cameThroughEdge(asked({ 'x-origin-secret': given }));
    expect([came('secret'), came('next'), came('nexT'), came('')]).toEqual([true, true, false, false]);
    expect(edgeHeaders(asked({}))).toMatchObject({ 'x-origin-secret': 'secret' });
  });

  it('the address is the one that the edge saw, and goes on to the API', () => {
    process.env.ORIGIN_SECRET = 'secret';
    const event = asked({ 'x-origin-secret': 'secret', 'x-viewer-address': '203.0.113.5' });
    expect(addressOf(event)).toBe('203.0.113.5');
    expect(edgeHeaders(event)).toEqual({ 'x-origin-secret': 'secret', 'x-viewer-address': '203.0.113.5' });
  });
});

it('without a secret every request is let in, and no address in a header is believed', () => {
  const event = asked({ 'x-viewer-address': '203.0.113.5' });
  expect(cameThroughEdge(event)).toBe(true);
  expect(addressOf(event)).toBe('198.51.100.1');
  expect(edgeHeaders(event)).toEqual({});
});
