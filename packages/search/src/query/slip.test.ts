/** Slips are told from other words. */
import { describe, expect, it } from 'vitest';
import { slipOf } from './slip.ts';

describe('a slip', () => {
  it('is likeliest where both sound the same', () => {
    expect(slipOf('giac', 'rac')).toBe(4);
    expect(slipOf('xan', 'san')).toBe(4);
    expect(slipOf('bin', 'pin')).toBe(4);
  });

  it.each([
    ['a doubled letter', 'chunng', 'chung'],
    ['letters that changed places', 'tahng', 'thang'],
    ['a dropped letter', 'karaok', 'karaoke'],
    ['the key beside it', 'ngao', 'ngap'],
  ])('is %s', (_, typed, meant) => expect(slipOf(typed, meant)).toBeGreaterThanOrEqual(1.5));

  it('is less likely with a key far away, and with the first letters swapped', () => {
    expect(slipOf('smart', 'start')).toBeLessThan(1.5);
    expect(slipOf('alon', 'loan')).toBeLessThan(1.5);
  });

  it('is not what differs in more', () => {
    expect(slipOf('cong', 'duong')).toBe(0);
    expect(slipOf('hen', 'em')).toBe(0);
  });
});
