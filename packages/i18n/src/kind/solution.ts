/** The words of solutions. */
import type { KindWords } from '../kind-words.ts';

export const vi: KindWords<'solution'>['vi'] = {
  statuses: {
    draft: 'Bản nháp',
    pending: 'Chờ duyệt',
    submitted: 'Đã gửi',
    shortlisted: 'Vào vòng trong',
    selected: 'Được chọn',
    'not-selected': 'Không được chọn',
    piloting: 'Đang thử nghiệm thực tế',
    implemented: 'Đã áp dụng',
    stopped: 'Đã dừng',
    withdrawn: 'Đã rút',
    merged: 'Đã gộp',
    hidden: 'Đã ẩn',
  },
  events: {
    solution_submitted: (actor) => `${actor} gửi giải pháp`,
    solution_edited: (actor, fields) => `${actor} sửa ${fields || 'nội dung'} của giải pháp`,
    solution_withdrawn: (actor) => `${actor} rút giải pháp`,
    solution_hidden: (actor) => `${actor} ẩn giải pháp`,
    solution_restored: (actor) => `${actor} cho giải pháp hiện trở lại`,
    solution_merged: (actor) => `${actor} gộp hai giải pháp giống nhau`,
    solution_unmerged: (actor) => `${actor} tách hai giải pháp đã gộp`,
  },
  errors: {
    solution_not_found: {
      title: 'Không tìm thấy giải pháp',
      detail: 'Giải pháp không tồn tại, chưa công khai hoặc đã được gỡ.',
    },
    solution_not_draft: { title: 'Giải pháp đã được gửi', detail: 'Chỉ bản nháp mới gửi được.' },
    solution_not_editable: {
      title: 'Không sửa được giải pháp này nữa',
      detail: 'Chỉ sửa được bản nháp hoặc giải pháp đã gửi còn trong hạn.',
    },
    solution_not_withdrawable: {
      title: 'Không rút được giải pháp này',
      detail: 'Giải pháp đã rút hoặc đã sang bước sau.',
    },
  },
  author: 'tác giả giải pháp',
  on: 'Trong một giải pháp',
  name: 'Giải pháp',
  merged: 'Giải pháp này đã được gộp vào một giải pháp khác',
  also: 'Cùng đề xuất',
  counted: 'giải pháp',
  mine: 'Giải pháp',
  empty: { title: 'Bạn chưa đề xuất giải pháp nào', text: 'Hãy tìm một thách thức mà bạn biết cách giải.' },
};

export const en: KindWords<'solution'>['en'] = {
  statuses: {
    draft: 'Draft',
    pending: 'Awaiting review',
    submitted: 'Submitted',
    shortlisted: 'Shortlisted',
    selected: 'Selected',
    'not-selected': 'Not selected',
    piloting: 'In pilot',
    implemented: 'In use',
    stopped: 'Stopped',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
    hidden: 'Hidden',
  },
  events: {
    solution_submitted: (actor) => `${actor} submitted a solution`,
    solution_edited: (actor, fields) => `${actor} edited the ${fields || 'text'} of the solution`,
    solution_withdrawn: (actor) => `${actor} withdrew the solution`,
    solution_hidden: (actor) => `${actor} hid the solution`,
    solution_restored: (actor) => `${actor} let the solution be seen again`,
    solution_merged: (actor) => `${actor} merged two solutions that say the same`,
    solution_unmerged: (actor) => `${actor} took two merged solutions apart again`,
  },
  errors: {
    solution_not_found: {
      title: 'Solution not found',
      detail: 'It does not exist, is not public yet or has been removed.',
    },
    solution_not_draft: { title: 'The solution has been submitted', detail: 'Only a draft can be submitted.' },
    solution_not_editable: {
      title: 'This solution can no longer be edited',
      detail: 'Only a draft, or a submitted one within its time, can.',
    },
    solution_not_withdrawable: {
      title: 'This solution cannot be withdrawn',
      detail: 'It has been withdrawn, or has moved on.',
    },
  },
  author: 'author',
  on: 'On a solution',
  name: 'Solution',
  merged: 'This solution was merged into another one',
  also: 'Also proposed by',
  counted: 'solutions',
  mine: 'Solutions',
  empty: { title: 'You have not proposed a solution yet', text: 'Look for a challenge you know a way for.' },
};
