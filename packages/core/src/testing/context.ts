/** Contexts for tests: a fixed clock that can be moved, and people to act as. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { personKey } from '../db/keys.ts';
import { nameKeys } from '../person/names.ts';
import { actorOf, type StoredPerson } from '../person/repo.ts';
import type { Actor, Ctx, PersonActor } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';

export type Clock = { now: Date };

const quiet = { info() {}, warn() {}, error() {} };

/** A context over a test table, for `actor`, at the time `clock` shows. */
export function makeCtx(
  table: { client: DynamoDBDocumentClient; tableName: string },
  actor: Actor,
  clock?: Clock,
): Ctx {
  return {
    actor,
    now: () => (clock ? new Date(clock.now) : new Date()),
    db: { client: table.client, table: table.tableName },
    log: quiet,
    requestId: 'test',
  };
}

/** A stored person, and the actor they are. */
export async function makePerson(
  table: { client: DynamoDBDocumentClient; tableName: string },
  over: Partial<StoredPerson> = {},
): Promise<Actor & { kind: 'person' }> {
  const id = newId('person', { now: () => new Date() });
  const person: StoredPerson = {
    id,
    name: `Người thử ${id.slice(-4)}`,
    email: null,
    language: 'vi',
    ward: null,
    roles: [],
    memberships: [],
    assurance: 'email',
    version: 1,
    createdAt: new Date().toISOString(),
    ...over,
  };
  await table.client.send(
    new PutCommand({ TableName: table.tableName, Item: { ...personKey(id), ...nameKeys(id, person.name), ...person } }),
  );
  return actorOf(person);
}

/** A person to act as, for tests of pure rules: nothing is stored. */
export function makeActor(over: Partial<PersonActor> = {}): PersonActor {
  const id = newId('person', { now: () => new Date() });
  return { kind: 'person', id, name: 'Lan', roles: [], memberships: [], assurance: 'email', ...over };
}
