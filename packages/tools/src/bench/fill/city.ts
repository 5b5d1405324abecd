/**
 * A city of a given size: 2 solutions, 6 comments and 20 supports for each challenge, spread unevenly. It has no other kinds:
 * what the bench measures costs the same for every kind.
 */
import type { Db } from '@hanoi/core/db/client';
import { transact } from '@hanoi/core/db/transact';
import { activateParts, findRules } from '@hanoi/core/rule/repo';
import { quietSettings, useList } from '@hanoi/core/rule/testing-list';
import { day } from '@hanoi/core/shared/time';
import { sharesOf } from './shares.ts';
import { type ChallengePlan, writeChallenge } from './story.ts';
import { readTexts } from './texts.ts';
import { acting, createChance, makePerson, type World } from './world.ts';

export const per = { solutions: 2, comments: 6, supports: 20 } as const;
/** Challenges written last and left without support, so that anybody may support them under load. */
const untouched = 20;
const oldestDays = 430;

/** What the bench must know of the city to load it. */
export type City = {
  challenges: string[];
  /** The challenge with the longest thread. */
  talkedAbout: string;
  /** Challenges nobody supports yet. */
  untouched: string[];
  /** Open sessions of different people. */
  tokens: string[];
};

/** Writes the city to `db`; `written` is called after each person and challenge, so that the items can be taken. */
export async function fillCity(
  db: Db,
  size: { challenges: number; people: number },
  now: Date,
  written: () => void | Promise<void>,
): Promise<City> {
  const draw = createChance(size.challenges);
  const world: World = { db, texts: await readTexts(draw), now, draw };
  const operator = acting(world, { kind: 'system', name: 'fill' }, now);
  // What is written comes from few texts, and repeats itself: the rules of a new site are in force again afterwards.
  await useList(operator, '', quietSettings());
  const inhabitants = [];
  for (let number = 0; number < size.people; number++) {
    inhabitants.push(await makePerson(world, number));
    await written();
  }
  const people = inhabitants.map(({ person }) => person);
  const plans = planOf(size.challenges, size.people, now, draw);
  const challenges: string[] = [];
  for (const plan of plans) {
    challenges.push(await writeChallenge(world, people, plan));
    await written();
  }
  await transact(operator, activateParts(operator, await findRules(operator, { consistent: true }), 0));
  await written();
  const most = plans.indexOf(plans.reduce((a, b) => (b.comments > a.comments ? b : a)));
  const tokens = inhabitants.map(({ token }) => token);
  return { challenges, talkedAbout: challenges[most]!, untouched: challenges.slice(-untouched), tokens };
}

/** When each challenge is raised, oldest first, and what it and its solutions get. */
function planOf(count: number, people: number, now: Date, draw: () => number): ChallengePlan[] {
  const subjects = count * (1 + per.solutions) - untouched;
  // A popular subject is as often supported as talked about, so both are spread in the same order.
  const supports = sharesOf(count * per.supports, subjects, people);
  const comments = sharesOf(count * per.comments, subjects, 5_000);
  const ranks = shuffled(subjects, draw);
  const next = () => {
    const rank = ranks.pop();
    return { supports: rank === undefined ? 0 : supports[rank]!, comments: rank === undefined ? 0 : comments[rank]! };
  };
  return Array.from({ length: count }, (_, number) => {
    const raisedAt = new Date(now.getTime() - (1 - number / count) * oldestDays * day - 3_600_000);
    const touched = number < count - untouched;
    const solutions = Array.from({ length: per.solutions }, next);
    return { raisedAt, solutions, ...(touched ? next() : { supports: 0, comments: 0 }) };
  });
}

/** The numbers from 0 to `count` − 1 in random order (Fisher–Yates). */
function shuffled(count: number, draw: () => number): number[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [numbers[last], numbers[other]] = [numbers[other]!, numbers[last]!];
  }
  return numbers;
}
