/** The administrators' pages of dead letters. */
import type { LetterSource } from '@hanoi/core/dead-letter/schema';

/** What a letter would have done, and what people miss while it is not done. */
type SourceWords = { name: string; missed: string };

const viSources: Record<LetterSource, SourceWords> = {
  rename: { name: 'Cập nhật tên mới', missed: 'Bài đã viết vẫn mang tên cũ của người hoặc tổ chức.' },
  inherit: {
    name: 'Cập nhật giải pháp theo thách thức',
    missed: 'Giải pháp chưa theo kịp thay đổi của thách thức, chẳng hạn tên mới.',
  },
  merge: { name: 'Gộp bài', missed: 'Giải pháp và lượt ủng hộ của bài đã gộp chưa được chuyển hết.' },
  alike: { name: 'Tìm thách thức giống nhau', missed: 'Thách thức mới chưa được so với những thách thức đang mở.' },
  pictures: {
    name: 'Hiện hoặc cất hình ảnh',
    missed: 'Hình ảnh của bài đã ẩn có thể vẫn xem được, hoặc ảnh của bài đã hiện lại chưa xem được.',
  },
  votes: { name: 'Tách lượt ủng hộ', missed: 'Lượt ủng hộ bị tách ra hoặc được tính lại chưa vào số đếm.' },
  streams: { name: 'Cập nhật số đếm và danh sách', missed: 'Một bài có thể thiếu trong danh sách, hoặc số đếm bị cũ.' },
  jobs: { name: 'Gọi tác vụ', missed: 'Tác vụ đã lỡ một lượt; lượt sau thường làm bù.' },
};

const enSources: Record<LetterSource, SourceWords> = {
  rename: {
    name: 'Bring a new name',
    missed: 'What was written before keeps the former name of a person or an organisation.',
  },
  inherit: {
    name: 'Bring solutions in line with their challenge',
    missed: 'Solutions do not show what changed on their challenge, such as its new title.',
  },
  merge: { name: 'Merge', missed: 'Solutions and supports of what was merged have not all moved.' },
  alike: {
    name: 'Look for challenges that are alike',
    missed: 'A new challenge was not compared with those that are open.',
  },
  pictures: {
    name: 'Show or withhold pictures',
    missed: 'A picture of hidden content may still be served, or one of content that is shown again is not.',
  },
  votes: {
    name: 'Set supports aside',
    missed: 'Supports that were set aside, or count again, are not in the counts yet.',
  },
  streams: {
    name: 'Bring counts and lists up to date',
    missed: 'A post may be missing in lists, or a count may be old.',
  },
  jobs: { name: 'Call a job', missed: 'A run of the job was missed; the next one usually makes up for it.' },
};

export const vi = {
  title: 'Việc bị kẹt',
  lead: 'Những việc hệ thống đã thử nhiều lần mà vẫn lỗi. Sửa xong nguyên nhân thì làm lại; việc không cần nữa thì bỏ qua và ghi lý do.',
  states: { open: 'Đang chờ', discarded: 'Đã bỏ qua' },
  statesLabel: 'Đang chờ hay đã bỏ qua',
  columns: { what: 'Việc', when: 'Bị kẹt lúc', tries: 'Số lần thử', why: 'Lỗi', state: 'Ai bỏ qua, vì sao' },
  sources: viSources,
  empty: {
    open: { title: 'Không có việc nào bị kẹt', text: 'Mọi việc đều đã chạy xong.' },
    discarded: { title: 'Chưa bỏ qua việc nào', text: 'Việc đã bỏ qua nằm ở đây một năm, cùng lý do.' },
  },
  older: 'Cũ hơn',
  lookAt: (name: string, when: string) => `Xem: ${name}, ${when}`,
  back: 'Tất cả việc bị kẹt',
  facts: {
    missed: 'Ảnh hưởng',
    sentAt: 'Được giao lúc',
    failedAt: 'Bị kẹt lúc',
    tries: 'Số lần thử',
    fault: 'Lỗi lần cuối',
    body: 'Nội dung việc',
    message: 'Mã trong nhật ký máy',
    keptUntil: 'Tự xóa lúc',
    discarded: 'Đã bỏ qua',
    reason: 'Lý do',
  },
  noFault: 'Không ghi được lỗi: có lẽ việc bị ngắt giữa chừng.',
  retry: 'Làm lại',
  retryHint:
    'Sửa nguyên nhân trước rồi hãy làm lại. Làm lại hai lần cũng không sao: việc đã xong thì không đổi gì thêm.',
  noRecord:
    'Dữ liệu của việc này không còn, nên không làm lại được. Hãy chạy hai tác vụ “Đếm lại lượt ủng hộ” và “Dựng lại danh sách”, rồi bỏ qua việc này.',
  toJobs: 'Mở trang tác vụ',
  discard: 'Bỏ qua',
  discardHint: 'Việc này sẽ không bao giờ được làm. Lý do nằm lại một năm.',
  log: 'Nhật ký của việc này',
};

export const en: typeof vi = {
  title: 'Dead letters',
  lead: 'Work that failed in all its tries. Once the cause is mended, send it again; discard what is not needed any more, and say why.',
  states: { open: 'Waiting', discarded: 'Discarded' },
  statesLabel: 'Waiting or discarded',
  columns: { what: 'Work', when: 'Given up', tries: 'Tries', why: 'Error', state: 'Who discarded it, and why' },
  sources: enSources,
  empty: {
    open: { title: 'Nothing is waiting', text: 'All work has been done.' },
    discarded: { title: 'Nothing was discarded', text: 'What is discarded stays here for a year, with the reason.' },
  },
  older: 'Older',
  lookAt: (name, when) => `Look at it: ${name}, ${when}`,
  back: 'All dead letters',
  facts: {
    missed: 'What people miss',
    sentAt: 'Asked for',
    failedAt: 'Given up',
    tries: 'Tries',
    fault: 'Last error',
    body: 'What was asked for',
    message: 'Its id in the logs',
    keptUntil: 'Deleted by itself',
    discarded: 'Discarded',
    reason: 'Reason',
  },
  noFault: 'No error was noted: it was probably cut off.',
  retry: 'Send again',
  retryHint: 'Mend the cause first. To send it twice does no harm: work that is done changes nothing more.',
  noRecord:
    'Its data is gone, so it cannot be sent again. Run the jobs “Recount supports” and “Rebuild lists”, then discard it.',
  toJobs: 'Open the page of jobs',
  discard: 'Discard',
  discardHint: 'This work will never be done. The reason is kept for a year.',
  log: 'Its audit log',
};
