/** By what the people of the demo are known, and which of them have a role to try. They are numbered from 0. */
import type { GrantedRole } from '@hanoi/core/shared/role';

/** The identity of a person of the demo. No provider has this issuer, so nobody signs in as one but at `/dev`. */
export const demoIdentity = (number: number) => ({ issuer: 'demo', subject: String(number) });

/** Who holds a role that is given. The first 75 are members of organisations; these are not. */
export const demoRoles = [
  [125, 'expert'],
  [120, 'moderator'],
  [130, 'administrator'],
] as const satisfies readonly (readonly [number, GrantedRole])[];

/** A member who may not speak in the name of the organisation. */
export const plainMember = { number: 106, organisation: 'so-xay-dung' };

/**
 * Whom `/dev` offers: two without a role, an expert, the owners of an enterprise and of a university, the owner, an editor and
 * a member of an agency, a moderator and an administrator.
 */
export const offeredPeople = [140, 150, 125, 45, 24, 3, 4, 106, 120, 130] as const;
