/** What an account is called until its person chooses a name. It says nothing about them, and nothing is published under it. */

/** The name of a person who has chosen none. */
export function defaultName(id: string): string {
  return `Người Hà Nội ${id.slice(-4)}`;
}

/** Whether they chose the name, or their identity provider gave it. */
export function hasOwnName({ id, name }: { id: string; name: string }): boolean {
  return name !== defaultName(id);
}
