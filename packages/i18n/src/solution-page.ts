/** The page of one solution, and its card in the list of its challenge. */
import type { SolutionStatus } from '@hanoi/core/solution/schema';

type Status = Exclude<SolutionStatus, 'draft' | 'hidden'>;

const viNext: Record<Status, string> = {
  pending: 'Giải pháp đang chờ duyệt trước khi công khai.',
  submitted: 'Giải pháp đã gửi, mọi người đang ủng hộ và góp ý.',
  shortlisted: 'Giải pháp đã vào vòng trong và đang được đánh giá.',
  selected: 'Giải pháp được chọn. Bước tiếp theo là thử nghiệm thực tế.',
  'not-selected': 'Giải pháp không được chọn lần này.',
  piloting: 'Giải pháp đang được thử nghiệm thực tế.',
  implemented: 'Giải pháp đã được áp dụng.',
  stopped: 'Giải pháp đã dừng.',
  withdrawn: 'Tác giả đã rút giải pháp.',
  merged: 'Giải pháp đã được gộp vào một giải pháp khác.',
};
const enNext: Record<Status, string> = {
  pending: 'It awaits review before it becomes public.',
  submitted: 'It has been submitted; people support and discuss it.',
  shortlisted: 'It has been shortlisted and is being evaluated.',
  selected: 'It was selected. A pilot comes next.',
  'not-selected': 'It was not selected this time.',
  piloting: 'It is being tried in a pilot.',
  implemented: 'It is in use.',
  stopped: 'It was stopped.',
  withdrawn: 'Its author withdrew it.',
  merged: 'It was merged into another solution.',
};

export const vi = {
  solution: 'Giải pháp',
  proposal: 'Nội dung giải pháp',
  to: 'Giải pháp cho thách thức',
  author: 'Tác giả',
  next: viNext,
  supports: (count: string) => `${count} lượt ủng hộ`,
  comments: (count: string) => `${count} bình luận`,
  status: 'Tiến trình',
  draftText: 'Hãy đọc lại rồi gửi. Sau khi gửi, mọi người đều thấy và bạn vẫn sửa được khi thách thức còn mở.',
  draftClosed: 'Thách thức không còn nhận giải pháp, nên bản nháp này không gửi được nữa.',
  submit: 'Gửi giải pháp',
  edit: 'Sửa giải pháp',
  withdraw: 'Rút giải pháp',
  withdrawHint: 'Giải pháp sẽ rời khỏi danh sách, không ai ủng hộ hay bình luận được nữa. Không gửi lại được.',
  withdrawnTitle: 'Giải pháp đã được rút',
  hiddenTitle: 'Giải pháp đang bị ẩn',
  hiddenText: 'Chỉ tác giả và người kiểm duyệt còn thấy.',
  toldSubmitted: 'Đã gửi giải pháp',
  toldSubmittedText: (reference: string) => `Mọi người đã thấy giải pháp của bạn. Mã tra cứu: ${reference}.`,
};

export const en: typeof vi = {
  solution: 'Solution',
  proposal: 'What it proposes',
  to: 'A solution to the challenge',
  author: 'By',
  next: enNext,
  supports: (count) => (count === '1' ? '1 supports it' : `${count} support it`),
  comments: (count) => (count === '1' ? '1 comment' : `${count} comments`),
  status: 'Where it stands',
  draftText: 'Read it once more, then submit it. Everybody will see it; you can edit it while the challenge is open.',
  draftClosed: 'The challenge no longer takes solutions, so this draft cannot be submitted.',
  submit: 'Submit the solution',
  edit: 'Edit the solution',
  withdraw: 'Withdraw the solution',
  withdrawHint: 'It leaves the list, and nobody can support it or comment on it. It cannot be submitted again.',
  withdrawnTitle: 'This solution was withdrawn',
  hiddenTitle: 'This solution is hidden',
  hiddenText: 'Only its author and moderators still see it.',
  toldSubmitted: 'The solution is submitted',
  toldSubmittedText: (reference) => `Everybody can see it now. Reference: ${reference}.`,
};
