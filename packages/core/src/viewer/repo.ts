/** What a person did with a subject, in the table. */
import { followKey, type Key, shardCount, voteKey } from '../db/keys.ts';
import { shardOf } from '../shared/hash.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';

/** The keys of the person's vote and of their follow, in this order. */
export function voteAndFollow(subject: SubjectId, person: PersonId): [Key, Key] {
  return [voteKey(subject, shardOf(person, shardCount), person), followKey(subject, person)];
}
