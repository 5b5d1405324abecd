/** The page about the network: what it rests on, how it works, who takes part, by which rules. */

const viWho: readonly (readonly [string, string])[] = [
  ['Người dân', 'nêu vấn đề từ chính nơi mình sống, ủng hộ, bàn bạc, gửi giải pháp.'],
  ['Chuyên gia', 'trong và ngoài nước góp tri thức, phản biện, chỉ ra điều gì đã từng được thử.'],
  [
    'Doanh nghiệp, trường, viện, trung tâm đổi mới sáng tạo, hội',
    'nêu bài toán của ngành mình và gửi giải pháp dưới tên tổ chức.',
  ],
  ['Cơ quan quản lý', 'phát động thách thức, phản hồi, chọn và đặt hàng giải pháp.'],
];
const enWho: typeof viWho = [
  ['Citizens', 'raise problems from where they live, support, discuss and propose solutions.'],
  ['Experts', 'at home and abroad bring knowledge, question, and point out what has been tried before.'],
  [
    'Enterprises, universities, institutes, innovation centres, associations',
    'put the problems of their field and propose solutions in their own name.',
  ],
  ['Agencies', 'launch challenges, respond, choose and commission solutions.'],
];

const viRules: readonly (readonly [string, string])[] = [
  ['Bàn về việc, không công kích người.', 'Phản đối luôn được hoan nghênh: hãy nói vì sao, và đề xuất cách khác.'],
  ['Nói điều mình biết, dẫn nguồn điều mình nghe.', 'Ở đâu, với ai, từ bao giờ: cụ thể thì mới giải được.'],
  [
    'Không đăng thông tin riêng của người khác.',
    'Số điện thoại, địa chỉ nhà, biển số xe, ảnh rõ mặt: chỉ khi người đó đồng ý.',
  ],
  ['Không đăng điều pháp luật cấm.', 'Trong đó có bí mật nhà nước, nội dung kích động, kỳ thị, lừa đảo.'],
  ['Không quảng cáo.', 'Nếu bạn có lợi ích trong việc đang bàn, hãy nói ra; như vậy mọi người dễ tin hơn.'],
  ['Ghi công người có ý tưởng.', 'Chỉ gửi những gì bạn có quyền công bố. Điều bạn viết ở đây ai cũng đọc được.'],
  ['Một người, một tiếng nói.', 'Không lập nhiều tài khoản, không mua bán hay nhờ người ủng hộ thay.'],
];
const enRules: typeof viRules = [
  ['Argue about the matter, not the person.', 'Disagreement is welcome: say why, and propose another way.'],
  ['Say what you know, cite what you heard.', 'Where, for whom, since when: only what is concrete can be solved.'],
  [
    'Keep other people’s private matters private.',
    'Telephone numbers, home addresses, number plates, faces: only with their consent.',
  ],
  ['Post nothing the law forbids.', 'That includes state secrets, incitement, discrimination and fraud.'],
  ['Do not advertise.', 'If you have an interest in the matter, say so; people will trust you the more.'],
  ['Credit whose idea it is.', 'Send only what you may publish. Everyone can read what you write here.'],
  ['One person, one voice.', 'No second accounts, and no buying, selling or lending of support.'],
];

export const vi = {
  title: 'Giới thiệu',
  description:
    'Mạng lưới sáng kiến Hà Nội là gì, đi từ vấn đề đến kết quả ra sao, ai tham gia, các chương trình và quy tắc ứng xử.',
  heading: 'Nơi người biết vấn đề gặp người có lời giải',
  lead: 'Hà Nội có những việc mà không cơ quan nào giải một mình được. Mạng lưới đưa các việc ấy ra trước cả thành phố, để người sống với vấn đề, người hiểu vấn đề và người có trách nhiệm cùng ngồi lại với nhau.',
  contents: 'Trên trang này',
  basis: 'Lập theo Kế hoạch 185',
  basisText: [
    'Mạng lưới được lập theo Kế hoạch 185/KH-UBND năm 2021 của UBND thành phố Hà Nội, theo nguyên tắc khoa học mở và đổi mới sáng tạo mở.',
    'Kế hoạch kết nối người dân, cơ quan quản lý, doanh nghiệp, viện nghiên cứu, trường đại học, chuyên gia trong và ngoài nước cùng các trung tâm hỗ trợ đổi mới sáng tạo, để hỏi ý kiến nhau và cùng giải những vấn đề quan trọng của Thủ đô.',
  ],
  flow: 'Từ vấn đề đến kết quả',
  flowText:
    'Hai bước đầu đã có trên trang này. Hai bước sau đang được xây dựng. Mỗi lần chuyển bước đều ghi ngày, ghi người thực hiện, và hiện trên dòng thời gian của thách thức để ai cũng theo dõi được.',
  who: 'Ai tham gia',
  whoList: viWho,
  account:
    'Đọc không cần tài khoản. Khi muốn viết hoặc ủng hộ, bạn đăng nhập bằng mã gửi tới e-mail; địa chỉ e-mail không hiện với người khác.',
  programmes: 'Các chương trình',
  programmesText:
    'Mỗi thách thức thuộc một chương trình. Mạng lưới bắt đầu với các chương trình nghiên cứu của Kế hoạch 185.',
  rules: 'Quy tắc ứng xử',
  rulesList: viRules,
  rulesEnd: 'Nội dung trái quy tắc có thể bị ẩn, và người viết được biết lý do.',
  rulesAll: 'Đọc đủ quy tắc ứng xử',
  not: 'Đây không phải nơi báo sự cố',
  notText:
    'Việc cần người đến sửa ngay thì gửi iHanoi, nơi có đơn vị tiếp nhận và xử lý. Mạng lưới dành cho việc cần ý tưởng, tri thức hoặc một thử nghiệm thực tế.',
  forIhanoi: 'Gửi iHanoi',
  forUs: 'Nêu ở đây',
  examples: [
    ['Miệng cống đầu ngõ tôi bị tắc.', 'Cống vẫn thông mà khu tôi mưa là ngập. Có cách nào giữ nước lại không?'],
    ['Đèn đường trước cổng trường hỏng.', 'Tan học, cổng trường tắc mỗi ngày. Tổ chức lại đường đến trường thế nào?'],
    ['Hàng xóm đốt rác.', 'Rơm rạ sau vụ gặt không biết làm gì ngoài đốt. Biến nó thành gì được?'],
  ],
  ihanoi: 'Mở iHanoi',
  open: 'Mở cho mọi người',
  openList: [
    'Mọi điều công khai trên trang này đều lấy được qua API, không cần đăng ký. Con số trên trang và con số trong dữ liệu là một.',
    'Mã nguồn mở theo giấy phép EUPL-1.2: ai cũng xem được, kiểm tra được, dùng lại được.',
    'Trang chạy được trên điện thoại cũ, mạng chậm, trình duyệt tắt JavaScript, và không theo dõi người đọc.',
  ],
  api: 'Mô tả API (OpenAPI)',
  accessibility: 'Khả năng tiếp cận',
  endTitle: 'Bạn đang thấy một vấn đề?',
  raise: 'Nêu thách thức',
  browse: 'Xem các thách thức',
};

export const en: typeof vi = {
  title: 'About',
  description:
    'What the Hanoi Ideas Network is, how a problem becomes a result, who takes part, the programmes and the rules of conduct.',
  heading: 'Where those who know the problem meet those with a solution',
  lead: 'Hanoi has problems no agency can solve alone. The network puts them before the whole city, so that those who live with a problem, those who understand it and those responsible for it sit down together.',
  contents: 'On this page',
  basis: 'Set up by Plan 185',
  basisText: [
    'The network was set up by Plan 185/KH-UBND (2021) of the Hanoi People’s Committee, on the principles of open science and open innovation.',
    'The plan connects citizens, management agencies, enterprises, research institutes, universities, experts at home and abroad and innovation-support centres, to consult one another and solve the important problems of the capital.',
  ],
  flow: 'From problem to result',
  flowText:
    'The first two steps work on this site. The other two are being built. Each step is dated, says who took it, and stands on the challenge’s timeline for everyone to follow.',
  who: 'Who takes part',
  whoList: enWho,
  account:
    'Reading needs no account. To write or to support you sign in with a code sent to your e-mail address, which nobody else is shown.',
  programmes: 'The programmes',
  programmesText: 'Each challenge belongs to a programme. The network began with the research programmes of Plan 185.',
  rules: 'Rules of conduct',
  rulesList: enRules,
  rulesEnd: 'What breaks the rules may be hidden, and its author is told why.',
  rulesAll: 'Read the whole code of conduct',
  not: 'This is no place to report a fault',
  notText:
    'What somebody must come and mend goes to iHanoi, where a unit receives and handles it. The network is for what needs an idea, knowledge or a pilot.',
  forIhanoi: 'For iHanoi',
  forUs: 'For this network',
  examples: [
    [
      'The drain at the end of my lane is blocked.',
      'The drains are clear, yet we flood with every rain. Can the water be held back?',
    ],
    [
      'The street lamp by the school is broken.',
      'The school gate jams every afternoon. How could the way to school be arranged anew?',
    ],
    [
      'A neighbour burns rubbish.',
      'After the harvest there is nothing to do with the straw but burn it. What could it become?',
    ],
  ],
  ihanoi: 'Open iHanoi',
  open: 'Open to everyone',
  openList: [
    'Everything public here can be had through the API, without registering. The figures on the pages and in the data are the same.',
    'The source is open under the EUPL-1.2: anyone may read, check and reuse it.',
    'It works on old phones, slow networks and without JavaScript, and does not track its readers.',
  ],
  api: 'API description (OpenAPI)',
  accessibility: 'Accessibility',
  endTitle: 'Do you see a problem?',
  raise: 'Raise a challenge',
  browse: 'See the challenges',
};
