/** The administrators' page of flags: what each does, and what is said of its changes. */
import type { VerifiableAct } from '@hanoi/core/api/switch';
import type { FlagName } from '@hanoi/core/flag/schema';
import { ofCollections } from './kinds.ts';

/** `on` and `off` are the two states; `does` says what the flag is for. */
type FlagWords = { name: string; does: string };

const viFlags: Record<FlagName, FlagWords> = {
  ...ofCollections('vi', ({ counted }) => ({
    name: `Nhận ${counted}`,
    does: `Tắt thì không ai viết, gửi hay sửa ${counted} được; vẫn đọc được.`,
  })),
  comments: { name: 'Nhận bình luận', does: 'Tắt thì không ai viết hay sửa bình luận được; vẫn xóa được.' },
  support: { name: 'Nhận lượt ủng hộ', does: 'Tắt thì không ai ủng hộ hay rút ủng hộ được.' },
  uploads: { name: 'Nhận ảnh', does: 'Tắt thì không tải ảnh lên được.' },
  signIn: { name: 'Cho đăng nhập', does: 'Tắt thì không ai đăng nhập được; ai đang đăng nhập thì vẫn dùng tiếp.' },
  review: {
    name: 'Duyệt bài đầu tiên',
    does: 'Bật thì bài đầu tiên của mỗi người chờ kiểm duyệt rồi mới hiện; bài đăng thay tổ chức không phải chờ.',
  },
  eid: {
    name: 'Định danh điện tử',
    does: 'Những việc chỉ dành cho tài khoản đã xác thực. Rút lại, xóa của mình thì ai cũng làm được.',
  },
  readOnly: { name: 'Chỉ đọc', does: 'Bật thì không ai viết gì được trên toàn trang; vẫn đọc và đăng xuất được.' },
  demo: { name: 'Dòng báo dữ liệu mẫu', does: 'Bật thì trang nào cũng ghi rằng dữ liệu là mẫu, không có thật.' },
  banner: { name: 'Thông báo đầu trang', does: 'Hiện ở đầu mọi trang, cho mọi người.' },
};

const enFlags: typeof viFlags = {
  ...ofCollections('en', ({ counted }) => ({
    name: `Take ${counted}`,
    does: `While off, nobody writes, sends or edits ${counted}; they can be read.`,
  })),
  comments: { name: 'Take comments', does: 'While off, nobody writes or edits a comment; deleting still works.' },
  support: { name: 'Take support', does: 'While off, nobody supports anything or withdraws support.' },
  uploads: { name: 'Take pictures', does: 'While off, no picture can be uploaded.' },
  signIn: { name: 'Let people sign in', does: 'While off, nobody signs in; those who are signed in stay so.' },
  review: {
    name: 'Review first posts',
    does: 'While on, a person’s first post waits for moderators; posts in an organisation’s name never wait.',
  },
  eid: {
    name: 'Electronic identity',
    does: 'What only verified accounts may do. Everybody may withdraw and delete their own.',
  },
  readOnly: { name: 'Read only', does: 'While on, nobody writes anything on the site; they can read and sign out.' },
  demo: { name: 'Notice of invented examples', does: 'While on, every page says that its examples are invented.' },
  banner: { name: 'Notice at the top', does: 'Shown at the top of every page, to everybody.' },
};

const viActs: Record<VerifiableAct, string> = {
  ...ofCollections('vi', ({ counted }) => `đăng và sửa ${counted}`),
  comments: 'bình luận',
  support: 'ủng hộ',
};
const enActs: typeof viActs = {
  ...ofCollections('en', ({ counted }) => `post and edit ${counted}`),
  comments: 'comment',
  support: 'support',
};

export const vi = {
  title: 'Công tắc và thông báo',
  lead: 'Tạm dừng từng phần của trang, hoặc báo cho mọi người biết. Thay đổi có hiệu lực khắp nơi trong một phút.',
  flags: viFlags,
  acts: viActs,
  asksFor: 'Cần tài khoản đã xác thực để',
  setEid: 'Lưu',
  switches: 'Công tắc',
  on: 'Đang bật',
  off: 'Đang tắt',
  turnOn: 'Bật',
  turnOff: 'Tắt',
  unusual: 'khác thường lệ',
  change: (name: string, isOn: boolean) => `${isOn ? 'Tắt' : 'Bật'}: ${name}`,
  never: 'Chưa ai thay đổi.',
  last: (who: string, when: string) => `${who} đổi lúc ${when}`,
  bannerVi: 'Tiếng Việt',
  bannerEn: 'Tiếng Anh',
  from: 'Hiện từ',
  fromHint: 'Giờ Hà Nội. Bỏ trống: hiện ngay.',
  until: 'Hiện đến',
  untilHint: 'Bỏ trống: hiện đến khi có người gỡ.',
  showBanner: 'Lưu thông báo',
  removeBanner: 'Gỡ thông báo',
  noBanner: 'Không có thông báo nào.',
  bannerState: { now: 'Đang hiện', later: 'Chưa đến giờ hiện', over: 'Đã hết giờ hiện' },
  shownFrom: (time: string) => `từ ${time}`,
  shownUntil: (time: string) => `đến ${time}`,
  history: 'Những lần thay đổi gần đây',
  columns: { when: 'Lúc', what: 'Công tắc', to: 'Thành', who: 'Người đổi', why: 'Lý do' },
  command: (name: string) => `lệnh ${name}`,
  conflict:
    'Có người vừa đổi một công tắc trong lúc bạn mở trang này. Trang đã lấy lại trạng thái mới; hãy xem rồi làm lại nếu vẫn cần.',
};

export const en: typeof vi = {
  title: 'Flags and notices',
  lead: 'Pause parts of the site, or tell everybody something. A change takes effect everywhere within a minute.',
  flags: enFlags,
  acts: enActs,
  asksFor: 'A verified account is needed to',
  setEid: 'Save',
  switches: 'Flags',
  on: 'On',
  off: 'Off',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  unusual: 'not as usual',
  change: (name, isOn) => `Turn ${isOn ? 'off' : 'on'}: ${name}`,
  never: 'Nobody has changed it.',
  last: (who, when) => `changed by ${who}, ${when}`,
  bannerVi: 'In Vietnamese',
  bannerEn: 'In English',
  from: 'Shown from',
  fromHint: 'In Hanoi’s time. Empty: at once.',
  until: 'Shown until',
  untilHint: 'Empty: until somebody takes it away.',
  showBanner: 'Save the notice',
  removeBanner: 'Take the notice away',
  noBanner: 'There is no notice.',
  bannerState: { now: 'Shown now', later: 'Not shown yet', over: 'Its time is over' },
  shownFrom: (time) => `from ${time}`,
  shownUntil: (time) => `until ${time}`,
  history: 'Latest changes',
  columns: { when: 'When', what: 'Flag', to: 'To', who: 'By', why: 'Reason' },
  command: (name) => `the command ${name}`,
  conflict:
    'Somebody set a flag while you had this page open. It now shows the flags as they are: look again, and repeat it if it is still needed.',
};
