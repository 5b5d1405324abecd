/** Who acts in the tests of access: one of each kind of person, around an author who writes in an organisation's name. */
import { newId, type OrganisationId } from '@hanoi/core/shared/ids';
import type { Given, SignedIn, TestApi } from '../testing/api.ts';

/** `author` made the thing in the name of an organisation; `colleague` edits for it too, `member` is only in it. */
export const whos = [
  'nobody',
  'citizen',
  'expert',
  'member',
  'officer',
  'moderator',
  'administrator',
  'author',
  'colleague',
] as const;
export type Who = (typeof whos)[number];
/** `organisation` is the author's institute, `agency` the officer's. */
export type Cast = { organisation: OrganisationId; agency: OrganisationId } & Record<Exclude<Who, 'nobody'>, SignedIn>;

/** Everybody, signed in. */
export async function makeCast(api: TestApi): Promise<Cast> {
  const organisation = newOrganisationId();
  const institute = { id: organisation, name: 'Viện Quy hoạch', kind: 'institute' } as const;
  const agency = { id: newOrganisationId(), name: 'Sở Xây dựng', kind: 'agency' } as const;
  return {
    organisation,
    agency: agency.id,
    citizen: await api.signInAs(),
    expert: await api.signInAs({ roles: ['expert'] }),
    member: await api.signInAs({ memberships: [{ ...institute, role: 'member' }] }),
    officer: await api.signInAs({ memberships: [{ ...agency, role: 'owner' }] }),
    moderator: await api.signInAs({ roles: ['moderator'] }),
    administrator: await api.signInAs({ roles: ['administrator'] }),
    author: await api.signInAs({ memberships: [{ ...institute, role: 'editor' }] }),
    colleague: await api.signInAs({ memberships: [{ ...institute, role: 'editor' }] }),
  };
}

/** What `who` sends with a request. */
export function actAs(cast: Cast, who: Who): Given {
  return who === 'nobody' ? {} : { token: cast[who].token };
}

function newOrganisationId(): OrganisationId {
  return newId('organisation', { now: () => new Date() });
}
