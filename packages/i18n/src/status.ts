/** The names of the states of challenges and solutions. */
import type { ChallengeStatus } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { SolutionStatus } from '@hanoi/core/solution/schema';

export const challengeStatusNames: Record<Language, Record<ChallengeStatus, string>> = {
  vi: {
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
  en: {
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
};

export const solutionStatusNames: Record<Language, Record<SolutionStatus, string>> = {
  vi: {
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
  en: {
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
};
