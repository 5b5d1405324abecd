/** Roles, as `docs/glossary.md` names them. Every signed-in person is a citizen; the rest add to it. */
export const roles = [
  'citizen',
  'expert',
  'organisation-member',
  'agency-officer',
  'moderator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Roles given to a person; the others follow from being signed in or from memberships. */
export const grantedRoles = ['expert', 'moderator', 'administrator'] as const;
export type GrantedRole = (typeof grantedRoles)[number];

/** To what a moderator is limited: content of these programmes, or about these wards. Without either they moderate everything. */
export type ModeratorScope = { programmes?: readonly string[]; wards?: readonly string[] };
