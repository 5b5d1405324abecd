/** The names of the states of each kind of subject. */
import type { Language } from '@hanoi/core/person/schema';
import type { StatusOf, SubjectKind } from '@hanoi/core/subject/kinds';

type StatusNames = { [Kind in SubjectKind]: Record<StatusOf<Kind>, string> };

export const statusNames: Record<Language, StatusNames> = {
  vi: {
    challenge: {
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
    },
    solution: {
      draft: 'Bản nháp',
      submitted: 'Đã gửi',
      shortlisted: 'Vào vòng trong',
      selected: 'Được chọn',
      'not-selected': 'Không được chọn',
      piloting: 'Đang thí điểm',
      implemented: 'Đã áp dụng',
      stopped: 'Đã dừng',
      withdrawn: 'Đã rút',
      merged: 'Đã gộp',
      hidden: 'Đã ẩn',
    },
  },
  en: {
    challenge: {
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
    },
    solution: {
      draft: 'Draft',
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
  },
};

/** The name of a state of any kind: where kinds share a state they share its name. */
export function statusName(language: Language, status: StatusOf<SubjectKind>): string {
  const [name] = Object.values<Record<string, string>>(statusNames[language]).flatMap((names) => names[status] ?? []);
  return name ?? status;
}
