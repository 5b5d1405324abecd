/** The privacy notice: what is kept of people, why, for how long, who sees it, and what they may ask for. */
import { childAge, requestDays } from './legal.ts';

export const vi = {
  title: 'Quyền riêng tư',
  description: 'Mạng lưới lưu dữ liệu cá nhân nào, để làm gì, trong bao lâu, ai xem được và bạn có quyền gì.',
  lead: 'Mạng lưới chỉ lưu những gì cần để bạn tham gia. Không quảng cáo, không theo dõi bạn trên các trang khác, không bán dữ liệu.',
  keptTitle: 'Lưu gì, để làm gì, bao lâu',
  howLong: 'Thời gian lưu',
  kept: [
    ['E-mail', 'Gửi mã đăng nhập. Không ai khác nhìn thấy', 'cho đến khi tài khoản được xóa'],
    ['Tên hiển thị', 'Đứng cạnh những gì bạn đăng', 'cho đến khi tài khoản được xóa'],
    [
      'Thách thức, giải pháp, bình luận, ảnh',
      'Để mọi người cùng đọc và thảo luận',
      'cho đến khi bạn rút, hoặc nội dung được gỡ',
    ],
    [
      'Lượt ủng hộ và theo dõi',
      'Đếm mỗi người một lượt. Trang chỉ hiện tổng số, không hiện ai ủng hộ',
      'cho đến khi bạn bỏ ủng hộ, bỏ theo dõi',
    ],
    [
      'Vị trí bạn ghim',
      'Cho biết vấn đề ở đâu. Hãy ghim nơi có vấn đề, đừng ghim nhà mình',
      'bằng thời gian lưu nội dung',
    ],
    ['Phiên đăng nhập', 'Giữ bạn đăng nhập, cho bạn xem và đăng xuất từng thiết bị', '30 ngày'],
    [
      'Địa chỉ mạng (IP)',
      'Chặn việc dò mã và gửi hàng loạt; được đếm dưới dạng mã băm',
      'một giờ; trong nhật ký máy chủ tối đa 90 ngày',
    ],
    [
      'Dấu của mạng khi bạn ủng hộ',
      'Nhận ra nhiều lượt ủng hộ do một nơi tạo ra. Dấu là mã băm có khóa của cả dải mạng, không phải địa chỉ; khóa đổi mỗi tuần rồi bị xóa',
      '31 ngày',
    ],
  ],
  eid: 'Nếu bạn đăng nhập bằng định danh điện tử, trang chỉ nhận một mã riêng của bạn từ bên cấp định danh, không nhận số căn cước.',
  cookiesTitle: 'Cookie',
  cookies:
    'Chỉ có cookie cần cho việc đăng nhập và ngôn ngữ. Bản viết dở nằm trong trình duyệt của bạn và mất khi bạn đăng xuất.',
  copiesTitle: 'Bản sao dự phòng',
  copies:
    'Dữ liệu đã xóa còn nằm trong bản sao dự phòng cho đến khi bản sao ấy hết hạn, và chỉ được dùng để khôi phục sau sự cố.',
  rightsTitle: 'Quyền của bạn',
  rights: [
    `Xem và sửa dữ liệu của mình: phần lớn làm được ngay ở Trang của tôi; phần còn lại, đơn vị vận hành trả lời trong ${requestDays.see} ngày.`,
    `Yêu cầu xóa tài khoản và dữ liệu: trong ${requestDays.erase} ngày.`,
    `Rút lại sự đồng ý, phản đối hoặc hạn chế việc xử lý: trong ${requestDays.object} ngày.`,
    'Khiếu nại với cơ quan bảo vệ dữ liệu cá nhân khi bạn cho rằng quyền của mình bị xâm phạm.',
  ],
  ask: `Gửi yêu cầu tới đầu mối bảo vệ dữ liệu cá nhân; bạn được xác nhận trong ${requestDays.reply} ngày làm việc.`,
  contact: 'Đơn vị vận hành và liên hệ',
  childrenTitle: 'Trẻ em',
  children: `Người chưa đủ ${childAge} tuổi tham gia khi cha mẹ hoặc người giám hộ đồng ý. Đừng đăng tên, ảnh hay trường lớp của trẻ.`,
  lawTitle: 'Căn cứ',
  inForce: 'có hiệu lực từ',
};

export const en: typeof vi = {
  title: 'Privacy',
  description: 'What the network keeps about you, why, for how long, who can see it, and what you may ask for.',
  lead: 'The network keeps only what you need to take part. No advertising, no following you elsewhere, no data sold.',
  keptTitle: 'What is kept, why, and for how long',
  howLong: 'Kept',
  kept: [
    ['E-mail address', 'To send sign-in codes. Nobody else sees it', 'until the account is erased'],
    ['Display name', 'Stands beside what you post', 'until the account is erased'],
    [
      'Challenges, solutions, comments, pictures',
      'For everyone to read and discuss',
      'until you withdraw them, or they are removed',
    ],
    [
      'Supports and follows',
      'To count each person once. Only totals are shown, not who supports',
      'until you take them back',
    ],
    ['The place you pin', 'Says where a problem is. Pin the problem, not your home', 'as long as the content'],
    ['Sign-ins', 'Keep you signed in, and let you see and end each device', '30 days'],
    [
      'Network (IP) address',
      'To stop guessing of codes and mass posting; counted as a hash',
      'an hour; in server logs 90 days at most',
    ],
    [
      'A mark of the network when you support',
      'To see when many supports come from one hand. It is a keyed hash of the whole network and no address; the key changes every week and is deleted',
      '31 days',
    ],
  ],
  eid: 'If you sign in with an electronic identity, its issuer gives us a code of your own, and not your citizen number.',
  cookiesTitle: 'Cookies',
  cookies:
    'Only those that signing in and the language need. What you have begun to write stays in your browser, and goes when you sign out.',
  copiesTitle: 'Backups',
  copies: 'What was erased stays in backups until those end; they are used for nothing but recovery.',
  rightsTitle: 'Your rights',
  rights: [
    `See and correct your data: most of it at once on My page; for the rest, the operator answers within ${requestDays.see} days.`,
    `Have your account and data erased: within ${requestDays.erase} days.`,
    `Withdraw consent, object to or restrict processing: within ${requestDays.object} days.`,
    'Complain to the authority for personal data protection if you think that your rights were violated.',
  ],
  ask: `Write to the contact for personal data; you get a confirmation within ${requestDays.reply} working days.`,
  contact: 'Who runs this site, and contact',
  childrenTitle: 'Children',
  children: `People under ${childAge} take part with the consent of a parent or guardian. Post no names, pictures or schools of children.`,
  lawTitle: 'Legal basis',
  inForce: 'in force from',
};
