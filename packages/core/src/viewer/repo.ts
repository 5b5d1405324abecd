/** What a person did with a subject, in the table. */
import { followKey, type Key, voteKey } from '../db/keys.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';

/** The keys of the person's vote and of their follow, in this order. */
export function voteAndFollow(subject: SubjectId, person: PersonId): [Key, Key] {
  return [voteKey(subject, person), followKey(subject, person)];
}
