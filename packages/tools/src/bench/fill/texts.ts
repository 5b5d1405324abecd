/** Texts for a city of any size, put together from the sentences of the demo. */
import { wardNames } from '@hanoi/core/ward/names';
import { readContent } from '@hanoi/local/seed/content';

export type Texts = {
  people: { family: string[]; middle: string[]; given: string[] };
  titles: string[];
  summaries: string[];
  bodies: string[];
  comments: string[];
  tags: string[][];
  wards: string[];
};

/** Bodies and comments made of the demo's sentences; as people quote and repeat themselves, they are not all different. */
const bodyCount = 1_000;
const commentCount = 2_000;

/** The texts, always the same for the same demo and `draw`. */
export async function readTexts(draw: () => number): Promise<Texts> {
  const { names, challenges } = await readContent();
  const solutions = challenges.flatMap((challenge) => challenge.solutions);
  const all = [...challenges, ...solutions];
  const sentences = all.flatMap(({ body }) => body.split(/(?<=[.!?])\s+/)).filter((text) => text.length > 30);
  const parts = [names.elder, names.adult, names.young].flatMap(({ m, f }) => [m, f]);
  const some = (count: number, joint: string) =>
    Array.from({ length: count }, () => sentences[Math.floor(draw() * sentences.length)]).join(joint);
  return {
    people: {
      family: names.family,
      middle: parts.flatMap(({ middle }) => middle),
      given: parts.flatMap(({ given }) => given),
    },
    titles: all.map(({ title }) => title),
    summaries: all.map(({ summary }) => summary),
    bodies: Array.from({ length: bodyCount }, () => some(8 + Math.floor(draw() * 12), draw() < 0.5 ? ' ' : '\n\n')),
    comments: Array.from({ length: commentCount }, () => some(1 + Math.floor(draw() * 3), ' ')),
    tags: challenges.map(({ tags }) => tags),
    wards: Object.keys(wardNames),
  };
}
