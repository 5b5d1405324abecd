/** The counts on the home page with their words: every kind of subject, then votes and comments. */
import type { Figures } from '@hanoi/core/figure/schema';
import type { Language } from '@hanoi/core/person/schema';
import { kindPaths } from '@hanoi/core/subject/kinds';
import * as home from './home.ts';
import { ofCollections } from './kinds.ts';

/** Each count with what it counts, in the order in which they are shown. */
export function homeCounts(language: Language, figures: Figures): { count: number; words: string }[] {
  const named = ofCollections(language, (words) => words.counted);
  const t = home[language];
  return [
    ...kindPaths.map((path) => ({ count: figures[path], words: named[path] })),
    { count: figures.support, words: t.support },
    { count: figures.comments, words: t.comments },
  ];
}
