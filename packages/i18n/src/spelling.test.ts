/** Typographic slips and words that mean another thing than they should: what an editor strikes out, in both languages. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const modules: object[] = await Promise.all(files.map((file) => import(`./${file}`)));

/** All texts below `words`; of those that are made of values, what stands around these. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function')
    return [...String(words).matchAll(/`([^`]*)`/g)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, '1'));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}
const inLanguage = (language: 'vi' | 'en') =>
  modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, words]) =>
      textsOf(name === language ? words : (words as Record<string, unknown> | undefined)?.[language]),
    ),
  );

const slips: Record<'vi' | 'en', RegExp[]> = {
  vi: [
    / {2}|\.\.\.| [,.;:?!%]|"/u,
    // Reserved for what comes later, or said otherwise in the city's documents.
    /đề tài|lấy ý kiến|tham vấn/iu,
    // One word for one thing.
    /bản nháp bạn gõ dở|công dân|\bvote\b/iu,
  ],
  en: [/ {2}|\.\.\.| [,.;:?!%]|"|\w'\w/u, /\bcan not\b/iu, /\bvot(?:e|es|ing)\b/iu],
};

it.each(['vi', 'en'] as const)('the words in %s have none', (language) => {
  const texts = inLanguage(language);
  expect(texts.length).toBeGreaterThan(400);
  expect(texts.filter((text) => slips[language].some((slip) => slip.test(text)))).toEqual([]);
});
