/** The words of challenges. */
import type { KindWords } from '../kind-words.ts';

export const vi: KindWords<'challenge'>['vi'] = {
  statuses: {
    draft: 'Bản nháp',
    pending: 'Chờ duyệt',
    open: 'Đang mở',
    evaluating: 'Đang đánh giá',
    decided: 'Đã có quyết định',
    implementing: 'Đang triển khai',
    completed: 'Đã hoàn thành',
    closed: 'Đã đóng',
    merged: 'Đã gộp',
    hidden: 'Đã ẩn',
    withdrawn: 'Đã rút lại',
  },
  events: {
    challenge_raised: (actor) => `${actor} nêu thách thức`,
    challenge_launched: (actor) => `${actor} phát động thách thức`,
    challenge_edited: (actor, fields) => `${actor} sửa ${fields || 'nội dung'}`,
    challenge_closed: (actor) => `${actor} đóng thách thức`,
    challenge_reopened: (actor) => `${actor} mở lại thách thức`,
    challenge_withdrawn: (actor) => `${actor} rút lại thách thức`,
    challenge_hidden: (actor) => `${actor} ẩn thách thức`,
    challenge_restored: (actor) => `${actor} cho thách thức hiện trở lại`,
    challenge_merged: (actor) => `${actor} gộp hai thách thức nói cùng một việc`,
    challenge_unmerged: (actor) => `${actor} tách hai thách thức đã gộp`,
  },
  errors: {
    challenge_not_found: {
      title: 'Không tìm thấy thách thức',
      detail: 'Thách thức không tồn tại, chưa công khai hoặc đã được gỡ.',
    },
    challenge_not_open: {
      title: 'Thách thức không còn nhận giải pháp',
      detail: 'Bạn vẫn có thể đọc và theo dõi thách thức này.',
    },
    challenge_closed: {
      title: 'Thách thức đã kết thúc',
      detail: 'Thách thức đã đóng hoặc đã hết hạn thì không sửa được nữa.',
    },
    challenge_not_draft: {
      title: 'Đây không còn là bản nháp',
      detail: 'Thách thức đã đăng thì không bỏ được, nhưng có thể đóng lại kèm lý do.',
    },
    challenge_not_withdrawable: {
      title: 'Không rút lại được thách thức này',
      detail: 'Chỉ rút lại được thách thức đang mở hoặc đang chờ duyệt.',
    },
    challenge_has_others: {
      title: 'Đã có người tham gia nên không rút lại được',
      detail:
        'Có người đã ủng hộ, bình luận, theo dõi, viết giải pháp, hoặc có thách thức khác đã gộp vào đây. Bạn có thể đóng thách thức kèm lý do.',
    },
    challenge_not_closable: { title: 'Không thể đóng thách thức này', detail: 'Chỉ thách thức đang mở mới đóng được.' },
    challenge_not_closed: { title: 'Thách thức này chưa đóng', detail: 'Chỉ thách thức đã đóng mới mở lại được.' },
  },
  author: 'người nêu thách thức',
  on: 'Trong một thách thức',
  name: 'Thách thức',
  merged: 'Thách thức này đã được gộp vào một thách thức khác',
  also: 'Cùng nêu',
  counted: 'thách thức',
  mine: 'Thách thức',
  empty: { title: 'Bạn chưa nêu thách thức nào', text: 'Bản nháp và thách thức đã đăng sẽ nằm ở đây.' },
};

export const en: KindWords<'challenge'>['en'] = {
  statuses: {
    draft: 'Draft',
    pending: 'Awaiting review',
    open: 'Open',
    evaluating: 'Being evaluated',
    decided: 'Decided',
    implementing: 'Being carried out',
    completed: 'Completed',
    closed: 'Closed',
    merged: 'Merged',
    hidden: 'Hidden',
    withdrawn: 'Withdrawn',
  },
  events: {
    challenge_raised: (actor) => `${actor} raised the challenge`,
    challenge_launched: (actor) => `${actor} launched the challenge`,
    challenge_edited: (actor, fields) => `${actor} edited the ${fields || 'text'}`,
    challenge_closed: (actor) => `${actor} closed the challenge`,
    challenge_reopened: (actor) => `${actor} reopened the challenge`,
    challenge_withdrawn: (actor) => `${actor} withdrew the challenge`,
    challenge_hidden: (actor) => `${actor} hid the challenge`,
    challenge_restored: (actor) => `${actor} let the challenge be seen again`,
    challenge_merged: (actor) => `${actor} merged two challenges about the same matter`,
    challenge_unmerged: (actor) => `${actor} took two merged challenges apart again`,
  },
  errors: {
    challenge_not_found: {
      title: 'Challenge not found',
      detail: 'It does not exist, is not public yet or has been removed.',
    },
    challenge_not_open: {
      title: 'This challenge no longer takes solutions',
      detail: 'You can still read and follow it.',
    },
    challenge_closed: {
      title: 'This challenge is over',
      detail: 'A challenge that was closed, or whose end has passed, can no longer be edited.',
    },
    challenge_not_draft: {
      title: 'This is no longer a draft',
      detail: 'A published challenge cannot be thrown away, but it can be closed with a reason.',
    },
    challenge_not_withdrawable: {
      title: 'This challenge cannot be withdrawn',
      detail: 'Only one that is open, or waits for review, can.',
    },
    challenge_has_others: {
      title: 'Others have taken part, so it cannot be withdrawn',
      detail:
        'Somebody supports it, comments, follows it or has begun a solution, or another challenge was merged into it. You can close it with a reason.',
    },
    challenge_not_closable: {
      title: 'This challenge cannot be closed',
      detail: 'Only an open challenge can be closed.',
    },
    challenge_not_closed: { title: 'This challenge is not closed', detail: 'Only a closed challenge can be reopened.' },
  },
  author: 'raised this',
  on: 'On a challenge',
  name: 'Challenge',
  merged: 'This challenge was merged into another one',
  also: 'Also raised by',
  counted: 'challenges',
  mine: 'Challenges',
  empty: { title: 'You have not raised a challenge yet', text: 'Your drafts and challenges will be here.' },
};
