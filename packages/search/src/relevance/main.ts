/** `npm run relevance`: how well the labelled questions are answered, by their sort of difficulty, and the worst of them. */
import { openLabelled } from './corpus.ts';
import { judgeLikenesses, judgeQueries, meanOf } from './measure.ts';

const most = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 15;
const answers = openLabelled();
const judged = judgeQueries(answers);
const line = (text: string) => process.stdout.write(`${text}\n`);

line(`nDCG@10 ${meanOf(judged.map(({ ndcg }) => ndcg)).toFixed(3)} over ${judged.length} questions`);
for (const [why, some] of Map.groupBy(judged, (one) => one.why))
  line(`  ${meanOf(some.map(({ ndcg }) => ndcg)).toFixed(2)}  ${why} (${some.length})`);
line('The worst:');
for (const { q, why, ndcg } of judged.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, most))
  line(`  ${ndcg.toFixed(2)}  ${q}  (${why})`);

const { recall, missed, wrong, wronged } = judgeLikenesses(answers);
line(
  `Drafts: ${(100 * recall).toFixed(0)} % of duplicates found; ${(100 * wrong).toFixed(0)} % of others shown something`,
);
for (const title of missed.slice(0, most)) line(`  missed: ${title}`);
for (const title of wronged.slice(0, most)) line(`  wrong: ${title}`);
