/** One's own page: the profile, and what one has written, supported and followed. */

import type { Language } from '@hanoi/core/person/schema';
import type { MemberRole, OrganisationKind } from '@hanoi/core/shared/membership';
import type { Role } from '@hanoi/core/shared/role';
import { ofCollections, ofKinds } from './kinds.ts';

export const vi = {
  title: 'Trang của tôi',
  tabs: {
    profile: 'Hồ sơ',
    ...ofCollections('vi', ({ mine }) => mine),
    comments: 'Bình luận',
    support: 'Tôi đã ủng hộ',
    follows: 'Tôi đang theo dõi',
  },
  tabsLabel: 'Việc của tôi',
  /** The tabs of what one does begin with oneself already. */
  page: (list: string) => (list.startsWith('Tôi ') ? list : `${list} của tôi`),
  name: 'Tên hiển thị',
  nameHint: 'Tên này đứng cạnh mọi điều bạn viết. Có thể dùng tên thường gọi.',
  language: 'Ngôn ngữ thư gửi cho bạn',
  ward: 'Nơi bạn sống hoặc làm việc',
  noWard: 'Không nêu',
  wardHint: 'Chỉ bạn nhìn thấy.',
  save: 'Lưu hồ sơ',
  saved: 'Đã lưu hồ sơ',
  account: 'Tài khoản',
  email: 'E-mail',
  noEmail: 'Không có (đăng nhập bằng định danh điện tử)',
  assurance: 'Định danh',
  assurances: { email: 'Xác nhận bằng e-mail', eid: 'Định danh điện tử' },
  since: 'Tham gia từ',
  roles: 'Vai trò',
  organisations: 'Tổ chức',
  member: (role: string, kind: string) => `${role}, ${kind}`,
  signOut: 'Đăng xuất',
  sessions: {
    title: 'Các thiết bị đang đăng nhập',
    current: 'Thiết bị này',
    ways: { code: 'Bằng mã gửi qua e-mail', oidc: 'Bằng định danh điện tử' },
    end: 'Đăng xuất',
    endOne: (when: string) => `Đăng xuất khỏi phiên đăng nhập lúc ${when}`,
    endOthers: 'Đăng xuất khỏi mọi thiết bị khác',
    only: 'Bạn chỉ đang đăng nhập trên thiết bị này.',
    unknown:
      'Có phiên đăng nhập nào không phải của bạn? Hãy đăng xuất khỏi phiên đó rồi kiểm tra xem có ai khác vào được hộp thư của bạn không.',
    ended: 'Đã đăng xuất khỏi thiết bị khác',
  },
  empty: {
    ...ofCollections('vi', ({ empty }) => empty),
    comments: { title: 'Bạn chưa viết bình luận nào', text: 'Điều bạn biết có thể là mảnh ghép người khác đang cần.' },
    support: { title: 'Bạn chưa ủng hộ điều gì', text: 'Mỗi lượt ủng hộ giúp một vấn đề được nhìn thấy.' },
    follows: { title: 'Bạn chưa theo dõi điều gì', text: 'Theo dõi để biết một vấn đề đi đến đâu.' },
  },
  raise: 'Nêu thách thức',
  see: 'Xem các thách thức',
  next: 'Trang tiếp theo',
  first: 'Về trang đầu',
  continue: 'Viết tiếp',
  to: (title: string) => `cho: ${title}`,
  deleted: 'Bình luận này đã bị xóa.',
  hidden: 'Bình luận này đã bị ẩn theo quyết định kiểm duyệt.',
  on: ofKinds('vi', ({ on }) => on),
};

export const en: typeof vi = {
  title: 'My page',
  tabs: {
    profile: 'Profile',
    ...ofCollections('en', ({ mine }) => mine),
    comments: 'Comments',
    support: 'Supported',
    follows: 'Following',
  },
  tabsLabel: 'My things',
  page: (list) => `My page: ${list.toLowerCase()}`,
  name: 'Display name',
  nameHint: 'It stands beside everything you write. The name people call you by will do.',
  language: 'Language of messages to you',
  ward: 'Where you live or work',
  noWard: 'Not given',
  wardHint: 'Nobody else sees it.',
  save: 'Save the profile',
  saved: 'The profile is saved',
  account: 'Account',
  email: 'E-mail',
  noEmail: 'None (you sign in with an electronic identity)',
  assurance: 'Identity',
  assurances: { email: 'Confirmed by e-mail', eid: 'Electronic identity' },
  since: 'Here since',
  roles: 'Roles',
  organisations: 'Organisations',
  member: (role, kind) => `${role}, ${kind}`,
  signOut: 'Sign out',
  sessions: {
    title: 'Where you are signed in',
    current: 'This device',
    ways: { code: 'By a code sent by e-mail', oidc: 'By an electronic identity' },
    end: 'Sign out',
    endOne: (when) => `Sign out of the session of ${when}`,
    endOthers: 'Sign out of all other devices',
    only: 'You are signed in on this device only.',
    unknown: 'Is one of them not yours? Sign out of it, then check whether somebody else can open your mailbox.',
    ended: 'Signed out elsewhere',
  },
  empty: {
    ...ofCollections('en', ({ empty }) => empty),
    comments: { title: 'You have not written a comment yet', text: 'What you know may be what others look for.' },
    support: { title: 'You do not support anything yet', text: 'Every support helps a problem to be seen.' },
    follows: { title: 'You do not follow anything yet', text: 'Follow a problem to learn how it goes on.' },
  },
  raise: 'Raise a challenge',
  see: 'See the challenges',
  next: 'Next page',
  first: 'Back to the first page',
  continue: 'Go on writing',
  to: (title) => `to: ${title}`,
  deleted: 'This comment was deleted.',
  hidden: 'This comment was hidden by a moderation decision.',
  on: ofKinds('en', ({ on }) => on),
};

export const roleNames: Record<Language, Record<Role, string>> = {
  vi: {
    citizen: 'Người dân',
    expert: 'Chuyên gia',
    'organisation-member': 'Thành viên tổ chức',
    'agency-officer': 'Cán bộ cơ quan',
    moderator: 'Người kiểm duyệt',
    administrator: 'Quản trị viên',
  },
  en: {
    citizen: 'Citizen',
    expert: 'Expert',
    'organisation-member': 'Member of an organisation',
    'agency-officer': 'Agency officer',
    moderator: 'Moderator',
    administrator: 'Administrator',
  },
};

export const memberRoleNames: Record<Language, Record<MemberRole, string>> = {
  vi: { owner: 'chủ sở hữu', editor: 'biên tập viên', member: 'thành viên' },
  en: { owner: 'owner', editor: 'editor', member: 'member' },
};

export const organisationKindNames: Record<Language, Record<OrganisationKind, string>> = {
  vi: {
    agency: 'cơ quan quản lý',
    enterprise: 'doanh nghiệp',
    university: 'trường đại học',
    institute: 'viện nghiên cứu',
    'innovation-centre': 'trung tâm đổi mới sáng tạo',
    association: 'hội, hiệp hội',
  },
  en: {
    agency: 'management agency',
    enterprise: 'enterprise',
    university: 'university',
    institute: 'research institute',
    'innovation-centre': 'innovation centre',
    association: 'association',
  },
};
