/** The people and organisations of the demo. */
import type { Db } from '@hanoi/core/db/client';
import { accountOf } from '@hanoi/core/identity/service';
import { addMember, foundOrganisation } from '@hanoi/core/organisation/service';
import { actorOf, findPerson } from '@hanoi/core/person/repo';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { OrganisationRef } from '@hanoi/core/shared/membership';
import pMap from 'p-map';
import type { SeedOrganisation } from './content.ts';
import { acting, pick } from './world.ts';

const peopleCount = 300;
const membersEach = 3;
const system = { kind: 'system', name: 'demo seed' } as const;

type Names = { family: string[]; middle: string[]; given: string[] };

/** Makes 300 people through the sign-in of an electronic identity. */
export async function makePeople(db: Db, names: Names, since: Date): Promise<PersonActor[]> {
  const numbers = Array.from({ length: peopleCount }, (_, number) => number);
  return pMap(
    numbers,
    async (number) => {
      const name = [names.family, names.middle, names.given]
        .map((part, index) => pick(part, `name ${number} ${index}`))
        .join(' ');
      const ctx = acting(db, system, since, `person ${number}`);
      return actorOf(await accountOf(ctx, { issuer: 'demo', subject: String(number), name, assurance: 'eid' }));
    },
    { concurrency: 8 },
  );
}

/** Founds the organisations and takes three people into each; the people come back as members, by organisation key. */
export async function makeOrganisations(
  db: Db,
  organisations: readonly SeedOrganisation[],
  people: PersonActor[],
  since: Date,
) {
  const members = new Map<string, { organisation: OrganisationRef; actors: PersonActor[] }>();
  for (const [index, { key, name, kind, about }] of organisations.entries()) {
    const ctx = acting(db, system, since, `organisation ${key}`);
    const organisation = await foundOrganisation(ctx, { slug: key, name, kind, about });
    const chosen = people.slice(index * membersEach, (index + 1) * membersEach);
    const actors = await pMap(chosen, async (person, place) => {
      await addMember(ctx, organisation.id, person.id, place === 0 ? 'owner' : 'editor');
      return actorOf((await findPerson(ctx, person.id))!);
    });
    members.set(key, { organisation, actors });
  }
  return members;
}
