/** The accessibility statement. */

export const vi = {
  title: 'Khả năng tiếp cận',
  description:
    'Trang này dùng được với trình đọc màn hình và bàn phím thế nào, hỗ trợ chữ lớn ra sao, còn thiếu những gì.',
  lead: 'Chuyện của thành phố thì ai cũng phải đọc được và nói được. Trang này làm theo chuẩn WCAG 2.2 mức AA.',
  doesTitle: 'Trang này bảo đảm',
  does: [
    'Việc gì cũng làm được bằng bàn phím, và luôn thấy mình đang ở đâu.',
    'Trình đọc màn hình có tiêu đề đúng cấp, vùng trang, nhãn của từng ô và lời báo lỗi gắn với ô sai.',
    'Chữ phóng to đến 200%, màn hình hẹp 320 điểm ảnh: không phải cuộn ngang, không mất nội dung.',
    'Độ tương phản đạt mức AA ở cả giao diện sáng và tối; không có thông tin nào chỉ phân biệt bằng màu.',
    'Tắt JavaScript vẫn đọc, đăng nhập, nêu thách thức, bình luận và ủng hộ được.',
    'Bản đồ nào cũng có danh sách bằng chữ đi kèm với cùng nội dung.',
    'Không có gì tự nhấp nháy hay tự phát âm thanh. Ai chọn giảm chuyển động thì trang không chuyển động.',
  ],
  key: 'Phím / đưa bạn đến ô tìm kiếm từ bất cứ trang nào, trừ khi đang gõ chữ. Trang kiểm duyệt có thêm vài phím như vậy.',
  keySwitch: 'Dùng phím / để tìm kiếm, phím tắt khi kiểm duyệt',
  limitsTitle: 'Những chỗ còn thiếu',
  limits: [
    'Thách thức, giải pháp và bình luận là của người dùng, chủ yếu bằng tiếng Việt, chưa có bản dịch. Trên trang tiếng Anh, các đoạn ấy được đánh dấu là tiếng Việt để trình đọc màn hình phát âm đúng.',
    'Ảnh do người dùng đăng có thể thiếu lời mô tả. Khi đăng ảnh, trang có hỏi, nhưng không bắt buộc.',
    'Ghim vị trí trên bản đồ khó làm nếu không nhìn thấy bản đồ. Thay vào đó, có thể chọn phường, xã bằng tên.',
  ],
  testedTitle: 'Cách kiểm tra',
  tested:
    'Mỗi lần sửa mã nguồn, mọi trang được kiểm tra tự động bằng axe, ở cả hai ngôn ngữ, giao diện sáng và tối, điện thoại và máy tính. Các việc chính được thử chỉ bằng bàn phím và khi tắt JavaScript.',
  helpTitle: 'Bạn gặp trở ngại?',
  help: 'Hãy nêu thành một thách thức với từ khóa “khả năng tiếp cận”: bạn đang làm gì, dùng thiết bị và phần mềm nào, vướng ở đâu. Trở ngại nào khiến người khác không dùng được trang thì được khắc phục trước mọi việc khác.',
  raise: 'Nêu trở ngại',
};

export const en: typeof vi = {
  title: 'Accessibility',
  description: 'How this site works with screen readers, keyboards and large text, and where it falls short.',
  lead: 'What concerns the city must be open to everyone, to read and to speak. This site follows WCAG 2.2, level AA.',
  doesTitle: 'What this site holds to',
  does: [
    'Everything can be done by keyboard, and you always see where you are.',
    'Screen readers get headings in order, landmarks, a label for each field, and errors tied to the field at fault.',
    'With text at 200% or a screen 320 pixels wide nothing scrolls sideways and nothing is lost.',
    'Contrast reaches AA in the light and the dark theme; nothing is told by colour alone.',
    'Without JavaScript you can still read, sign in, raise a challenge, comment and support.',
    'Every map comes with a list in words that says the same.',
    'Nothing flashes or plays by itself. If you ask for less motion, there is none.',
  ],
  key: 'The key / takes you to the search field from any page, unless you are typing. The moderators’ pages have a few more such keys.',
  keySwitch: 'Use the key / to search, and keys for moderators',
  limitsTitle: 'Where it falls short',
  limits: [
    'Challenges, solutions and comments are written by people, mostly in Vietnamese, and are not translated. On English pages they are marked as Vietnamese, so that screen readers pronounce them rightly.',
    'Images people post may lack a description. The site asks for one, but does not insist.',
    'Placing a pin on the map is hard for those who cannot see it. Choosing the ward by name serves instead.',
  ],
  testedTitle: 'How it is tested',
  tested:
    'With each change of the source every page is checked by axe, in both languages, in the light and the dark theme, on phone and desktop. The main journeys are tried by keyboard alone and without JavaScript.',
  helpTitle: 'Something in your way?',
  help: 'Raise it as a challenge with the tag “khả năng tiếp cận”: what you were doing, with which device and software, and where you got stuck. What keeps people out is mended before anything else.',
  raise: 'Raise it',
};
