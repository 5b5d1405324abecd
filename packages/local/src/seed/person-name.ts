/** What the people of the demo are called, and how old their names make them: names have their time, and their sex. */
import { pick } from './world.ts';

export const generations = ['elder', 'adult', 'young'] as const;
export type Generation = (typeof generations)[number];
export const sexes = ['m', 'f'] as const;
export type Sex = (typeof sexes)[number];

type Parts = { middle: string[]; given: string[] };
export type Names = { family: string[] } & Record<Generation, Record<Sex, Parts>>;

/** Who somebody is, as far as their name tells it. */
export type Trait = { generation: Generation; sex: Sex };

/** From these ages on somebody is called like an elder, and like an adult. */
const ages = { elder: 56, adult: 28 };

/** The generation whose names somebody of `age` years has. */
export function generationOf(age: number): Generation {
  if (age >= ages.elder) return 'elder';
  return age >= ages.adult ? 'adult' : 'young';
}

/** Of those who speak for organisations nobody is a pupil, and few are retired. */
const ofMembers: readonly Generation[] = ['adult', 'adult', 'adult', 'elder'];

/** Who the person of this number is, the same every time. */
export function traitOf(number: number, isMember: boolean): Trait {
  const from = isMember ? ofMembers : generations;
  return { generation: pick(from, `generation ${number}`), sex: pick(sexes, `sex ${number}`) };
}

/** The name of the person of this number. */
export function nameOf(names: Names, number: number, { generation, sex }: Trait): string {
  const { middle, given } = names[generation][sex];
  const parts = [names.family, middle, given].map((part, index) => pick(part, `name ${number} ${index}`));
  return parts.join(' ');
}
