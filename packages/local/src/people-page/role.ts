/** Who a person of the demo is, from the roles and memberships they hold: what the list says is what they may do. */
import type { StoredPerson } from '@hanoi/core/person/repo';
import type { MemberRole, OrganisationKind } from '@hanoi/core/shared/membership';
import type { GrantedRole } from '@hanoi/core/shared/role';

type Words = { vi: string; en: string };

const given: Record<GrantedRole, Words> = {
  expert: { vi: 'Chuyên gia', en: 'Expert' },
  moderator: { vi: 'Người kiểm duyệt', en: 'Moderator' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
};
const ofKind: Record<OrganisationKind, Words> = {
  agency: { vi: 'Cán bộ cơ quan', en: 'Officer of an agency' },
  enterprise: { vi: 'Người của doanh nghiệp', en: 'Enterprise' },
  university: { vi: 'Người của trường', en: 'University' },
  institute: { vi: 'Người của viện', en: 'Institute' },
  'innovation-centre': { vi: 'Người của trung tâm đổi mới sáng tạo', en: 'Innovation centre' },
  association: { vi: 'Người của hội', en: 'Association' },
};
const inOrganisation: Record<MemberRole, Words> = {
  owner: { vi: 'chủ sở hữu', en: 'owner' },
  editor: { vi: 'biên tập viên', en: 'editor' },
  member: { vi: 'thành viên, không đăng thay tổ chức', en: 'member, does not post for it' },
};
const citizen: Words = { vi: 'Người dân', en: 'Citizen' };

/** In both languages: what the person is, and of which organisation. */
export function describeRole({ roles, memberships }: Pick<StoredPerson, 'roles' | 'memberships'>): Words {
  const [membership] = memberships;
  const [role] = roles;
  if (!membership) return role ? given[role] : citizen;
  const say = (language: keyof Words) =>
    `${ofKind[membership.kind][language]} (${inOrganisation[membership.role][language]}): ${membership.name}`;
  return { vi: say('vi'), en: say('en') };
}
