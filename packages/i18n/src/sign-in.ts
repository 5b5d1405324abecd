/** Signing in: inside a form that asks for it, and on its own page. */

export const vi = {
  title: 'Đăng nhập',
  lead: 'Chỉ cần một địa chỉ e-mail, không cần mật khẩu. Lần đầu đăng nhập cũng là lúc tài khoản được tạo.',
  formTitle: 'Đăng nhập để tiếp tục',
  kept: 'Đăng nhập xong, việc bạn vừa chọn được thực hiện ngay. Những gì đã viết vẫn còn nguyên.',
  email: 'E-mail',
  emailHint: 'Chúng tôi gửi cho bạn một mã gồm 6 chữ số. Địa chỉ này không hiện ra với người khác.',
  sendCode: 'Gửi mã cho tôi',
  codeTitle: 'Nhập mã trong thư',
  sent: (email: string) => `Mã đã được gửi đến ${email}.`,
  code: 'Mã gồm 6 chữ số',
  codeHint: 'Mã dùng được trong 10 phút. Nếu chưa thấy thư, hãy xem cả mục thư rác.',
  enter: 'Đăng nhập',
  enterAndGoOn: 'Đăng nhập và tiếp tục',
  resend: 'Gửi lại mã',
  otherEmail: 'Dùng e-mail khác',
  or: 'hoặc',
  with: (name: string) => `Đăng nhập bằng ${name}`,
  withHint: 'Bạn sẽ sang một trang khác rồi quay lại đây.',
  withoutScripts:
    'Trình duyệt đang tắt JavaScript nên những gì đã nhập sẽ không được giữ khi sang trang khác. Hãy sao chép lại trước.',
  agree: 'Khi đăng nhập, bạn đồng ý với quy tắc ứng xử của mạng lưới.',
};

export const en: typeof vi = {
  title: 'Sign in',
  lead: 'An e-mail address is all it takes; there is no password. Signing in for the first time makes your account.',
  formTitle: 'Sign in to go on',
  kept: 'What you chose is done as soon as you are signed in. Whatever you wrote is kept.',
  email: 'E-mail address',
  emailHint: 'We send you a code of six digits. Nobody else sees this address.',
  sendCode: 'Send me the code',
  codeTitle: 'Enter the code from the message',
  sent: (email) => `The code was sent to ${email}.`,
  code: 'Six-digit code',
  codeHint: 'It works for 10 minutes. If it does not arrive, look in your spam folder too.',
  enter: 'Sign in',
  enterAndGoOn: 'Sign in and go on',
  resend: 'Send the code again',
  otherEmail: 'Use another address',
  or: 'or',
  with: (name) => `Sign in with ${name}`,
  withHint: 'You will go to another page and come back here.',
  withoutScripts:
    'JavaScript is off in your browser, so what you entered will not be kept when you go to another page. Copy it first.',
  agree: 'By signing in you agree to the rules of conduct of the network.',
};
