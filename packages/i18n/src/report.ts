/** Reporting content: the reasons, the form, and what came of one's reports. */

import type { Language } from '@hanoi/core/person/schema';
import type { DecidedKind, ReportReason, reportOutcomes } from '@hanoi/core/report/schema';
import { ofKinds } from './kinds.ts';

type Outcome = (typeof reportOutcomes)[number];

const viReasons: Record<ReportReason, { name: string; hint: string }> = {
  spam: { name: 'Quảng cáo, tin rác', hint: 'Rao bán, chèn liên kết, đăng đi đăng lại' },
  abuse: { name: 'Xúc phạm, đe dọa, quấy rối', hint: 'Nhắm vào người, không nhắm vào việc' },
  hate: { name: 'Kỳ thị, kích động thù ghét', hint: 'Vì quê quán, dân tộc, tôn giáo, giới tính, khuyết tật…' },
  false: { name: 'Sai sự thật', hint: 'Bịa đặt, cắt ghép, mạo danh' },
  'personal-data': { name: 'Lộ dữ liệu cá nhân', hint: 'Số điện thoại, số định danh, địa chỉ nhà, ảnh rõ mặt' },
  'off-topic': { name: 'Không đúng chủ đề', hint: 'Không liên quan đến điều đang bàn' },
  duplicate: { name: 'Trùng với nội dung đã có', hint: 'Hãy cho biết trùng với bài nào' },
  illegal: { name: 'Trái pháp luật', hint: 'Điều pháp luật cấm đăng' },
  other: { name: 'Lý do khác', hint: 'Hãy viết rõ ở dưới' },
};

const enReasons: typeof viReasons = {
  spam: { name: 'Advertising or spam', hint: 'Offers, links, the same again and again' },
  abuse: { name: 'Insults, threats, harassment', hint: 'Aimed at a person, not at the matter' },
  hate: { name: 'Discrimination or hatred', hint: 'Because of origin, ethnicity, religion, gender, disability…' },
  false: { name: 'Untrue', hint: 'Invented, doctored, or posing as somebody' },
  'personal-data': { name: 'Somebody’s personal data', hint: 'Telephone or identity numbers, a home address, a face' },
  'off-topic': { name: 'Off the subject', hint: 'It has nothing to do with the matter' },
  duplicate: { name: 'There is one like it already', hint: 'Tell us which one' },
  illegal: { name: 'Against the law', hint: 'Something the law forbids to post' },
  other: { name: 'Something else', hint: 'Say what, below' },
};

/** What content of each kind is called within a sentence. */
const contentsIn = (language: Language): Record<DecidedKind, string> => ({
  ...ofKinds(language, ({ name }) => name.toLocaleLowerCase(language)),
  comment: language === 'vi' ? 'bình luận' : 'comment',
  account: language === 'vi' ? 'tài khoản' : 'account',
});

const viOutcomes: Record<Outcome, string> = {
  open: 'Đang chờ xem',
  acted: 'Đã xử lý nội dung này',
  dismissed: 'Nội dung không trái quy tắc',
};
const enOutcomes: typeof viOutcomes = {
  open: 'Waiting to be looked at',
  acted: 'Something was done about it',
  dismissed: 'It breaks no rule',
};

export const vi = {
  link: 'Báo vi phạm',
  /** For those who do not see where the link stands. */
  linkTo: (name: string) => `Báo vi phạm bình luận của ${name}`,
  contents: contentsIn('vi'),
  reasons: viReasons,
  title: (content: string) => `Báo vi phạm: ${content}`,
  lead: 'Điều bạn báo sẽ được người kiểm duyệt đọc. Người viết không biết ai đã báo.',
  about: 'Nội dung bạn báo',
  on: (title: string) => `trong “${title}”`,
  reason: 'Có gì không ổn?',
  note: 'Bạn muốn nói rõ thêm?',
  noteHint: 'Chỗ nào, vì sao. Người kiểm duyệt đọc điều này, người viết thì không.',
  send: 'Gửi báo vi phạm',
  back: 'Quay lại nội dung',
  /** For those who are in danger, or ask for something else. */
  criticism:
    'Không đồng tình với một ý kiến thì hãy trả lời ý kiến ấy. Phê bình cơ quan, cán bộ không phải là vi phạm.',
  sentTitle: 'Cảm ơn bạn đã báo',
  sentAgainTitle: 'Bạn đã báo nội dung này rồi',
  sentNext: [
    'Người kiểm duyệt sẽ xem nội dung, việc gấp xem trước.',
    'Nội dung vẫn hiện cho đến khi có kết quả.',
    'Bạn xem được kết quả ở Trang của tôi.',
  ],
  mine: 'Đã báo vi phạm',
  empty: {
    title: 'Bạn chưa báo vi phạm nội dung nào',
    text: 'Thấy điều trái quy tắc ứng xử, hãy bấm “Báo vi phạm” dưới nội dung ấy.',
  },
  outcomes: viOutcomes,
  at: 'Báo',
  decided: 'Có kết quả',
  /** For moderators, who need not wait for themselves. */
  open: 'Mở để xử lý ngay',
  openHint: 'Bạn là người kiểm duyệt: có thể xử lý ngay, không cần chờ trong danh sách.',
};

export const en: typeof vi = {
  link: 'Report',
  linkTo: (name) => `Report the comment by ${name}`,
  contents: contentsIn('en'),
  reasons: enReasons,
  title: (content) => `Report a ${content}`,
  lead: 'Moderators read what you report. The author does not learn who reported.',
  about: 'What you report',
  on: (title) => `on “${title}”`,
  reason: 'What is wrong with it?',
  note: 'Would you like to add something?',
  noteHint: 'Where, and why. Moderators read this; the author does not.',
  send: 'Send the report',
  back: 'Back to the content',
  criticism: 'If you disagree with an opinion, answer it. To criticise agencies or officials breaks no rule.',
  sentTitle: 'Thank you for reporting',
  sentAgainTitle: 'You have reported this already',
  sentNext: [
    'A moderator will look at it, urgent matters first.',
    'It stays where it is until there is a decision.',
    'You will find the outcome on My page.',
  ],
  mine: 'What I reported',
  empty: {
    title: 'You have not reported anything',
    text: 'If you see something that breaks the code of conduct, press “Report” below it.',
  },
  outcomes: enOutcomes,
  at: 'Reported',
  decided: 'Decided',
  open: 'Open it and decide now',
  openHint: 'You are a moderator: you can decide at once instead of waiting for the queue.',
};
