/** The administrators' page of jobs. */
import type { JobName, JobState } from '@hanoi/core/job/schema';
import { formatNumber } from './language.ts';

/** What a job is called, what it does, and what it means for people while it does not run. */
type JobWords = { name: string; does: string; missed: string };

const viJobs: Record<JobName, JobWords> = {
  'close-due': {
    name: 'Khép lại khi hết hạn',
    does: 'Khép lại những thách thức đã đến ngày kết thúc.',
    missed: 'Thách thức đã hết hạn vẫn hiện là đang mở; lượt ủng hộ thì đã tự dừng.',
  },
  figures: {
    name: 'Đếm con số của thành phố',
    does: 'Đếm lại thách thức, giải pháp, bình luận và lượt ủng hộ cho trang chủ và bản đồ.',
    missed: 'Con số trên trang chủ bị cũ.',
  },
  'day-figures': {
    name: 'Con số trong ngày',
    does: 'Đếm những gì mới đến trong ngày và những gì đang chờ, cho trang Con số trong ngày.',
    missed: 'Trang Con số trong ngày bị cũ; những ngày thiếu sẽ được đếm bù khi tác vụ chạy lại.',
  },
  retag: {
    name: 'Đổi tên từ khóa',
    does: 'Đưa tên mới của từ khóa vào những bài đã viết.',
    missed: 'Bài cũ còn mang tên cũ của từ khóa.',
  },
  'seal-audit': {
    name: 'Niêm phong nhật ký',
    does: 'Niêm phong các mục mới của nhật ký quản trị.',
    missed: 'Nếu mục mới bị sửa hoặc xóa thì không phát hiện được.',
  },
  'watch-votes': {
    name: 'Xem lượt ủng hộ bất thường',
    does: 'Tìm những lượt ủng hộ có vẻ do một người tạo ra và đưa cho kiểm duyệt viên.',
    missed: 'Lượt ủng hộ bất thường không đến tay kiểm duyệt viên.',
  },
  'forget-networks': {
    name: 'Xóa dấu mạng',
    does: 'Xóa dấu của mạng khỏi những lượt ủng hộ đã quá một tháng.',
    missed: 'Dấu mạng bị giữ lâu hơn 31 ngày như đã hứa.',
  },
  'check-audit': {
    name: 'Kiểm tra nhật ký',
    does: 'So nhật ký quản trị của 40 ngày gần đây với dấu niêm phong.',
    missed: 'Không biết nhật ký có bị sửa hay không.',
  },
  recount: {
    name: 'Đếm lại lượt ủng hộ',
    does: 'Đếm lại lượt ủng hộ và báo chỗ lệch.',
    missed: 'Số đếm có thể lệch mà không ai hay.',
  },
  transparency: {
    name: 'Báo cáo minh bạch',
    does: 'Đếm kết quả kiểm duyệt của những tháng gần đây.',
    missed: 'Báo cáo minh bạch bị cũ.',
  },
  'search-snapshot': {
    name: 'Bản chụp bảng tìm kiếm',
    does: 'Lưu một bản của bảng tìm kiếm để máy mới khởi động nhanh.',
    missed: 'Chưa ảnh hưởng gì; máy tìm kiếm mới sẽ khởi động chậm hơn.',
  },
  'expire-old': {
    name: 'Dọn dữ liệu hết hạn',
    does: 'Xóa mã đăng nhập, giới hạn và những dữ liệu tạm đã hết hạn.',
    missed: 'Dữ liệu tạm nằm lại lâu hơn; dữ liệu hết hạn vẫn không dùng được.',
  },
  'file-dead-letters': {
    name: 'Ghi việc bị kẹt',
    does: 'Đưa những việc đã thử nhiều lần mà vẫn lỗi lên trang việc bị kẹt.',
    missed: 'Việc bị kẹt chưa hiện trên trang.',
  },
  'optimise-search': {
    name: 'Sắp xếp bảng tìm kiếm',
    does: 'Gộp các phần của bảng tìm kiếm để tìm nhanh.',
    missed: 'Tìm kiếm chậm dần.',
  },
  migrate: {
    name: 'Chuyển dữ liệu sang dạng mới',
    does: 'Đưa dữ liệu của phiên bản trước sang dạng hiện nay, sau khi nâng cấp.',
    missed: 'Dữ liệu cũ vẫn đọc được.',
  },
  reproject: {
    name: 'Dựng lại danh sách',
    does: 'Dựng lại bộ đếm và danh sách của mọi bài, khi thấy chúng sai.',
    missed: 'Chỉ cần chạy khi danh sách hoặc bộ đếm bị sai.',
  },
};

const enJobs: Record<JobName, JobWords> = {
  'close-due': {
    name: 'Close what is due',
    does: 'Closes challenges whose closing date has come.',
    missed: 'Challenges past their date still look open; support for them has ended by itself.',
  },
  figures: {
    name: 'Figures of the city',
    does: 'Counts challenges, solutions, comments and support for the home page and the map.',
    missed: 'The figures on the home page are old.',
  },
  'day-figures': {
    name: 'Figures of the day',
    does: 'Counts what came on a day and what waits, for the page of these figures.',
    missed: 'The figures of the day are old; days that are missing are counted when it runs again.',
  },
  retag: {
    name: 'Rename tags',
    does: 'Brings the new name of a tag to what was written before.',
    missed: 'Older posts keep the former name of a tag.',
  },
  'seal-audit': {
    name: 'Seal the audit log',
    does: 'Seals new entries of the audit log.',
    missed: 'A new entry that is changed or removed would not be noticed.',
  },
  'watch-votes': {
    name: 'Watch supports',
    does: 'Finds supports that look as if one hand had given them, and puts them before moderators.',
    missed: 'Unusual supports reach no moderator.',
  },
  'forget-networks': {
    name: 'Forget networks',
    does: 'Takes the marks of networks off supports that are older than a month.',
    missed: 'Marks are kept longer than the 31 days that were promised.',
  },
  'check-audit': {
    name: 'Check the audit log',
    does: 'Checks the audit log of the last 40 days against its seals.',
    missed: 'Nobody knows whether the log was changed.',
  },
  recount: {
    name: 'Recount supports',
    does: 'Counts supports again and reports differences.',
    missed: 'A wrong count would not be noticed.',
  },
  transparency: {
    name: 'Transparency report',
    does: 'Counts what moderators decided in the latest months.',
    missed: 'The transparency report is old.',
  },
  'search-snapshot': {
    name: 'Snapshot of the search',
    does: 'Stores a copy of the search index, with which new instances begin.',
    missed: 'Nothing yet; new instances of the search take longer to begin.',
  },
  'expire-old': {
    name: 'Clear what has expired',
    does: 'Deletes sign-in codes, limits and other passing data whose time is over.',
    missed: 'Passing data stays longer; it is of no use to anybody once it has expired.',
  },
  'file-dead-letters': {
    name: 'File dead letters',
    does: 'Puts work that failed in all its tries on the page of dead letters.',
    missed: 'Dead letters are not on their page yet.',
  },
  'optimise-search': {
    name: 'Tidy the search index',
    does: 'Merges the parts of the search index, so that it answers fast.',
    missed: 'Searches become slower.',
  },
  migrate: {
    name: 'Migrate data',
    does: 'Brings data of an earlier version to its present form, after an upgrade.',
    missed: 'Older data can still be read.',
  },
  reproject: {
    name: 'Rebuild lists',
    does: 'Rebuilds counters and lists of all posts, where they are wrong.',
    missed: 'It is needed only where lists or counters are wrong.',
  },
};

const viStates: Record<JobState, string> = {
  never: 'Chưa chạy lần nào',
  asked: 'Sắp chạy',
  running: 'Đang chạy',
  stopped: 'Bị ngắt giữa chừng',
  done: 'Xong',
  unfinished: 'Chưa xong hết',
  failed: 'Bị lỗi',
};

const enStates: Record<JobState, string> = {
  never: 'Has never run',
  asked: 'About to run',
  running: 'Running',
  stopped: 'Cut off',
  done: 'Done',
  unfinished: 'Not all done',
  failed: 'Failed',
};

/** How often, by minutes between runs. */
function viEvery(minutes: number): string {
  if (minutes === 1) return 'Mỗi phút';
  if (minutes === 60) return 'Mỗi giờ';
  return minutes >= 24 * 60 ? 'Mỗi ngày' : `${minutes} phút một lần`;
}

function enEvery(minutes: number): string {
  if (minutes === 1) return 'Every minute';
  if (minutes === 60) return 'Every hour';
  return minutes >= 24 * 60 ? 'Once a day' : `Every ${minutes} minutes`;
}

const second = 1_000;

/** From this on, a time is told in minutes. */
const longSeconds = 120;

export const vi = {
  title: 'Tác vụ',
  lead: 'Những việc hệ thống tự làm theo giờ. Mỗi tác vụ chỉ chạy một lượt một lúc, nên bấm nhiều lần cũng không sao.',
  columns: { job: 'Tác vụ', when: 'Lịch chạy', state: 'Tình trạng', last: 'Lần chạy gần nhất', run: 'Chạy ngay' },
  jobs: viJobs,
  states: viStates,
  every: viEvery,
  nightly: (time: string) => `Mỗi đêm, lúc ${time}`,
  onlyAsked: 'Chỉ khi có người cho chạy',
  late: 'Quá lịch',
  since: 'từ',
  took: (ms: number) => {
    const seconds = Math.round(ms / second);
    if (seconds < 1) return 'dưới 1 giây';
    return seconds < longSeconds ? `${seconds} giây` : `${formatNumber('vi', Math.round(seconds / 60))} phút`;
  },
  run: 'Chạy ngay',
  runFor: (job: string) => `Chạy ngay: ${job}`,
  asked: 'Đã cho chạy và ghi vào nhật ký. Tải lại trang sau ít phút để xem kết quả.',
  reload: 'Tải lại trang',
  log: 'Ai đã cho chạy',
  logOf: (job: string) => `Ai đã cho chạy: ${job}`,
  unknown: { title: 'Không có tác vụ này', detail: 'Hãy chọn một tác vụ trong bảng.' },
  remedy: {
    failed: 'Hãy chạy lại. Nếu vẫn lỗi, gửi dòng lỗi này cho người vận hành.',
    stopped: 'Lượt chạy bị ngắt hoặc quá 15 phút. Hãy chạy lại: tác vụ làm tiếp từ chỗ dừng.',
    unfinished: 'Lượt này hết giờ. Lượt sau làm tiếp; muốn xong sớm thì chạy lại.',
  },
};

export const en: typeof vi = {
  title: 'Jobs',
  lead: 'What the system does by the clock. Each job runs once at a time, so pressing twice does no harm.',
  columns: { job: 'Job', when: 'Schedule', state: 'State', last: 'Last run', run: 'Run now' },
  jobs: enJobs,
  states: enStates,
  every: enEvery,
  nightly: (time) => `Every night, at ${time}`,
  onlyAsked: 'Only when somebody runs it',
  late: 'Overdue',
  since: 'since',
  took: (ms) => {
    const seconds = Math.round(ms / second);
    if (seconds < 1) return 'less than 1 s';
    return seconds < longSeconds ? `${seconds} s` : `${formatNumber('en', Math.round(seconds / 60))} min`;
  },
  run: 'Run now',
  runFor: (job) => `Run now: ${job}`,
  asked: 'It is on its way, and in the audit log. Load the page again in a moment to see how it came out.',
  reload: 'Load the page again',
  log: 'Who ran it',
  logOf: (job) => `Who ran it: ${job}`,
  unknown: { title: 'There is no such job', detail: 'Choose one of the table.' },
  remedy: {
    failed: 'Run it again. If it fails again, send this error to the operators.',
    stopped: 'The run was cut off, or took longer than 15 minutes. Run it again: it continues where it stopped.',
    unfinished: 'The run was out of time. The next one continues; run it again to be done sooner.',
  },
};
