/** The signed-in person as pages know them: enough for the header, the forms and who may do what. */
import type { Me } from '@hanoi/core/person/schema';

export type Viewer = Pick<Me, 'id' | 'name' | 'email' | 'roles' | 'memberships' | 'ward'>;

/** Whether the person moderates: moderators and administrators do. */
export function isModerator(person: Pick<Viewer, 'roles'> | null): boolean {
  return person?.roles.some((name) => name === 'moderator' || name === 'administrator') ?? false;
}
