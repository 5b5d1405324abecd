/** The demo content: its shape, and reading it. It has challenges and solutions; a kind that comes later adds its own content. */

import { type ProgrammeCode, programmeCodeSchema } from '@hanoi/core/programme/schema';
import { organisationKinds } from '@hanoi/core/shared/membership';
import { z } from '@hanoi/core/shared/zod';
import { sexes } from './person-name.ts';

// Loaded one by one, so that the content stays out of a start that needs none of it.
const programmeFiles = [
  () => import('./content/p1.json', { with: { type: 'json' } }),
  () => import('./content/p2.json', { with: { type: 'json' } }),
  () => import('./content/p3.json', { with: { type: 'json' } }),
  () => import('./content/p4.json', { with: { type: 'json' } }),
  () => import('./content/p5.json', { with: { type: 'json' } }),
  () => import('./content/p6.json', { with: { type: 'json' } }),
  () => import('./content/p7.json', { with: { type: 'json' } }),
  () => import('./content/p8.json', { with: { type: 'json' } }),
  () => import('./content/p9.json', { with: { type: 'json' } }),
];

const stance = z.enum(['for', 'against', 'neutral']);
/** Somebody who has spoken before: the subject's author, who began the thread, or who raised the challenge answered. */
const voice = z.enum(['author', 'opener', 'challenger']);
/** What the words give away of whoever says them, who then has a name of that age and sex. */
const said = { age: z.number().optional(), sex: z.enum(sexes).optional() };
const reply = z.object({
  ...said,
  stance,
  body: z.string(),
  organisation: z.string().nullish(),
  by: voice.optional(),
});
const comment = reply.extend({ replies: z.array(reply).default([]) });

/** A drawing by the name of its file, and what it shows for those who can't see it. */
const picture = z.object({ file: z.string(), alt: z.string() });

const solution = z.object({
  ...said,
  key: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  pictures: z.array(picture).default([]),
  organisation: z.string().nullish(),
  tags: z.array(z.string()).default([]),
  ageDays: z.number(),
  status: z.enum(['submitted', 'draft', 'withdrawn']),
  popularity: z.number(),
  comments: z.array(comment).default([]),
});

const challenge = z.object({
  ...said,
  key: z.string(),
  kind: z.enum(['raised', 'launched']),
  organisation: z.string().nullish(),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  pictures: z.array(picture).default([]),
  tags: z.array(z.string()),
  ward: z.string().nullable(),
  pin: z.boolean().default(false),
  ageDays: z.number(),
  closesInDays: z.number().nullish(),
  status: z.enum(['open', 'closed']),
  closeReason: z.string().nullish(),
  popularity: z.number(),
  solutions: z.array(solution).default([]),
  comments: z.array(comment).default([]),
});

const programmeFile = z.object({ programme: programmeCodeSchema, challenges: z.array(challenge) });
const organisation = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  about: z.string(),
});
const parts = z.object({ middle: z.array(z.string()), given: z.array(z.string()) });
const ofGeneration = z.object({ m: parts, f: parts });
const names = z.object({ family: z.array(z.string()), elder: ofGeneration, adult: ofGeneration, young: ofGeneration });

export type Voice = z.output<typeof voice>;
export type SeedPicture = z.output<typeof picture>;
export type SeedReply = z.output<typeof reply>;
export type SeedComment = z.output<typeof comment>;
export type SeedSolution = z.output<typeof solution>;
export type SeedChallenge = z.output<typeof challenge> & { programme: ProgrammeCode };
export type SeedOrganisation = z.output<typeof organisation>;

/** All demo content, checked. */
export async function readContent() {
  const programmes = await Promise.all(programmeFiles.map(async (load) => programmeFile.parse((await load()).default)));
  const { default: organisations } = await import('./content/organisations.json', { with: { type: 'json' } });
  const { default: namesFile } = await import('./content/names.json', { with: { type: 'json' } });
  return {
    organisations: z.array(organisation).parse(organisations),
    names: names.parse(namesFile),
    challenges: programmes.flatMap(({ programme, challenges }) =>
      challenges.map((one): SeedChallenge => ({ ...one, programme })),
    ),
  };
}
