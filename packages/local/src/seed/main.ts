/** The demo: real problems of Hanoi, told through the services, the same in every run. */
import pMap from 'p-map';
import { readContent } from './content.ts';
import { makeOrganisations, makePeople } from './people.ts';
import { tellChallenge } from './story.ts';

const oldest = 430;

/** Fills an empty table. Times are told back from `now`. */
export async function seedDemo({ now = new Date() }: { now?: Date } = {}): Promise<{ challenges: number }> {
  const { organisations, names, challenges } = await readContent();
  const since = new Date(now.getTime() - oldest * 86_400_000);
  const people = await makePeople(names, since);
  const members = await makeOrganisations(organisations, people, since);
  await pMap(challenges, (challenge) => tellChallenge({ now, people, members }, challenge), { concurrency: 6 });
  return { challenges: challenges.length };
}
