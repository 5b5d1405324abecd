/** What every error code says to people: `title` what happened, `detail` what to do. */
import type { Language } from '@hanoi/core/person/schema';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import type { SubjectKind } from '@hanoi/core/subject/kinds';
import * as fieldWords from './field-words.ts';
import type { ErrorOf, Message } from './kind-words.ts';
import { ofKinds } from './kinds.ts';
import { formatDayAndTime } from './language.ts';
import * as mergeRefusal from './merge-refusal.ts';
import { pictureLimits } from './picture-limits.ts';

type Messages = Record<ErrorCode, Message>;

/** The errors that are a kind's own stand with its words. */
const errorsOfKinds = (language: 'vi' | 'en') =>
  Object.assign({}, ...Object.values(ofKinds(language, ({ errors }) => errors))) as Record<
    ErrorOf<SubjectKind>,
    Message
  >;

const vi: Messages = {
  ...errorsOfKinds('vi'),
  invalid_input: { title: 'Có chỗ chưa hợp lệ', detail: 'Hãy xem lại các mục được đánh dấu rồi gửi lại.' },
  invalid_json: { title: 'Không đọc được dữ liệu gửi lên', detail: 'Nội dung phải là JSON đúng cú pháp.' },
  invalid_cursor: { title: 'Không tìm thấy trang tiếp theo', detail: 'Hãy xem lại danh sách từ đầu.' },
  invalid_path: { title: 'Địa chỉ không hợp lệ', detail: 'Hãy kiểm tra lại đường dẫn.' },
  unsupported_media_type: {
    title: 'Kiểu dữ liệu không được hỗ trợ',
    detail: 'Hãy gửi đúng kiểu nội dung mà mục này nhận.',
  },
  not_acceptable: { title: 'Không có định dạng được yêu cầu', detail: 'Hãy yêu cầu application/json.' },
  payload_too_large: {
    title: 'Dữ liệu gửi lên quá lớn',
    detail: `Hãy rút gọn nội dung. Ảnh được gửi từng chiếc, mỗi ảnh không quá ${pictureLimits.vi.size}.`,
  },
  invalid_request: { title: 'Không đọc được yêu cầu', detail: 'Hãy tải lại trang rồi thử lại.' },
  request_refused: {
    title: 'Yêu cầu này bị chặn',
    detail:
      'Có thể địa chỉ hoặc dữ liệu gửi kèm quá dài, hoặc mạng bạn đang dùng từng bị lợi dụng để tấn công. Hãy mở lại từ trang chủ, xóa cookie của trang này, hoặc thử bằng mạng khác.',
  },
  request_timeout: { title: 'Gửi quá lâu', detail: 'Đường truyền chậm hoặc bị ngắt giữa chừng. Hãy thử lại.' },
  address_too_long: { title: 'Địa chỉ quá dài', detail: 'Hãy rút gọn đường dẫn, hoặc mở trang từ trang chủ.' },
  headers_too_large: {
    title: 'Trình duyệt gửi kèm quá nhiều dữ liệu',
    detail: 'Hãy xóa cookie của trang này trong trình duyệt rồi thử lại.',
  },
  not_signed_in: { title: 'Cần đăng nhập', detail: 'Hãy đăng nhập rồi thử lại.' },
  session_invalid: { title: 'Phiên đăng nhập không còn hiệu lực', detail: 'Hãy đăng nhập lại để tiếp tục.' },
  not_allowed: {
    title: 'Bạn không có quyền làm việc này',
    detail: 'Việc này dành cho tác giả hoặc người được phân quyền.',
  },
  origin_refused: { title: 'Yêu cầu đến từ một trang khác', detail: 'Hãy mở lại trang và gửi từ chính trang này.' },
  not_found: { title: 'Không tìm thấy', detail: 'Nội dung không tồn tại hoặc đã được gỡ.' },
  route_not_found: { title: 'Không có địa chỉ này', detail: 'Xem danh sách địa chỉ tại /api/v1/openapi.json.' },
  method_not_allowed: {
    title: 'Phương thức không được hỗ trợ',
    detail: 'Địa chỉ này không nhận phương thức vừa dùng.',
  },
  version_conflict: {
    title: 'Nội dung vừa được người khác sửa',
    detail: 'Hãy xem bản mới nhất rồi sửa lại trên bản đó.',
  },
  idempotency_key_reused: {
    title: 'Mã chống gửi lặp đã dùng cho nội dung khác',
    detail: 'Nội dung này chưa được ghi nhận. Hãy gửi lại với một mã Idempotency-Key mới.',
  },
  search_not_ready: {
    title: 'Tìm kiếm chưa sẵn sàng',
    detail: 'Chỉ mục tìm kiếm đang được lập. Hãy thử lại sau ít phút.',
  },
  busy: { title: 'Hệ thống đang bận', detail: 'Hãy thử lại sau ít giây.' },
  too_many_requests: { title: 'Bạn thao tác quá nhanh', detail: 'Hãy chờ một lát rồi thử lại.' },
  internal_error: { title: 'Đã xảy ra lỗi', detail: 'Lỗi thuộc về hệ thống và đã được ghi lại. Hãy thử lại sau.' },
  feature_off: {
    title: 'Phần này đang tạm dừng',
    detail: 'Bạn vẫn xem được mọi nội dung, nhưng tạm thời chưa gửi được gì mới ở đây. Hãy thử lại sau ít phút.',
  },
  programme_restricted: {
    title: 'Chương trình này chỉ dành cho cơ quan',
    detail: 'Hãy chọn chương trình khác, hoặc đăng với tư cách cơ quan của bạn.',
  },
  programme_retired: {
    title: 'Chương trình này đã kết thúc',
    detail: 'Nội dung đã có vẫn được giữ, nhưng không nhận thêm thách thức mới. Hãy chọn chương trình khác.',
  },
  programme_not_found: { title: 'Không có chương trình này', detail: 'Hãy xem lại danh sách chương trình.' },
  programme_exists: {
    title: 'Mã chương trình này đã có',
    detail: 'Mỗi mã chỉ dùng một lần, kể cả mã của chương trình đã kết thúc. Hãy chọn mã khác.',
  },
  programmes_too_many: {
    title: 'Đã có quá nhiều chương trình',
    detail: 'Danh sách giữ tối đa 60 chương trình, kể cả chương trình đã kết thúc. Hãy sửa một chương trình đã có.',
  },
  closing_date_invalid: {
    title: 'Ngày kết thúc chưa hợp lệ',
    detail: 'Hãy chọn một ngày trong tương lai, không quá hai năm.',
  },
  voting_closed: { title: 'Đã hết thời gian ủng hộ', detail: 'Số lượt ủng hộ được giữ nguyên.' },
  comment_not_found: { title: 'Không tìm thấy bình luận', detail: 'Bình luận không tồn tại hoặc đã được xóa.' },
  comment_edit_window_over: {
    title: 'Đã hết thời gian sửa bình luận',
    detail: 'Bạn có thể viết thêm một bình luận để bổ sung.',
  },
  comment_parent_invalid: {
    title: 'Không trả lời được bình luận này',
    detail: 'Bình luận đã bị xóa hoặc thuộc nội dung khác.',
  },
  comments_closed: { title: 'Đã đóng bình luận', detail: 'Nội dung này không còn nhận bình luận mới.' },
  own_content: {
    title: 'Đây là nội dung của chính bạn',
    detail:
      'Bạn không báo vi phạm hay kiểm duyệt nội dung của mình hoặc của tổ chức mình. Bạn có thể sửa, rút hoặc xóa nội dung đó.',
  },
  item_not_found: { title: 'Không tìm thấy việc cần xem', detail: 'Việc này không có trong hàng chờ kiểm duyệt.' },
  item_done: {
    title: 'Việc này đã được xử lý',
    detail: 'Một người kiểm duyệt khác vừa ra kết quả. Hãy xem kết quả đó, hoặc mở việc tiếp theo.',
  },
  claimed_by_other: {
    title: 'Người khác đang xử lý việc này',
    detail: 'Hãy chọn việc khác, chờ hết lượt giữ 15 phút, hoặc nhận thay và nêu lý do.',
  },
  same_moderator: {
    title: 'Kết quả này do chính bạn đưa ra',
    detail: 'Đề nghị xem xét lại phải do một người kiểm duyệt khác giải quyết.',
  },
  outside_scope: {
    title: 'Ngoài phạm vi bạn được giao',
    detail: 'Bạn kiểm duyệt theo chương trình hoặc phường, xã được giao. Hãy để việc này cho người phụ trách.',
  },
  action_not_possible: {
    title: 'Không làm được việc này lúc này',
    detail: 'Nội dung đã ở trạng thái khác. Hãy tải lại trang để xem những việc còn làm được.',
  },
  passage_missing: {
    title: 'Không tìm thấy đoạn hoặc ảnh cần che',
    detail: 'Đoạn văn phải đúng nguyên văn trong nội dung. Có thể tác giả vừa sửa: hãy xem bản mới nhất.',
  },
  decision_not_found: {
    title: 'Không tìm thấy kết quả kiểm duyệt',
    detail: 'Kết quả này không tồn tại hoặc không liên quan đến bạn.',
  },
  appeal_over: {
    title: 'Đã hết hạn đề nghị xem xét lại',
    detail: 'Bạn có thể đề nghị xem xét lại trong 30 ngày kể từ khi có kết quả.',
  },
  appealed_already: {
    title: 'Bạn đã đề nghị xem xét lại kết quả này',
    detail: 'Mỗi kết quả chỉ được đề nghị xem xét lại một lần. Bạn sẽ thấy trả lời ngay tại kết quả đó.',
  },
  not_appealable: {
    title: 'Kết quả này không thuộc diện xem xét lại',
    detail: 'Nội dung và tài khoản của bạn không bị hạn chế gì.',
  },
  content_merged: {
    title: 'Bài này đã được gộp vào một bài khác',
    detail: 'Hãy báo vi phạm ở bài mà nó dẫn tới. Từng bình luận cũ thì vẫn báo được tại chỗ.',
  },
  not_merged: {
    title: 'Bài này không còn được gộp',
    detail: 'Bài đã tách ra như trước, lượt ủng hộ của bạn vẫn ở đó.',
  },
  nothing_to_move: {
    title: 'Bạn chưa ủng hộ bài đã gộp này',
    detail: 'Nếu muốn, bạn có thể ủng hộ ngay bài mà nó dẫn tới.',
  },
  code_invalid: { title: 'Mã chưa đúng', detail: 'Hãy kiểm tra lại mã gồm 6 chữ số trong thư.' },
  code_expired: { title: 'Mã đã hết hạn', detail: 'Hãy yêu cầu gửi mã mới.' },
  code_tries_spent: { title: 'Bạn đã nhập sai quá nhiều lần', detail: 'Hãy yêu cầu gửi mã mới.' },
  network_busy: {
    title: 'Nhiều người đang đăng nhập từ cùng mạng với bạn',
    detail: 'Hãy chờ một lát rồi bấm gửi mã lần nữa.',
  },
  mail_unavailable: {
    title: 'Chưa gửi được thư',
    detail: 'Máy chủ thư đang trục trặc. Hãy thử lại sau ít phút.',
  },
  oidc_unavailable: {
    title: 'Chưa kết nối được dịch vụ định danh điện tử',
    detail: 'Hãy thử lại sau, hoặc đăng nhập bằng mã gửi qua e-mail.',
  },
  oidc_failed: {
    title: 'Đăng nhập bằng định danh điện tử không thành công',
    detail: 'Hãy bắt đầu đăng nhập lại, hoặc dùng mã gửi qua e-mail.',
  },
  oidc_cancelled: {
    title: 'Bạn đã dừng đăng nhập bằng định danh điện tử',
    detail: 'Chưa có gì thay đổi. Bạn có thể đăng nhập lại, hoặc dùng mã gửi qua e-mail.',
  },
  oidc_expired: {
    title: 'Lượt đăng nhập này đã hết hạn hoặc đã dùng rồi',
    detail: 'Mỗi lượt dùng được một lần, trong 10 phút. Hãy bắt đầu đăng nhập lại.',
  },
  organisation_not_found: { title: 'Không tìm thấy tổ chức', detail: 'Tổ chức không tồn tại.' },
  organisation_slug_taken: { title: 'Tên rút gọn đã có người dùng', detail: 'Hãy chọn tên rút gọn khác.' },
  not_organisation_member: {
    title: 'Bạn chưa được đăng thay tổ chức này',
    detail: 'Chỉ chủ sở hữu hoặc biên tập viên của tổ chức mới đăng được.',
  },
  organisation_suspended: {
    title: 'Tổ chức này đang bị tạm dừng',
    detail: 'Lúc này không ai đăng hay sửa bài với tư cách tổ chức ấy được. Bạn vẫn viết được với tên mình.',
  },
  member_not_found: {
    title: 'Không có thành viên này',
    detail: 'Có thể người ấy vừa được đưa ra khỏi tổ chức. Hãy tải lại trang.',
  },
  tags_too_many: {
    title: 'Đã có quá nhiều tên cũ của từ khóa',
    detail: 'Trang giữ tối đa 2.000 tên cũ. Hãy báo đơn vị vận hành.',
  },
  letter_in_retry: {
    title: 'Có người đang làm lại việc này',
    detail: 'Hãy tải lại trang sau ít phút để xem kết quả.',
  },
  letter_without_record: {
    title: 'Không làm lại được việc này',
    detail: 'Dữ liệu của nó không còn. Hãy chạy hai tác vụ đếm lại và dựng lại danh sách, rồi bỏ qua việc này.',
  },
  letter_fails_again: {
    title: 'Đã làm lại nhưng vẫn lỗi',
    detail: 'Việc vẫn nằm ở đây, với lỗi mới nhất. Hãy sửa nguyên nhân rồi thử lại.',
  },
  last_owner: {
    title: 'Tổ chức cần ít nhất một chủ sở hữu',
    detail: 'Hãy trao vai trò chủ sở hữu cho một người khác trước.',
  },
  name_required: {
    title: 'Bạn chưa có tên hiển thị',
    detail: 'Mọi người thấy tên này cạnh những gì bạn đăng. Hãy đặt tên ở Trang của tôi rồi gửi lại.',
  },
  personal_data_found: {
    title: 'Bài viết có dữ liệu cá nhân',
    detail: 'Chưa có gì được gửi đi. Hãy chọn che các số ấy hoặc giữ nguyên rồi gửi lại.',
  },
  rules_version_not_found: {
    title: 'Không có bản danh sách này',
    detail: 'Hãy mở lại trang quy tắc nội dung và chọn một bản trong danh sách.',
  },
  eid_required: {
    title: 'Việc này cần tài khoản đã xác thực bằng định danh điện tử',
    detail:
      'Hãy đăng nhập một lần bằng định danh điện tử với cùng địa chỉ e-mail, rồi gửi lại. Trang “Xác thực tài khoản” chỉ cách làm.',
  },
  suspended: {
    title: 'Tài khoản của bạn đang tạm thời bị khóa',
    detail: 'Bạn viết lại được từ {until}. Trong lúc này bạn vẫn đọc và vẫn đề nghị xem xét lại được, ở Trang của tôi.',
  },
  person_not_found: { title: 'Không tìm thấy người dùng', detail: 'Người này cần đăng nhập ít nhất một lần.' },
  email_taken: { title: 'E-mail đã được dùng', detail: 'Hãy đăng nhập bằng e-mail đó.' },
  last_administrator: {
    title: 'Đây là quản trị viên cuối cùng',
    detail: 'Hãy trao quyền quản trị cho một người khác trước.',
  },
  second_administrator_needed: {
    title: 'Cần quản trị viên thứ hai',
    detail: 'Chính bạn đã đề xuất người này. Hãy để một quản trị viên khác xác nhận.',
  },
  role_request_not_found: {
    title: 'Không còn đề xuất này',
    detail: 'Đề xuất đã được giải quyết, được rút lại, đã quá bảy ngày, hoặc người đề xuất không còn là quản trị viên.',
  },
  upload_not_image: { title: 'Không đọc được ảnh này', detail: 'Hãy chọn ảnh JPEG, PNG, WebP, GIF hoặc AVIF.' },
  upload_too_large: { title: 'Ảnh quá lớn', detail: `Hãy chọn ảnh không quá ${pictureLimits.vi.size}.` },
  upload_too_many_pixels: {
    title: 'Ảnh có quá nhiều điểm ảnh',
    detail: `Hãy thu ảnh xuống còn tối đa ${pictureLimits.vi.pixels}.`,
  },
  upload_not_found: { title: 'Không tìm thấy ảnh', detail: 'Ảnh không còn, hoặc bạn không xem được ảnh này.' },
  upload_missing: { title: 'Có ảnh chưa được tải lên', detail: 'Hãy tải ảnh lên lại rồi gửi.' },
  ward_unknown: { title: 'Không có phường, xã này', detail: 'Hãy chọn một trong 126 phường, xã của Hà Nội.' },
  point_outside_hanoi: { title: 'Vị trí nằm ngoài Hà Nội', detail: 'Hãy chọn một điểm trong địa giới thành phố.' },
  point_not_in_ward: {
    title: 'Vị trí ghim và phường, xã không khớp',
    detail: 'Vị trí ghim nằm ở {pointWard}, không phải {ward}. Hãy dời ghim hoặc chọn lại phường, xã.',
  },
};

const en: Messages = {
  ...errorsOfKinds('en'),
  invalid_input: { title: 'Something is not valid yet', detail: 'Check the marked fields and send again.' },
  invalid_json: { title: 'The data could not be read', detail: 'The body must be well-formed JSON.' },
  invalid_cursor: { title: 'The next page was not found', detail: 'Start the list again from the beginning.' },
  invalid_path: { title: 'The address is not valid', detail: 'Check the link.' },
  unsupported_media_type: { title: 'Unsupported content type', detail: 'Send the content type this address takes.' },
  not_acceptable: { title: 'That format is not available', detail: 'Ask for application/json.' },
  payload_too_large: {
    title: 'Too much data',
    detail: `Shorten the content. Images are sent one by one, each of ${pictureLimits.en.size} at most.`,
  },
  invalid_request: { title: 'The request could not be read', detail: 'Reload the page and try again.' },
  request_refused: {
    title: 'This request was blocked',
    detail:
      'The address or what was sent with it may be too long, or attacks have come from the network you use. Begin at the home page, delete the cookies of this site, or try another network.',
  },
  request_timeout: { title: 'Sending took too long', detail: 'The connection is slow or broke off. Please try again.' },
  address_too_long: { title: 'The address is too long', detail: 'Shorten it, or begin at the home page.' },
  headers_too_large: {
    title: 'The browser sends too much along',
    detail: 'Delete the cookies of this site in your browser and try again.',
  },
  not_signed_in: { title: 'Please sign in', detail: 'Sign in and try again.' },
  session_invalid: { title: 'Your session has ended', detail: 'Sign in again to go on.' },
  not_allowed: { title: 'You may not do this', detail: 'Only the author or somebody with the right role can.' },
  origin_refused: {
    title: 'The request came from another site',
    detail: 'Open this page again and send it from here.',
  },
  not_found: { title: 'Not found', detail: 'It does not exist or has been removed.' },
  route_not_found: { title: 'No such address', detail: 'All addresses are listed at /api/v1/openapi.json.' },
  method_not_allowed: { title: 'Method not allowed', detail: 'This address does not take that method.' },
  version_conflict: { title: 'Somebody has just edited this', detail: 'Look at the newest version and edit that one.' },
  idempotency_key_reused: {
    title: 'This Idempotency-Key was used for something else',
    detail: 'This has not been recorded. Send it again with a new key.',
  },
  search_not_ready: {
    title: 'Search is not ready',
    detail: 'The search index is being built. Try again in a few minutes.',
  },
  busy: { title: 'The service is busy', detail: 'Try again in a few seconds.' },
  too_many_requests: { title: 'Too many requests', detail: 'Wait a little and try again.' },
  internal_error: { title: 'Something went wrong', detail: 'It is our fault and has been recorded. Try again later.' },
  feature_off: {
    title: 'This part is paused for now',
    detail: 'Everything can still be read, but nothing new is taken here for now. Try again in a few minutes.',
  },
  programme_restricted: {
    title: 'Only agencies post in this programme',
    detail: 'Choose another programme, or post for your agency.',
  },
  programme_retired: {
    title: 'This programme has ended',
    detail: 'What is in it stays, but it takes no new challenges. Choose another programme.',
  },
  programme_not_found: { title: 'There is no such programme', detail: 'Look at the list of programmes.' },
  programme_exists: {
    title: 'That code is taken',
    detail: 'A code is used only once, also that of a programme that has ended. Choose another one.',
  },
  programmes_too_many: {
    title: 'There are too many programmes',
    detail: 'The list holds 60, those that have ended too. Change one that there is.',
  },
  closing_date_invalid: {
    title: 'The closing date is not valid',
    detail: 'Choose a date in the future, at most two years ahead.',
  },
  voting_closed: { title: 'The time for support has ended', detail: 'The count stays as it is.' },
  comment_not_found: { title: 'Comment not found', detail: 'It does not exist or has been deleted.' },
  comment_edit_window_over: {
    title: 'This comment can no longer be edited',
    detail: 'You can add another comment instead.',
  },
  comment_parent_invalid: {
    title: 'You cannot reply to that comment',
    detail: 'It has been deleted or belongs elsewhere.',
  },
  comments_closed: { title: 'Comments are closed', detail: 'This no longer takes new comments.' },
  own_content: {
    title: 'This is your own content',
    detail:
      'Nobody reports or moderates what is theirs or their organisation’s. You can edit it, withdraw it or delete it.',
  },
  item_not_found: { title: 'Item not found', detail: 'It is not in the queue of moderators.' },
  item_done: {
    title: 'This item has been decided',
    detail: 'Another moderator has just decided it. Look at the decision, or go on with the next item.',
  },
  claimed_by_other: {
    title: 'Somebody else is looking at this item',
    detail: 'Choose another item, wait until their 15 minutes are over, or take it over and say why.',
  },
  same_moderator: {
    title: 'You made this decision yourself',
    detail: 'An appeal is decided by another moderator.',
  },
  outside_scope: {
    title: 'This is not in your area',
    detail: 'You moderate certain programmes or wards. Leave this to those who are in charge of it.',
  },
  action_not_possible: {
    title: 'This cannot be done now',
    detail: 'The content is in another state. Load the page again to see what can still be done.',
  },
  passage_missing: {
    title: 'The passage or picture was not found',
    detail:
      'A passage must stand in the content word for word. Its author may have edited it: look at the newest version.',
  },
  decision_not_found: { title: 'Decision not found', detail: 'It does not exist, or it is not about you.' },
  appeal_over: { title: 'The time for an appeal has ended', detail: 'A decision can be appealed for 30 days.' },
  appealed_already: {
    title: 'You have appealed this decision',
    detail: 'Each decision can be appealed once. The answer will appear with the decision.',
  },
  not_appealable: {
    title: 'This decision cannot be appealed',
    detail: 'It restricts neither your content nor your account.',
  },
  content_merged: {
    title: 'This was merged into another one',
    detail: 'Report the one that it leads to. Each of the former comments can still be reported where it stands.',
  },
  not_merged: {
    title: 'This is not merged any more',
    detail: 'It is on its own again, and your support is where it was.',
  },
  nothing_to_move: {
    title: 'You did not support this one',
    detail: 'If you like, you can support the one that it leads to.',
  },
  code_invalid: { title: 'That code is not right', detail: 'Check the six digits in the message.' },
  code_expired: { title: 'The code has expired', detail: 'Ask for a new code.' },
  code_tries_spent: { title: 'Too many wrong codes', detail: 'Ask for a new code.' },
  network_busy: {
    title: 'Many people are signing in from your network',
    detail: 'Wait a little, then ask for the code again.',
  },
  mail_unavailable: {
    title: 'The e-mail could not be sent',
    detail: 'The mail server does not answer. Try again in a few minutes.',
  },
  oidc_unavailable: {
    title: 'The identity service cannot be reached',
    detail: 'Try again later, or sign in with a code by e-mail.',
  },
  oidc_failed: {
    title: 'Signing in did not succeed',
    detail: 'Please start again, or use a code by e-mail.',
  },
  oidc_cancelled: {
    title: 'You stopped signing in',
    detail: 'Nothing has changed. You can sign in again, or use a code by e-mail.',
  },
  oidc_expired: {
    title: 'This sign-in has expired or was used already',
    detail: 'Each works once, within 10 minutes. Please start again.',
  },
  organisation_not_found: { title: 'Organisation not found', detail: 'It does not exist.' },
  organisation_slug_taken: { title: 'That short name is taken', detail: 'Choose another one.' },
  not_organisation_member: {
    title: 'You cannot post for this organisation',
    detail: 'Only its owners and editors can.',
  },
  organisation_suspended: {
    title: 'This organisation is suspended',
    detail: 'Nobody posts or edits in its name now. You can still write in your own.',
  },
  member_not_found: {
    title: 'No such member',
    detail: 'They may just have left the organisation. Load the page again.',
  },
  tags_too_many: {
    title: 'Too many former names of tags',
    detail: 'The site keeps 2,000 at most. Tell the operator.',
  },
  letter_in_retry: {
    title: 'Somebody is sending it again just now',
    detail: 'Load the page again in a few minutes to see how it came out.',
  },
  letter_without_record: {
    title: 'This cannot be sent again',
    detail: 'Its data is gone. Run the jobs that recount and rebuild lists, then discard it.',
  },
  letter_fails_again: {
    title: 'It was tried again, and failed again',
    detail: 'It stays here, with its latest error. Mend the cause, then try once more.',
  },
  last_owner: {
    title: 'An organisation keeps at least one owner',
    detail: 'Make somebody else an owner first.',
  },
  name_required: {
    title: 'You have no display name yet',
    detail: 'People see it beside what you publish. Set it on My page, then send again.',
  },
  personal_data_found: {
    title: 'There is personal data in the text',
    detail: 'Nothing has been sent yet. Choose whether these numbers are masked or kept, and send again.',
  },
  rules_version_not_found: {
    title: 'There is no such version of the list',
    detail: 'Open the page of content rules again and choose one of its versions.',
  },
  eid_required: {
    title: 'This needs an account verified by an electronic identity',
    detail:
      'Sign in once with your electronic identity, under the same e-mail address, and send again. The page “Verify your account” says how.',
  },
  suspended: {
    title: 'Your account is suspended for a time',
    detail: 'You can write again from {until}. Until then you can read, and ask for another look on My page.',
  },
  person_not_found: { title: 'Person not found', detail: 'They must have signed in at least once.' },
  email_taken: { title: 'That e-mail address is in use', detail: 'Sign in with it.' },
  last_administrator: { title: 'This is the last administrator', detail: 'Make somebody else one first.' },
  second_administrator_needed: {
    title: 'A second administrator is needed',
    detail: 'You asked for this yourself. Another administrator has to confirm it.',
  },
  role_request_not_found: {
    title: 'There is no such request any more',
    detail:
      'It was confirmed or taken back, it is older than seven days, or who made it is no longer an administrator.',
  },
  upload_not_image: {
    title: 'The file is not a readable image',
    detail: 'Choose a JPEG, PNG, WebP, GIF or AVIF image.',
  },
  upload_too_large: { title: 'The image is too large', detail: `Choose one of ${pictureLimits.en.size} at most.` },
  upload_too_many_pixels: {
    title: 'The image has too many pixels',
    detail: `Shrink it to ${pictureLimits.en.pixels} at most.`,
  },
  upload_not_found: { title: 'Image not found', detail: 'It is gone, or not for you to see.' },
  upload_missing: { title: 'An image was not uploaded', detail: 'Upload it again, then send.' },
  ward_unknown: { title: 'No such ward or commune', detail: 'Choose one of the 126 of Hanoi.' },
  point_outside_hanoi: { title: 'The place lies outside Hanoi', detail: 'Choose a point inside the city.' },
  point_not_in_ward: {
    title: 'The pin and the ward do not agree',
    detail: 'The pin lies in {pointWard}, not in {ward}. Move the pin or choose the other ward.',
  },
};

export const errorMessages: Record<'vi' | 'en', Messages> = { vi, en };

/** A text with the places (`{ward}`) and times (`{until}`) that a problem names filled in from its facts, in the language. */
export function withPlaces(text: string, facts: Readonly<Record<string, unknown>>, language: 'vi' | 'en'): string {
  return text.replace(/\{(\w+)\}/g, (whole, fact: string) => {
    const value = facts[fact];
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return formatDayAndTime(language, value);
    const place = value as { name?: string; nameEn?: string } | undefined;
    return (language === 'vi' ? place?.name : place?.nameEn) ?? whole;
  });
}

/** What is wrong with a field, where the check that found it has no words of its own. */
const fieldErrors: Record<Language, Record<string, string>> = {
  vi: {
    not_well_formed: 'Có ký tự không hợp lệ.',
    not_decodable: 'Địa chỉ không giải mã được.',
    repeated: 'Chỉ được gửi một lần.',
    shows_nothing: 'Chưa có chữ nào hiện ra cho người đọc.',
    same_tag: 'Hai tên này là một.',
    until_invalid: 'Hãy chọn một thời điểm sắp tới, không quá 366 ngày.',
    programme_unknown: 'Không có chương trình này.',
    programme_inherited: 'Giải pháp theo chương trình của thách thức.',
    nothing_to_change: 'Chương trình và từ khóa đã như vậy rồi.',
    ...fieldWords.vi.byCode,
    ...mergeRefusal.vi.refusals,
    facts_missing: 'Hãy ghi sự việc để người viết biết: bạn đã thấy gì, ở chỗ nào.',
    term_or_due: 'Hãy chọn một căn cứ, hoặc ghi hạn nêu trong văn bản.',
    group_unknown: 'Hãy chọn ít nhất một nhóm trong bảng.',
    name_reserved: 'Tên này dành cho cơ quan hoặc vai trò của trang.',
  },
  en: {
    not_well_formed: 'It holds characters that are not valid.',
    not_decodable: 'The address cannot be decoded.',
    repeated: 'It may be given once only.',
    shows_nothing: 'It shows nothing that can be read.',
    same_tag: 'Both names are one.',
    until_invalid: 'Choose a time ahead, at most 366 days.',
    programme_unknown: 'There is no such programme.',
    programme_inherited: 'A solution has the programme of its challenge.',
    nothing_to_change: 'Programme and tags are so already.',
    ...fieldWords.en.byCode,
    ...mergeRefusal.en.refusals,
    facts_missing: 'Say what was found and where: its author is told.',
    term_or_due: 'Choose a ground, or give the end that the document names.',
    group_unknown: 'Choose at least one group of the table.',
    name_reserved: 'That name is kept for agencies and roles of this site.',
  },
};

/** Such words for the field error `code`, or those of the error of that name; empty where there are none. */
export function fieldErrorMessage(language: Language, code: string): string {
  const messages: Record<string, { detail: string } | undefined> = errorMessages[language];
  return fieldErrors[language][code] ?? messages[code]?.detail ?? '';
}
