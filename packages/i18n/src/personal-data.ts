/** What is asked where somebody is about to post personal data. */
import type { PersonalDataKind } from '@hanoi/core/shared/personal-data';

const viKinds: Record<PersonalDataKind, string> = {
  phone: 'Số điện thoại',
  'citizen-id': 'Số căn cước',
  'old-id': 'Số chứng minh nhân dân',
  'bank-account': 'Số tài khoản ngân hàng',
  email: 'Địa chỉ e-mail',
};
const enKinds: Record<PersonalDataKind, string> = {
  phone: 'Telephone number',
  'citizen-id': 'Identity number',
  'old-id': 'Former identity number',
  'bank-account': 'Bank account',
  email: 'E-mail address',
};

export const vi = {
  title: 'Bài có dữ liệu cá nhân. Chưa có gì được gửi đi',
  text: 'Ai cũng đọc được những gì bạn đăng, kể cả kẻ lừa đảo. Bạn muốn che những chỗ này hay giữ nguyên?',
  kinds: viKinds,
  shownAs: (words: string) => `sẽ hiện là ${words}`,
  mask: 'Che rồi gửi',
  keep: 'Giữ nguyên và gửi',
  keepHint:
    'Chỉ giữ nguyên khi đó là số của cơ quan, hoặc của chính bạn và bạn muốn mọi người biết. Kiểm duyệt viên sẽ xem lại.',
  /** Beside a preview, before anything is sent. */
  preview: {
    masked: 'Dữ liệu cá nhân trong bài sẽ được che khi bạn gửi',
    keep: 'Giữ nguyên như đã viết',
    kept: 'Dữ liệu cá nhân trong bài sẽ hiện nguyên như bạn viết',
    mask: 'Che lại',
  },
};

export const en: typeof vi = {
  title: 'There is personal data in the text. Nothing has been sent yet',
  text: 'Everybody can read what you post, fraudsters too. Shall these places be masked, or kept as they are?',
  kinds: enKinds,
  shownAs: (words) => `will be shown as ${words}`,
  mask: 'Mask and send',
  keep: 'Keep and send',
  keepHint:
    'Keep it only if it is the number of a public body, or your own and meant for everybody. Moderators will look at it.',
  preview: {
    masked: 'Personal data in the text will be masked when you send it',
    keep: 'Keep it as typed',
    kept: 'Personal data in the text will be shown as you typed it',
    mask: 'Mask it after all',
  },
};
