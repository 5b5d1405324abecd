/** The page that says how an account is verified by an electronic identity. */

export const vi = {
  title: 'Xác thực tài khoản',
  description: 'Cách xác thực tài khoản bằng định danh điện tử.',
  lead: 'Một số việc có thể cần tài khoản đã xác thực bằng định danh điện tử, để mỗi người chỉ có một tiếng nói.',
  steps: [
    'Đăng xuất, rồi mở trang Đăng nhập.',
    'Chọn đăng nhập bằng định danh điện tử. Tài khoản định danh cần có cùng địa chỉ e-mail với tài khoản ở đây.',
    'Xong. Chỉ cần làm một lần; từ đó bạn đăng nhập bằng cách nào cũng được.',
  ],
  none: 'Trang đăng nhập chưa có nút định danh điện tử? Hiện chưa có dịch vụ định danh nào được kết nối; hãy liên hệ đơn vị vận hành.',
  drafts: 'Những gì bạn viết vẫn còn trong ô. Đọc, rút lại ủng hộ, xóa bình luận của mình thì không cần xác thực.',
  signIn: 'Đăng nhập',
  contact: 'Liên hệ đơn vị vận hành',
  way: 'Cách xác thực tài khoản',
};

export const en: typeof vi = {
  title: 'Verify your account',
  description: 'How an account is verified by an electronic identity.',
  lead: 'Some things may need an account that was verified by an electronic identity, so that each person has one voice.',
  steps: [
    'Sign out, and open the sign-in page.',
    'Choose the electronic identity. It must have the same e-mail address as your account here.',
    'Done. Once is enough; from then on you may sign in either way.',
  ],
  none: 'No such button on the sign-in page? No identity service is connected yet; ask the operator.',
  drafts:
    'What you wrote stays in its field. Reading, withdrawing support and deleting one’s own comment need no verification.',
  signIn: 'Sign in',
  contact: 'Contact the operator',
  way: 'How to verify your account',
};
