/** Who speaks in the demo: the person whom the content names, else one of the people whose name fits, always the same for a key. */
import type { Db } from '@hanoi/core/db/client';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { OrganisationId } from '@hanoi/core/shared/ids';
import type { OrganisationRef } from '@hanoi/core/shared/membership';
import type { Voice } from './content.ts';
import type { DemoPerson } from './people.ts';
import { generationOf, type Sex } from './person-name.ts';
import type { Gallery } from './pictures.ts';
import { pick } from './world.ts';

export type Cast = {
  db: Db;
  now: Date;
  gallery: Gallery;
  people: readonly DemoPerson[];
  members: ReadonlyMap<string, { organisation: OrganisationRef; actors: PersonActor[] }>;
};

/** Those who have spoken before, by the part they have in a conversation. */
export type Voices = Partial<Record<Voice, PersonActor>>;

export type Speaker = { actor: PersonActor; organisation: OrganisationId | null };

/** Who speaks for `key`: a member in the organisation's name, the voice it names, else somebody who has not spoken here. */
export function speakerOf(
  cast: Cast,
  seed: { organisation?: string | null; by?: Voice; age?: number; sex?: Sex },
  key: string,
  voices: Voices = {},
): Speaker {
  const found = seed.organisation ? cast.members.get(seed.organisation) : undefined;
  if (found) return { actor: pick(found.actors, `${key} speaker`), organisation: found.organisation.id };
  const known = seed.by && voices[seed.by];
  if (known) return { actor: known, organisation: null };
  const spoken = new Set(Object.values(voices).map(({ id }) => id));
  const fits = ({ generation, sex }: DemoPerson) =>
    (seed.age === undefined || generation === generationOf(seed.age)) && (!seed.sex || sex === seed.sex);
  const others = cast.people.filter((person) => !spoken.has(person.id) && fits(person));
  return { actor: pick(others, `${key} speaker`), organisation: null };
}
