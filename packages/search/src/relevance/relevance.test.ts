/** The bars of the labelled set: a change of the search that answers it worse fails here. `npm run relevance` says what is worse. */
import { expect, it } from 'vitest';
import { openLabelled } from './corpus.ts';
import { judgeLikenesses, judgeQueries, meanOf } from './measure.ts';

const answers = openLabelled();

it('answers the labelled questions with an nDCG@10 of 0.90 or more', () => {
  expect(meanOf(judgeQueries(answers).map(({ ndcg }) => ndcg))).toBeGreaterThanOrEqual(0.9);
});

it('finds 85 % of duplicates among five, and shows something beside at most 10 % of other drafts', () => {
  const { recall, wrong } = judgeLikenesses(answers);
  expect(recall).toBeGreaterThanOrEqual(0.85);
  expect(wrong).toBeLessThanOrEqual(0.1);
});
