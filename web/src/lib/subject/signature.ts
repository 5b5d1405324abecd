/** Under which name something stands: an organisation's comes first, then that of the person who wrote it. */

type Named = { name: string };

/** The names of a signature, the one that counts first: lists have room for that one only. */
export function namesOf(person: Named, organisation: Named | null): [string, ...string[]] {
  return organisation ? [organisation.name, person.name] : [person.name];
}

/** A signature as text: “UBND phường Cửa Nam · Nguyễn Văn An”. */
export function signatureOf(person: Named, organisation: Named | null): string {
  return namesOf(person, organisation).join(' · ');
}
