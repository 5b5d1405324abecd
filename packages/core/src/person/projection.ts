/**
 * Projection: copies a person's new name to what they wrote. It sets the current name, guarded by the person's version, and
 * skips items that have it already: late and repeated runs change nothing.
 */
import pMap from 'p-map';
import { type Activity, byPartition, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { setNewer } from '../db/set-newer.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { runSteps } from '../shared/page.ts';
import { subjectKinds } from '../subject/kinds.ts';
import { findPerson, type StoredPerson } from './repo.ts';

/** The items that carry their author's name, in the order in which they are renamed. Events keep the name of their time. */
export const named = [...subjectKinds, 'comment'] as const satisfies readonly Activity[];

type NamedList = (typeof named)[number];

/** How far a rename has come in a person's items; the beginning when empty. */
export type NamesPlace = { list?: NamedList; cursor?: string };

const pageSize = 100;
const sideBySide = 8;

/**
 * Sets the person's current name on at most `pages` pages of what they wrote, beginning at `from`. A page is a hundred items
 * to change, or five hundred that have the name already. Returns where to continue, or undefined at the end.
 */
export async function projectName(
  ctx: Ctx,
  id: PersonId,
  from: NamesPlace = {},
  pages = 10,
): Promise<NamesPlace | undefined> {
  const person = await findPerson(ctx, id);
  return person && runSteps(from, pages, (place) => nameOnePage(ctx, person, place));
}

/** Returns the position of the next page. */
async function nameOnePage(ctx: Ctx, person: StoredPerson, place: NamesPlace): Promise<NamesPlace | undefined> {
  const list: NamedList = place.list ?? named[0];
  const page = await listUnnamed(ctx, person, list, place.cursor);
  await pMap(page.items, (item) => setName(ctx, person, item), { concurrency: sideBySide });
  return page.nextCursor ? { list, cursor: page.nextCursor } : listAfter(list);
}

function listAfter(list: NamedList): NamesPlace | undefined {
  const next = named[named.indexOf(list) + 1];
  return next && { list: next };
}

/** A page of the items that do not have the name of this version yet. */
function listUnnamed(ctx: Ctx, person: StoredPerson, activity: Activity, cursor: string | undefined) {
  const partition = byPartition(person.id, activity);
  const filter = {
    expression: 'attribute_not_exists(authorVersion) OR authorVersion < :version',
    names: {},
    values: { ':version': person.version },
  };
  const list = JSON.stringify([partition, 'names']);
  return queryPage(ctx, { list, index: 'gsi1', partition, order: 'descending', limit: pageSize, cursor, filter });
}

async function setName(ctx: Ctx, person: StoredPerson, item: Item): Promise<void> {
  await setNewer(ctx, {
    key: { pk: item.pk, sk: item.sk },
    fields: { 'author.name': person.name },
    version: ['authorVersion', person.version],
    condition: { expression: 'author.id = :person', values: { ':person': person.id } },
    changed: item.gsi3pk ? item.pk : undefined,
  });
}
