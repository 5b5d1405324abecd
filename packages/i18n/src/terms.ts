/** The terms of use: what people agree to when they take part. */

export const vi = {
  title: 'Điều khoản sử dụng',
  description: 'Điều bạn đồng ý khi tham gia Mạng lưới sáng kiến Hà Nội.',
  lead: 'Ngắn gọn, để ai cũng đọc hết được.',
  sections: [
    [
      'Ai cũng đọc được',
      'Không cần tài khoản để đọc. Để đăng bài, ủng hộ và bình luận, bạn đăng nhập bằng e-mail hoặc định danh điện tử. Mỗi người một tài khoản.',
    ],
    [
      'Nội dung là của bạn',
      'Bạn giữ quyền tác giả. Khi đăng, bạn cho phép mọi người đọc, chia sẻ, trích dẫn có ghi nguồn, và cho phép cơ quan của thành phố dùng ý tưởng vào việc chung. Ý tưởng cần giữ kín để đăng ký sáng chế thì đừng đăng ở đây trước khi nộp đơn.',
    ],
    [
      'Bạn chịu trách nhiệm về điều mình viết',
      'Đừng đăng điều sai sự thật, xúc phạm người khác, thông tin riêng của người khác, quảng cáo, hay nội dung pháp luật cấm. Quy tắc ứng xử nói rõ hơn.',
    ],
    [
      'Kiểm duyệt có lý do',
      'Nội dung trái quy tắc có thể bị ẩn. Người viết được biết lý do, và có thể đề nghị một người kiểm duyệt khác xem xét lại.',
    ],
    [
      'Đóng góp không phải là đơn',
      'Thách thức hay giải pháp đăng ở đây không thay cho đơn khiếu nại, tố cáo, hồ sơ thủ tục hành chính, và không tự tạo ra nghĩa vụ tài chính hay hợp đồng với cơ quan nào.',
    ],
    [
      'Lượt ủng hộ không phải là lá phiếu',
      'Số người ủng hộ cho thấy mức quan tâm. Quyết định vẫn do cơ quan có thẩm quyền đưa ra.',
    ],
    [
      'Trang có thể tạm dừng',
      'Trang có thể tạm dừng để bảo trì hoặc khi gặp sự cố. Mã nguồn mở theo giấy phép EUPL-1.2, cung cấp nguyên trạng.',
    ],
    ['Khi điều khoản thay đổi', 'Thay đổi được báo trên mọi trang trước khi có hiệu lực.'],
  ],
  rules: 'Quy tắc ứng xử',
  privacy: 'Quyền riêng tư',
};

export const en: typeof vi = {
  title: 'Terms of use',
  description: 'What you agree to when you take part in the Hanoi Ideas Network.',
  lead: 'Short, so that everyone can read all of it.',
  sections: [
    [
      'Anyone can read',
      'No account is needed to read. To post, support and comment, sign in by e-mail or electronic identity. One account a person.',
    ],
    [
      'What you write is yours',
      'You keep your copyright. By posting you let everyone read, share and quote it with its source, and let the city’s agencies use the idea for the common good. Do not post an idea you want to patent before you have filed for it.',
    ],
    [
      'You answer for what you write',
      'Post nothing untrue, insulting, private to others, promotional or forbidden by law. The code of conduct says more.',
    ],
    [
      'Moderation gives reasons',
      'What breaks the rules may be hidden. Its author is told why, and may ask that another moderator looks at it again.',
    ],
    [
      'A contribution is no petition',
      'A challenge or solution posted here replaces no complaint, denunciation or administrative file, and by itself creates no financial duty or contract with any agency.',
    ],
    [
      'Support is no ballot',
      'The number of supporters shows interest. Decisions are taken by the authority in charge.',
    ],
    [
      'The site may pause',
      'It may be down for maintenance or after a fault. The source is open under EUPL-1.2 and provided as it is.',
    ],
    ['When these terms change', 'Changes are announced on every page before they apply.'],
  ],
  rules: 'Code of conduct',
  privacy: 'Privacy',
};
