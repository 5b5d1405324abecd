/** Votes that moderators look at: the evidence, and what is decided of it. */
import type { SignalName } from '@hanoi/core/evidence/schema';

type Noticed = (group: string, measured: string, threshold: string) => string;

const viSignals: Record<SignalName, Noticed> = {
  burst: (group, measured, threshold) =>
    `${group}: ${measured} lượt trong một giờ (từ ${threshold} lượt trở lên thì được nêu), chiếm ít nhất một nửa giờ ấy.`,
  jump: (group, measured, threshold) =>
    `${group}: ${measured} lượt trong một giờ, nhiều hơn hẳn mức thường thấy của nội dung này (ngưỡng ${threshold}).`,
  'new-accounts': (group, measured, threshold) =>
    `${group}: ${measured} tài khoản mới lập chỉ ủng hộ, không làm gì khác (ngưỡng ${threshold}).`,
  regular: (group, measured, threshold) =>
    `${group}: các lượt cách nhau gần như đều tăm tắp (độ lệch ${measured} so với khoảng cách trung bình, ngưỡng ${threshold}; người thật thường gần 1).`,
};
const enSignals: typeof viSignals = {
  burst: (group, measured, threshold) =>
    `${group}: ${measured} supports within an hour (${threshold} are enough to be noticed), at least half of that hour’s.`,
  jump: (group, measured, threshold) =>
    `${group}: ${measured} supports within an hour, far more than this content usually gets (threshold ${threshold}).`,
  'new-accounts': (group, measured, threshold) =>
    `${group}: ${measured} new accounts did nothing but support (threshold ${threshold}).`,
  regular: (group, measured, threshold) =>
    `${group}: the supports come at nearly equal intervals (they vary by ${measured} of their mean, threshold ${threshold}; people’s are near 1).`,
};

export const vi = {
  title: 'Vì sao cần xem các lượt ủng hộ này',
  lead: (votes: string, from: string, to: string, support: string) =>
    `${votes} lượt từ ${from} đến ${to}; tổng cộng đang tính ${support} lượt.`,
  signals: viSignals,
  caution:
    'Trường học, cơ quan, mạng di động thường dùng chung một địa chỉ: nhiều người từ một mạng tự nó không có gì sai. Ở đây không nêu tên ai và không lưu địa chỉ.',
  everybody: 'Tất cả',
  group: (id: string) => (id === 'new' ? 'Tài khoản mới, chỉ ủng hộ' : `Mạng ${id}`),
  groupsTitle: 'Theo nhóm',
  groupHead: 'Nhóm',
  votesHead: 'Lượt',
  newHead: 'Tài khoản dưới 3 ngày',
  onlyVotedHead: 'Chỉ ủng hộ',
  hoursTitle: 'Theo giờ',
  hourHead: 'Từ lúc',
  networksHead: 'Từ các mạng',
  agesTitle: 'Tuổi tài khoản khi ủng hộ',
  ageHead: 'Tuổi',
  under: (days: string, _count: number) => `dưới ${days} ngày`,
  older: 'lâu hơn',
  gone: 'Bằng chứng chi tiết đã được xóa sau 30 ngày, nên không còn tách được lượt nào.',
  groups: 'Không tính lượt của nhóm nào?',
  groupsHint: 'Người có lượt bị tách ra đọc lý do bạn viết, và ai cũng có thể đề nghị xem xét lại cho riêng mình.',
  voter: 'Người đề nghị',
  voterFacts: (joined: string, level: string) => `Lập tài khoản ngày ${joined}; ${level}.`,
  notCounted: 'Lượt này đang không được tính',
  state: {
    running: (count: string) => `Đang tách các lượt ra: đã xong ${count} lượt.`,
    done: (count: string) => `${count} lượt ủng hộ không được tính.`,
    releasing: (count: string) => `Đang tính lại ${count} lượt.`,
    released: (count: string) => `${count} lượt từng bị tách ra nay đã được tính lại.`,
  },
  release: 'Tính lại tất cả',
  releaseHint: 'Mọi lượt từng bị tách ra ở nội dung này lại được đếm. Dòng thời gian sẽ ghi việc này.',
  releaseNote: 'Vì sao?',
};

export const en: typeof vi = {
  title: 'Why these supports are looked at',
  lead: (votes, from, to, support) => `${votes} supports from ${from} to ${to}; ${support} are counted in all.`,
  signals: enSignals,
  caution:
    'Schools, offices and mobile networks often share an address: many people from one network are nothing wrong by themselves. Nobody is named here, and no address is kept.',
  everybody: 'All together',
  group: (id) => (id === 'new' ? 'New accounts that only support' : `Network ${id}`),
  groupsTitle: 'By group',
  groupHead: 'Group',
  votesHead: 'Supports',
  newHead: 'Accounts under 3 days',
  onlyVotedHead: 'Only supported',
  hoursTitle: 'By hour',
  hourHead: 'From',
  networksHead: 'From networks',
  agesTitle: 'Age of the accounts when they supported',
  ageHead: 'Age',
  under: (days, count) => `under ${days} ${count === 1 ? 'day' : 'days'}`,
  older: 'older',
  gone: 'The evidence was deleted after 30 days, so no supports can be set aside any more.',
  groups: 'Whose supports are not to be counted?',
  groupsHint: 'They read the reason as you write it, and each of them may ask for another look at their own support.',
  voter: 'Who asks',
  voterFacts: (joined, level) => `The account was made on ${joined}; ${level}.`,
  notCounted: 'This support is not counted now',
  state: {
    running: (count) => `Supports are being set aside: ${count} so far.`,
    done: (count) => `${count} ${count === '1' ? 'support is' : 'supports are'} not counted.`,
    releasing: (count) => `${count} ${count === '1' ? 'support is' : 'supports are'} being counted again.`,
    released: (count) => `${count} ${count === '1' ? 'support' : 'supports'} that had been set aside count again.`,
  },
  release: 'Count all of them again',
  releaseHint: 'All supports of this content that were set aside count again. The timeline tells it.',
  releaseNote: 'Why?',
};
