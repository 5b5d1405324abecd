/** Decisions of moderators as their authors read them: the six parts of a statement of reasons, and asking for another look. */

import type { Action, foundBy } from '@hanoi/core/decision/schema';

type FoundBy = (typeof foundBy)[number];
type Told = { done: string; scope: string };

const viTold: Record<Action, Told> = {
  approve: { done: 'Nội dung được giữ nguyên', scope: 'Mọi người vẫn đọc được như trước.' },
  return: {
    done: 'Bài được trả lại để sửa',
    scope: 'Bài trở về bản nháp, chỉ tác giả thấy. Sửa xong có thể đăng lại.',
  },
  redact: {
    done: 'Một phần nội dung bị che',
    scope: 'Chỉ đoạn hoặc ảnh không ổn bị che; phần còn lại vẫn hiện.',
  },
  hide: {
    done: 'Nội dung bị ẩn',
    scope: 'Chỉ tác giả và người kiểm duyệt còn đọc được. Các câu trả lời của người khác vẫn còn.',
  },
  restore: { done: 'Nội dung hiện trở lại', scope: 'Nội dung trở lại đúng trạng thái trước khi bị ẩn.' },
  lock: { done: 'Phần bình luận bị khóa', scope: 'Không gửi được bình luận mới; bình luận cũ và nội dung vẫn hiện.' },
  unlock: { done: 'Phần bình luận được mở lại', scope: 'Mọi người lại bình luận được.' },
  warn: { done: 'Nhắc nhở', scope: 'Nội dung vẫn hiện, tài khoản vẫn dùng như trước.' },
  limit: {
    done: 'Tài khoản bị hạn chế viết',
    scope: 'Trong một giờ chỉ viết được ít hơn hẳn bình thường; vẫn đọc, ủng hộ và theo dõi được.',
  },
  suspend: {
    done: 'Tài khoản tạm thời bị khóa',
    scope: 'Không viết, không ủng hộ được; vẫn đọc và vẫn đề nghị xem xét lại được. Bài cũ vẫn hiện.',
  },
  lift: { done: 'Đã bỏ hạn chế với tài khoản', scope: 'Tài khoản lại dùng như trước.' },
  retag: { done: 'Chương trình hoặc từ khóa được xếp lại', scope: 'Nội dung giữ nguyên.' },
  close: { done: 'Thách thức được đóng', scope: 'Không nhận thêm ý kiến và giải pháp; mọi người vẫn đọc được.' },
  merge: {
    done: 'Bài được gộp vào một bài nói cùng việc',
    scope:
      'Ai mở bài này sẽ được đưa tới bài kia, nơi ghi tên bạn là người cùng nêu. Bình luận vẫn đọc được ở chỗ cũ. Ai đã ủng hộ được hỏi có muốn chuyển sang không.',
  },
  unmerge: { done: 'Bài được tách ra như trước khi gộp', scope: 'Giải pháp và lượt ủng hộ đã chuyển đi sẽ trở về.' },
  quarantine: {
    done: 'Một số lượt ủng hộ không được tính',
    scope: 'Lượt ủng hộ vẫn được giữ lại, chỉ không đếm vào tổng số. Tài khoản vẫn dùng như trước.',
  },
  release: { done: 'Lượt ủng hộ được tính lại', scope: 'Những lượt từng không được tính nay được đếm như cũ.' },
  uphold: { done: 'Kết quả cũ được giữ nguyên', scope: 'Không có gì thay đổi.' },
  overturn: { done: 'Kết quả cũ bị hủy', scope: 'Mọi thứ trở lại như trước kết quả ấy.' },
};

const enTold: typeof viTold = {
  approve: { done: 'The content stays as it is', scope: 'Everybody reads it as before.' },
  return: {
    done: 'The post was sent back to be mended',
    scope: 'It is a draft again, seen by its author only. Once mended it can be posted again.',
  },
  redact: {
    done: 'A part of the content was covered',
    scope: 'Only the passage or picture that is wrong is covered; the rest still shows.',
  },
  hide: {
    done: 'The content was hidden',
    scope: 'Only its author and moderators can still read it. Other people’s replies stay.',
  },
  restore: { done: 'The content is shown again', scope: 'It is back in the very state it had before it was hidden.' },
  lock: {
    done: 'The comments were locked',
    scope: 'No new comments can be sent; older ones and the content still show.',
  },
  unlock: { done: 'The comments were opened again', scope: 'Everybody can comment again.' },
  warn: { done: 'A warning', scope: 'The content still shows, and the account works as before.' },
  limit: {
    done: 'The account may write less often',
    scope: 'Far less can be written in an hour; reading, supporting and following go on.',
  },
  suspend: {
    done: 'The account is suspended for a time',
    scope: 'It can neither write nor support; it can still read, and ask for another look. What it posted still shows.',
  },
  lift: { done: 'A restriction of the account was lifted', scope: 'The account works as before.' },
  retag: { done: 'The programme or the tags were set right', scope: 'The content stays as it is.' },
  close: {
    done: 'The challenge was closed',
    scope: 'It takes no more comments and solutions; everybody can still read it.',
  },
  merge: {
    done: 'It was merged into another one about the same matter',
    scope:
      'Whoever opens it is led to the other one, which names you as having raised it too. Comments can still be read where they were made. Those who supported it are asked whether to move their support.',
  },
  unmerge: {
    done: 'It was taken apart again, as before the merge',
    scope: 'Solutions and support that had moved come back.',
  },
  quarantine: {
    done: 'Some supports are not counted',
    scope: 'They are kept, and left out of the total alone. The accounts work as before.',
  },
  release: { done: 'Supports are counted again', scope: 'Those that were set aside count as they did.' },
  uphold: { done: 'The former decision stands', scope: 'Nothing changes.' },
  overturn: { done: 'The former decision was overturned', scope: 'Everything is as it was before that decision.' },
};

const viFoundBy: Record<FoundBy, string> = {
  report: 'Có người báo vi phạm. Người kiểm duyệt xem rồi quyết định.',
  rule: 'Một quy tắc tự động nêu lên. Người kiểm duyệt xem rồi quyết định.',
  moderator: 'Người kiểm duyệt thấy khi đọc.',
  order: 'Cơ quan có thẩm quyền yêu cầu. Người kiểm duyệt xem rồi quyết định.',
};
const enFoundBy: typeof viFoundBy = {
  report: 'A reader reported it. A moderator looked at it and decided.',
  rule: 'An automatic rule pointed to it. A moderator looked at it and decided.',
  moderator: 'A moderator came upon it while reading.',
  order: 'An authority demanded it. A moderator looked at it and decided.',
};

export const vi = {
  title: 'Kết quả kiểm duyệt',
  told: viTold,
  foundBy: viFoundBy,
  parts: {
    done: 'Đã làm gì',
    scope: 'Phạm vi và thời hạn',
    facts: 'Điều đã thấy',
    rule: 'Căn cứ',
    found: 'Nhờ đâu mà biết',
    appeal: 'Nếu bạn thấy chưa đúng',
  },
  until: (time: string) => `Đến ${time}.`,
  noUntil: 'Không đặt thời hạn.',
  noFacts: 'Không ghi thêm.',
  section: (number: string | number, title: string) => `Điều ${number}. ${title}`,
  ofConduct: 'Quy tắc ứng xử',
  about: 'Nội dung',
  wholeAccount: 'Cả tài khoản',
  at: 'Ngày',
  mine: 'Kết quả kiểm duyệt',
  latest: 'Kết quả kiểm duyệt trong 30 ngày qua',
  all: 'Xem mọi kết quả kiểm duyệt',
  empty: {
    title: 'Chưa có kết quả kiểm duyệt nào về bạn',
    text: 'Khi người kiểm duyệt quyết định điều gì về bài viết hay tài khoản của bạn, bạn sẽ thấy lý do ở đây.',
  },
  see: 'Xem lý do và cách đề nghị xem xét lại',
  appealUntil: (time: string) => `Bạn có thể đề nghị xem xét lại đến hết ${time}.`,
  appealNone: 'Kết quả này không hạn chế điều gì, nên không cần xem xét lại.',
  appealOver: 'Đã hết hạn đề nghị xem xét lại.',
  another: 'Một người kiểm duyệt khác sẽ xem lại từ đầu. Mỗi kết quả được đề nghị một lần, nên hãy viết đủ.',
  text: 'Vì sao bạn thấy kết quả này chưa đúng?',
  textHint: 'Nêu điều bạn cho là đã bị hiểu sai, và căn cứ nếu có.',
  send: 'Gửi đề nghị xem xét lại',
  sent: 'Đã gửi đề nghị xem xét lại',
  sentText: 'Một người kiểm duyệt khác sẽ xem. Câu trả lời sẽ hiện tại trang này.',
  appeal: 'Đề nghị xem xét lại',
  yours: 'Điều bạn viết',
  theirs: 'Điều người viết nói',
  waiting: 'Đang chờ một người kiểm duyệt khác xem.',
  outcomes: {
    uphold: 'Sau khi xem lại: kết quả được giữ nguyên',
    overturn: 'Sau khi xem lại: kết quả bị hủy, mọi thứ trở lại như trước',
  },
  overturnedInPart: 'Sau khi xem lại: kết quả bị hủy',
  notAllBack:
    'Có chỗ chưa đưa lại được vì bạn đã sửa đúng chỗ ấy trong lúc chờ. Phần bạn sửa được giữ; bạn có thể tự sửa tiếp.',
  reasons: 'Lý do',
  /** Where one’s own content is hidden or sent back. */
  banner: {
    hide: 'Nội dung này của bạn đang bị ẩn',
    return: 'Người kiểm duyệt trả bài này lại để bạn sửa',
    redact: 'Một phần nội dung này của bạn đang bị che',
    lock: 'Phần bình luận ở đây đã bị khóa',
    merge: 'Bài này của bạn đã được gộp vào một bài nói cùng việc',
  },
  /** Where readers find something hidden. */
  stub: (reason: string) => `Bình luận đã bị ẩn theo kết quả kiểm duyệt. Lý do: ${reason}.`,
  /** The page of a challenge or a solution that is hidden, or hidden with what it answers. */
  gone: 'Nội dung này đã bị ẩn',
  goneText: (day: string, reason: string) => `Nội dung bị ẩn ngày ${day} theo kết quả kiểm duyệt. Lý do: ${reason}.`,
  locked: (reason: string) => `Người kiểm duyệt đã khóa phần bình luận. Lý do: ${reason}.`,
};

export const en: typeof vi = {
  title: 'Moderation decision',
  told: enTold,
  foundBy: enFoundBy,
  parts: {
    done: 'What was done',
    scope: 'How far, and how long',
    facts: 'What was found',
    rule: 'On what ground',
    found: 'How it came to be known',
    appeal: 'If you think this is wrong',
  },
  until: (time) => `Until ${time}.`,
  noUntil: 'No end is set.',
  noFacts: 'Nothing was added.',
  section: (number, title) => `Section ${number}. ${title}`,
  ofConduct: 'Code of conduct',
  about: 'About',
  wholeAccount: 'The whole account',
  at: 'Date',
  mine: 'Decisions about me',
  latest: 'Decided about you in the last 30 days',
  all: 'All decisions',
  empty: {
    title: 'There is no decision about you',
    text: 'If moderators decide anything about what you wrote or about your account, you will read why here.',
  },
  see: 'Read why, and how to ask for another look',
  appealUntil: (time) => `You can ask for another look until the end of ${time}.`,
  appealNone: 'This decision restricts nothing, so there is nothing to look at again.',
  appealOver: 'The time to ask for another look is over.',
  another: 'Another moderator will look at it from the start. You can ask once, so write all you have to say.',
  text: 'Why do you think this decision is wrong?',
  textHint: 'Say what you think was misunderstood, and what shows it, if anything does.',
  send: 'Ask for another look',
  sent: 'Your request was sent',
  sentText: 'Another moderator will look at it. The answer will appear on this page.',
  appeal: 'Asked for another look',
  yours: 'What you wrote',
  theirs: 'What the author says',
  waiting: 'It waits for another moderator.',
  outcomes: {
    uphold: 'Looked at again: the decision stands',
    overturn: 'Looked at again: the decision was overturned, and everything is as it was before',
  },
  overturnedInPart: 'Looked at again: the decision was overturned',
  notAllBack:
    'Not everything could be put back, as you changed the same place meanwhile. What you wrote stays, and you can edit it further.',
  reasons: 'Reasons',
  banner: {
    hide: 'This is yours, and it is hidden',
    return: 'A moderator sent this back to you to be mended',
    redact: 'A part of this is covered',
    lock: 'The comments here were locked',
    merge: 'This is yours, and it was merged into another one about the same matter',
  },
  stub: (reason) => `This comment was hidden by a moderation decision. Reason: ${reason}.`,
  gone: 'This was hidden',
  goneText: (day, reason) => `It was hidden on ${day} by a moderation decision. Reason: ${reason}.`,
  locked: (reason) => `Moderators locked the comments. Reason: ${reason}.`,
};
