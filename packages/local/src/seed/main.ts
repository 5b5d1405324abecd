/** The demo: real problems of Hanoi, told through the services, the same in every run. */
import { connectDb, type Db } from '@hanoi/core/db/client';
import { day } from '@hanoi/core/shared/time';
import pMap from 'p-map';
import type { Cast } from './cast.ts';
import { readContent } from './content.ts';
import { makeOrganisations, makePeople } from './people.ts';
import type { Gallery } from './pictures.ts';
import { tellChallenge } from './story.ts';
import { thriftyTable } from './thrifty-table.ts';

const oldestDays = 430;
/** Challenges told at a time: enough that there is always something to write together. */
const toldAtOnce = 16;

/** Fills an empty table, and a file store with its pictures. Times are told back from `now`. */
export async function seedDemo(gallery: Gallery, now = new Date()): Promise<{ challenges: number }> {
  const { challenges } = await readContent();
  const cast = await makeCast(thriftyTable(connectDb()), gallery, now);
  await pMap(challenges, (challenge) => tellChallenge(cast, challenge), { concurrency: toldAtOnce });
  return { challenges: challenges.length };
}

/** Everybody the stories need, in `db`. */
export async function makeCast(db: Db, gallery: Gallery, now: Date): Promise<Cast> {
  const { organisations, names } = await readContent();
  const since = new Date(now.getTime() - oldestDays * day);
  const people = await makePeople(db, names, since);
  const members = await makeOrganisations(db, organisations, people, since);
  return { db, now, gallery, people, members };
}
