/** Links that are too many, shortened, or in a first text. */
import { expect, it } from 'vitest';
import { findLinks, linksIn } from './link.ts';

const settings = { on: true, most: 2, firstPost: true, shorteners: ['bit.ly', 't.co'] };
const rules = (text: string, isFirst = false) =>
  findLinks(text, settings, isFirst).map(({ rule, words }) => [rule, words]);

it('counts links, not e-mail addresses', () => {
  expect(rules('https://hanoi.gov.vn và hanoi.gov.vn, a@b.vn')).toEqual([]);
  expect(rules('a.vn b.com https://c.org')).toEqual([['link-count', 'https://c.org']]);
});

it('knows shorteners, with and without https://', () => {
  expect(rules('Xem https://bit.ly/3x')).toEqual([['link-shortener', 'https://bit.ly/3x']]);
  expect(rules('Xem bit.ly/3x, t.co/y')).toHaveLength(2);
  expect(rules('Xem robit.ly/3x')).toEqual([]);
});

it('sees the first link of a first text', () => {
  expect(rules('Xem a.vn, b.vn', true)).toEqual([['link-first-post', 'a.vn']]);
  expect(rules('Xem ngõ 5.Nhà tôi', true)).toEqual([]);
});

it('takes what is left of a masked address for no link', () => {
  expect(rules('Viết cho l***@example.vn nhé', true)).toEqual([]);
});

it('is silent when switched off', () => {
  expect(findLinks('bit.ly/a', { ...settings, on: false }, true)).toEqual([]);
});

it('reads 100,000 characters of links', () => expect(linksIn('a.vn '.repeat(20_000)).length).toBeGreaterThan(1_000));
