/** The people and organisations of the demo. */
import type { Db } from '@hanoi/core/db/client';
import { accountOf } from '@hanoi/core/identity/service';
import { addMember, foundOrganisation } from '@hanoi/core/organisation/service';
import { suspendOrganisation, verifyOrganisation } from '@hanoi/core/organisation/standing';
import { actorOf, findPerson } from '@hanoi/core/person/repo';
import { grantRole } from '@hanoi/core/person/service';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { OrganisationRef } from '@hanoi/core/shared/membership';
import { day } from '@hanoi/core/shared/time';
import pMap from 'p-map';
import type { SeedOrganisation } from './content.ts';
import { demoIdentity, demoRoles, plainMember } from './demo-people.ts';
import { type Names, nameOf, type Trait, traitOf } from './person-name.ts';
import { acting } from './world.ts';

const peopleCount = 300;
/** An owner and two editors, who speak in the organisation's name. */
const membersEach = 3;
export const system = { kind: 'system', name: 'demo seed' } as const;

/** Somebody of the demo, and what their name tells of them. */
export type DemoPerson = PersonActor & Trait;

/** Makes 300 people through the sign-in of an electronic identity; the first ones are for the organisations. */
export async function makePeople(db: Db, names: Names, since: Date, organisations: number): Promise<DemoPerson[]> {
  const numbers = Array.from({ length: peopleCount }, (_, number) => number);
  return pMap(
    numbers,
    async (number) => {
      const trait = traitOf(number, number < organisations * membersEach);
      const ctx = acting(db, system, since, `person ${number}`);
      const name = nameOf(names, number, trait);
      return { ...actorOf(await accountOf(ctx, { ...demoIdentity(number), name, assurance: 'eid' })), ...trait };
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
      // A context each, as ids are drawn from it in the order in which the calls come.
      const own = acting(db, system, since, `organisation ${key} ${place}`);
      await addMember(own, organisation.id, person.id, place === 0 ? 'owner' : 'editor');
      return actorOf((await findPerson(own, person.id))!);
    });
    members.set(key, { organisation, actors });
  }
  return members;
}

/** Organisations of these kinds were verified by the demo's administrator; the others show what it looks like when nobody has. */
const verifiedKinds: readonly string[] = ['agency', 'university'];

/** Verifies some organisations, by the administrator. */
export async function verifySome(
  db: Db,
  administrator: PersonActor,
  members: Awaited<ReturnType<typeof makeOrganisations>>,
  since: Date,
): Promise<void> {
  const actor: PersonActor = { ...administrator, roles: ['administrator'] };
  for (const [key, { organisation }] of members) {
    if (!verifiedKinds.includes(organisation.kind)) continue;
    const ctx = acting(db, actor, since, `verified ${key}`);
    await verifyOrganisation(ctx, organisation.id, {
      seen: 'Quyết định thành lập (mẫu)',
      where: 'Bản gốc tại bộ phận một cửa (mẫu)',
      reference: '',
    });
  }
}

/** Suspends an organisation of which nothing else is told, so that it can be seen what that looks like. */
export async function suspendOne(db: Db, administrator: PersonActor, since: Date, now: Date): Promise<void> {
  const name = 'Công ty Giải pháp Phố Mới';
  const about = 'Tư vấn và lắp đặt thiết bị cho hộ kinh doanh.';
  const founding = acting(db, system, since, 'suspended founded');
  const { id } = await foundOrganisation(founding, { slug: 'giai-phap-pho-moi', name, kind: 'enterprise', about });
  const actor: PersonActor = { ...administrator, roles: ['administrator'] };
  const ctx = acting(db, actor, new Date(now.getTime() - 9 * day), 'suspended');
  await suspendOrganisation(ctx, id, 'Người đại diện báo tài khoản của công ty bị người khác dùng (mẫu)');
}

/** Gives to a few the roles that are given, and to one a membership without a say, so that every role can be tried. */
export async function giveRoles(
  db: Db,
  people: readonly PersonActor[],
  members: Awaited<ReturnType<typeof makeOrganisations>>,
  since: Date,
): Promise<void> {
  for (const [number, role] of demoRoles) {
    const ctx = acting(db, system, since, `role ${role}`);
    await grantRole(ctx, { person: people[number]!.id, role, reason: 'A person of the demo' });
  }
  const { organisation } = members.get(plainMember.organisation)!;
  const ctx = acting(db, system, since, 'plain member');
  await addMember(ctx, organisation.id, people[plainMember.number]!.id, 'member');
}
