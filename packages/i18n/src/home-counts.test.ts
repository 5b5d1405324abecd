/** The home page counts every kind there is, by its own name. */
import { noFigures } from '@hanoi/core/figure/rules';
import { kinds, subjectKinds } from '@hanoi/core/subject/kinds';
import { expect, it } from 'vitest';
import { homeCounts } from './home-counts.ts';
import { ofKinds } from './kinds.ts';

it.each(subjectKinds)('a %s is counted', (kind) => {
  const counted = homeCounts('vi', { ...noFigures(), [kinds[kind].path]: 7 }).filter(({ count }) => count > 0);
  expect(counted).toEqual([{ count: 7, words: ofKinds('vi', (words) => words.counted)[kind] }]);
});

it('votes and comments follow, and no two counts have one name', () => {
  const figures = { ...noFigures(), challenges: 1, solutions: 2, support: 3, comments: 4 };
  for (const language of ['vi', 'en'] as const) {
    const shown = homeCounts(language, figures);
    expect(new Set(shown.map(({ words }) => words)).size).toBe(shown.length);
    expect(shown.slice(-2).map(({ count }) => count)).toEqual([3, 4]);
  }
  expect(homeCounts('en', figures).slice(0, 2)).toEqual([
    { count: 1, words: 'challenges' },
    { count: 2, words: 'solutions' },
  ]);
});
