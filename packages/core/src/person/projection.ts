/**
 * Projection: the name shown on what a person wrote follows the person. It sets the name as it is now, guarded by the
 * person's version, and passes over what has it already: a run that was cut short goes on where it stopped.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { type Activity, byPartition, changedKey, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { subjectKinds } from '../subject/kinds.ts';
import { findPerson, type StoredPerson } from './repo.ts';

/** What carries its author's name. Timelines keep the name of the day. */
const named: readonly Activity[] = [...subjectKinds, 'comment'];

const pageSize = 100;
const sideBySide = 8;

/** There is more than one run may do: the records are asked for again, and the next run goes on. */
export class NamesUnfinished extends Error {}

/**
 * Sets the person's name on what they wrote, at most `most` items.
 * @throws NamesUnfinished when there are more
 */
export async function projectName(ctx: Ctx, id: PersonId, most = 1_000): Promise<void> {
  const person = await findPerson(ctx, id);
  if (!person) return;
  let left = most;
  for (const activity of named) {
    let cursor: string | undefined;
    do {
      const page = await listUnnamed(ctx, person, activity, cursor);
      await pMap(page.items.slice(0, left), (item) => setName(ctx, person, item), { concurrency: sideBySide });
      left -= page.items.length;
      if (left < 0) throw new NamesUnfinished(`more than ${most} items of ${id}`);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
}

/** A page of what does not have the name of this version yet. */
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
  // What has a place among the changes takes its newest.
  const changed = item.gsi3pk ? changedKey(item.pk, new Date()) : undefined;
  try {
    await ctx.db.client.send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: { pk: item.pk, sk: item.sk },
        UpdateExpression: `SET author.#name = :name, authorVersion = :version, requestId = :requestId${changed ? ', gsi3pk = :gsi3pk, gsi3sk = :gsi3sk' : ''}`,
        ConditionExpression:
          'author.id = :person AND (attribute_not_exists(authorVersion) OR authorVersion < :version)',
        ExpressionAttributeNames: { '#name': 'name' },
        ExpressionAttributeValues: {
          ':name': person.name,
          ':version': person.version,
          ':person': person.id,
          ':requestId': ctx.requestId,
          ...(changed && { ':gsi3pk': changed.gsi3pk, ':gsi3sk': changed.gsi3sk }),
        },
      }),
    );
  } catch (error) {
    // It has a newer name, or is not theirs any more: nothing left to do.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
