/** Under which name something stands: an organisation's comes first, then that of the person who wrote it. */
import { hasOwnName } from '@hanoi/core/shared/default-name';

type Named = { name: string };
type Person = Named & { id?: string };

/**
 * The names of a signature, the one that counts first: lists have room for that one only. Somebody who has chosen no name is not named
 * beside their organisation: a colleague published what they wrote.
 */
export function namesOf(person: Person, organisation: Named | null): [string, ...string[]] {
  if (!organisation) return [person.name];
  const { id = '', name } = person;
  return hasOwnName({ id, name }) ? [organisation.name, name] : [organisation.name];
}

/** A signature as text: “UBND phường Cửa Nam · Nguyễn Văn An”. */
export function signatureOf(person: Person, organisation: Named | null): string {
  return namesOf(person, organisation).join(' · ');
}
