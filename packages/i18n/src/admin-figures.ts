/** The administrators' page of the figures of the day. */
import type { Came } from '@hanoi/core/daily/schema';
import { ofCollections } from './kinds.ts';

const viCame: Record<keyof Came, string> = {
  people: 'Người mới tham gia',
  ...ofCollections('vi', ({ name }) => `${name} mới`),
  comments: 'Bình luận mới',
  supports: 'Lượt ủng hộ',
  reports: 'Lượt báo vi phạm',
  decisions: 'Kết quả kiểm duyệt',
};
const enCame: Record<keyof Came, string> = {
  people: 'New people',
  ...ofCollections('en', ({ counted }) => `New ${counted}`),
  comments: 'New comments',
  supports: 'Supports',
  reports: 'Reports',
  decisions: 'Decisions',
};

/** Up to so many hours a wait is told in hours. */
const twoDays = 48;

export const vi = {
  title: 'Con số trong ngày',
  lead: 'Những gì mới đến từ 0 giờ hôm nay và những gì đang chờ, so với hôm qua và cùng ngày tuần trước. Đếm lại mười phút một lần.',
  came: viCame,
  columns: {
    figure: 'Con số',
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    weekBefore: '7 ngày trước',
    sevenDays: 'Tổng 7 ngày',
  },
  sevenDaysHint: 'Tổng 7 ngày: bảy ngày trước hôm nay cộng lại. Dấu – là không có số của ngày ấy.',
  openItems: 'Việc đang chờ kiểm duyệt',
  oldestItem: 'Việc chờ lâu nhất',
  wait: (hours: number) => {
    if (hours < 1) return 'dưới 1 giờ';
    return hours < twoDays ? `${Math.floor(hours)} giờ` : `${Math.floor(hours / 24)} ngày`;
  },
  failedJobs: 'Tác vụ bị lỗi ở lần chạy gần nhất',
  search: (since: string) => `Bảng tìm kiếm đã có mọi thay đổi đến ${since}.`,
  searchAway: 'Bảng tìm kiếm chưa trả lời được. Hãy xem trang Tác vụ.',
  updated: (when: string) => `Đếm lúc ${when}.`,
  never: 'Hôm nay chưa đếm lần nào',
  neverText: 'Con số xuất hiện sau lần chạy tới của tác vụ “Con số trong ngày”.',
  toJobs: 'Mở trang Tác vụ',
};

export const en: typeof vi = {
  title: 'Figures of the day',
  lead: 'What came since midnight and what waits, beside yesterday and the same day of last week. Counted every ten minutes.',
  came: enCame,
  columns: {
    figure: 'Figure',
    today: 'Today',
    yesterday: 'Yesterday',
    weekBefore: 'A week ago',
    sevenDays: 'Sum of 7 days',
  },
  sevenDaysHint: 'Sum of 7 days: of the seven days before today. A dash: there is no figure of that day.',
  openItems: 'Items that wait for moderators',
  oldestItem: 'Longest wait',
  wait: (hours) => {
    if (hours < 1) return 'less than 1 h';
    return hours < twoDays ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} days`;
  },
  failedJobs: 'Jobs whose last run failed',
  search: (since) => `The search has seen every change up to ${since}.`,
  searchAway: 'The search does not answer yet. See the page of jobs.',
  updated: (when) => `Counted at ${when}.`,
  never: 'Nothing has been counted today',
  neverText: 'Figures come with the next run of the job “Figures of the day”.',
  toJobs: 'Open the page of jobs',
};
