import { ruleOf } from '@hanoi/core/decision/rules-of-conduct';
import { reportReasons } from '@hanoi/core/report/schema';
import { expect, it } from 'vitest';
import { conductSections, en, sectionOf, vi } from './conduct.ts';

it('numbers the sections of the page as decisions do', () => {
  expect([...conductSections].sort()).toEqual([...reportReasons].sort());
  const now = new Date();
  for (const reason of reportReasons) expect(String(sectionOf(reason))).toBe(ruleOf(reason, now));
});

it('says how long one may ask for another look', () => {
  expect([vi.again.text, en.again.text].map((text) => /\b30\b/.test(text))).toEqual([true, true]);
});
