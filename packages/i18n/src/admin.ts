/** The pages of administrators: people and their roles, the audit log. */
import type { AuditAction } from '@hanoi/core/audit/schema';
import type { Action } from '@hanoi/core/decision/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { GrantedRole } from '@hanoi/core/shared/role';
import * as decisions from './decision.ts';

type OwnAction = Exclude<AuditAction, `decision_${string}`>;
type RoleNames = Record<GrantedRole, string>;

const viRoles: RoleNames = { expert: 'Chuyên gia', moderator: 'Kiểm duyệt viên', administrator: 'Quản trị viên' };
const enRoles: RoleNames = { expert: 'Expert', moderator: 'Moderator', administrator: 'Administrator' };

const viActions: Record<OwnAction, string> = {
  role_granted: 'Trao vai trò',
  role_revoked: 'Thu hồi vai trò',
  role_requested: 'Đề xuất làm quản trị viên',
  role_request_withdrawn: 'Rút đề xuất làm quản trị viên',
  organisation_founded: 'Lập tổ chức',
  organisation_renamed: 'Đổi tên tổ chức',
  member_added: 'Thêm thành viên tổ chức',
  signed_out_everywhere: 'Đăng xuất khỏi mọi thiết bị',
  flag_set: 'Bật hoặc tắt tính năng',
  claim_taken_over: 'Nhận việc thay người khác',
  challenge_reopened: 'Mở lại thách thức',
  order_recorded: 'Ghi yêu cầu của cơ quan',
  job_run: 'Chạy tác vụ',
  dead_letters_replayed: 'Gửi lại thư lỗi',
};

const enActions: Record<OwnAction, string> = {
  role_granted: 'Role given',
  role_revoked: 'Role removed',
  role_requested: 'Asked for an administrator',
  role_request_withdrawn: 'Request for an administrator taken back',
  organisation_founded: 'Organisation founded',
  organisation_renamed: 'Organisation renamed',
  member_added: 'Member added',
  signed_out_everywhere: 'Signed out everywhere',
  flag_set: 'Feature flag set',
  claim_taken_over: 'Claim taken over',
  challenge_reopened: 'Challenge reopened',
  order_recorded: 'Demand of an authority recorded',
  job_run: 'Job run',
  dead_letters_replayed: 'Dead letters sent again',
};

const actionNames: Record<Language, Record<string, string>> = { vi: viActions, en: enActions };

/** What was done, as an entry of the audit log names it; its code where there is no name for it. */
export function actionName(language: Language, action: string): string {
  const decided = decisions[language].told[action.replace(/^decision_/, '') as Action];
  if (action.startsWith('decision_') && decided) return decided.done;
  return actionNames[language][action] ?? action;
}

export const vi = {
  title: 'Quản trị',
  people: 'Tài khoản',
  flags: 'Công tắc',
  log: 'Nhật ký',
  waysLabel: 'Các phần quản trị',
  find: 'Mã hoặc địa chỉ email đầy đủ của tài khoản',
  findButton: 'Tìm',
  findHint: 'Không tìm theo tên: hãy mở bài viết của người ấy để lấy mã tài khoản.',
  nobody: { title: 'Không có tài khoản nào', text: 'Hãy kiểm tra lại địa chỉ email hoặc mã tài khoản.' },
  roles: viRoles,
  rolesTitle: 'Vai trò',
  noRoles: 'Không có vai trò nào',
  holders: 'Người giữ vai trò',
  requests: 'Đang chờ quản trị viên thứ hai xác nhận',
  asked: (name: string, by: string) => `${name}: do ${by} đề xuất`,
  formerAccount: 'một tài khoản không còn nữa',
  id: 'Mã tài khoản',
  email: 'Email',
  noEmail: 'Chưa có',
  since: 'Mở tài khoản',
  sessions: 'Phiên đang đăng nhập',
  decisions: 'Kết quả kiểm duyệt đã nhận',
  memberships: 'Tổ chức',
  limited: 'Bị hạn chế viết đến',
  suspended: 'Bị tạm khóa đến',
  scope: (places: string) => `chỉ trong phạm vi ${places}`,
  give: 'Trao vai trò',
  giveButton: 'Trao vai trò này',
  giveHint: 'Vai trò quản trị viên chỉ có hiệu lực khi một quản trị viên khác xác nhận trong bảy ngày.',
  role: 'Vai trò',
  ward: 'Chỉ kiểm duyệt nội dung của phường, xã',
  everywhere: 'Toàn thành phố',
  reason: 'Lý do',
  remove: (role: string) => `Thu hồi: ${role}`,
  confirm: 'Xác nhận làm quản trị viên',
  withdraw: 'Rút đề xuất',
  signOut: 'Đăng xuất khỏi mọi thiết bị',
  signOutHint:
    'Dùng khi tài khoản hoặc thiết bị rơi vào tay người khác. Chủ tài khoản có thể đăng nhập lại bằng email.',
  done: 'Đã làm xong và ghi vào nhật ký quản trị.',
  seeLog: 'Xem nhật ký về tài khoản này',
  actor: 'Người làm (mã)',
  subject: 'Đối tượng (mã)',
  action: 'Việc',
  anyAction: 'Mọi việc',
  day: 'Ngày',
  when: 'Lúc',
  facts: 'Chi tiết',
  allEntries: 'Bỏ các điều kiện',
  search: 'Xem',
  download: 'Tải bảng CSV',
  logTitle: 'Nhật ký quản trị',
  logLead:
    'Ai đã làm gì, với mã nào, lúc nào. Nhật ký chỉ giữ mã, không giữ tên hay nội dung; mỗi mục được niêm phong sau vài phút.',
  empty: { title: 'Không có mục nào', text: 'Hãy chọn ngày khác hoặc bỏ bớt điều kiện.' },
  older: 'Cũ hơn',
};

export const en: typeof vi = {
  title: 'Administration',
  people: 'Accounts',
  flags: 'Flags',
  log: 'Audit log',
  waysLabel: 'Parts of the administration',
  find: 'The whole id or e-mail address of an account',
  findButton: 'Find',
  findHint: 'Names are not searched: open something the person wrote to see their id.',
  nobody: { title: 'No such account', text: 'Check the e-mail address or the id.' },
  roles: enRoles,
  rolesTitle: 'Roles',
  noRoles: 'No roles',
  holders: 'Who holds a role',
  requests: 'Waiting for a second administrator',
  asked: (name, by) => `${name}: asked for by ${by}`,
  formerAccount: 'an account that is gone',
  id: 'Id',
  email: 'E-mail',
  noEmail: 'None',
  since: 'Account since',
  sessions: 'Signed in on',
  decisions: 'Decisions received',
  memberships: 'Organisations',
  limited: 'Writes less often until',
  suspended: 'Suspended until',
  scope: (places) => `only for ${places}`,
  give: 'Give a role',
  giveButton: 'Give this role',
  giveHint: 'Nobody becomes administrator until another administrator confirms it, within seven days.',
  role: 'Role',
  ward: 'Moderates only what is about the ward',
  everywhere: 'The whole city',
  reason: 'Reason',
  remove: (role) => `Remove: ${role}`,
  confirm: 'Confirm as administrator',
  withdraw: 'Take the request back',
  signOut: 'Sign out everywhere',
  signOutHint: 'For an account or a device that has fallen into other hands. Its owner can sign in again by e-mail.',
  done: 'It is done, and in the audit log.',
  seeLog: 'The audit log about this account',
  actor: 'Who did it (id)',
  subject: 'To what (id)',
  action: 'What',
  anyAction: 'Anything',
  day: 'Day',
  when: 'When',
  facts: 'Facts',
  allEntries: 'Without conditions',
  search: 'Show',
  download: 'Download as CSV',
  logTitle: 'Audit log',
  logLead:
    'Who did what to which id, and when. The log holds ids, never names or texts; each entry is sealed after some minutes.',
  empty: { title: 'No entries', text: 'Choose another day, or ask for less.' },
  older: 'Older',
};
