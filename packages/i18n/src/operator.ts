/** Who runs the site: the page with its address, and the labels of what the operator says of itself. */

export const vi = {
  title: 'Đơn vị vận hành và liên hệ',
  description: 'Ai vận hành Mạng lưới sáng kiến Hà Nội, liên hệ thế nào, việc gì nên gửi nơi khác.',
  lead: 'Ai chịu trách nhiệm về trang này, và liên hệ thế nào.',
  unnamed: 'Trang này chưa khai báo đơn vị vận hành. Xin đừng coi đây là trang chính thức của thành phố.',
  operatorTitle: 'Đơn vị vận hành',
  name: 'Tên',
  address: 'Địa chỉ',
  email: 'E-mail',
  phone: 'Điện thoại',
  hours: 'Giờ làm việc',
  dataOfficer: 'Đầu mối bảo vệ dữ liệu cá nhân',
  elsewhereTitle: 'Việc nên gửi nơi khác',
  elsewhere: [
    'Ổ gà, rác, mất nước, tiếng ồn: phản ánh tại iHanoi để được xử lý ngay.',
    'Khiếu nại một quyết định hành chính, tố cáo hành vi vi phạm: gửi đơn tới cơ quan có thẩm quyền. Mạng lưới không tiếp nhận đơn, và bài đăng ở đây không thay được đơn.',
    'Việc khẩn cấp: gọi 113 (công an), 114 (cứu hỏa, cứu nạn), 115 (cấp cứu).',
  ],
  faultTitle: 'Trang gặp lỗi?',
  fault: 'Hãy gửi kèm mã yêu cầu ghi trên trang báo lỗi, bạn đang làm gì và dùng thiết bị nào.',
};

export const en: typeof vi = {
  title: 'Who runs this site, and contact',
  description: 'Who runs the Hanoi Ideas Network, how to reach them, and what is better sent elsewhere.',
  lead: 'Who answers for this site, and where to find them.',
  unnamed: 'This site does not say who runs it. Do not take it for an official site of the city.',
  operatorTitle: 'The operator',
  name: 'Name',
  address: 'Address',
  email: 'E-mail',
  phone: 'Telephone',
  hours: 'Hours',
  dataOfficer: 'Contact for personal data',
  elsewhereTitle: 'Better sent elsewhere',
  elsewhere: [
    'Potholes, rubbish, no water, noise: report them to iHanoi, where they are dealt with at once.',
    'A complaint about an administrative decision, a denunciation: file it with the authority in charge. The network neither takes nor replaces one.',
    'Emergencies: call 113 (police), 114 (fire and rescue), 115 (ambulance).',
  ],
  faultTitle: 'Does the site fail?',
  fault: 'Send the request number from the error page, what you were doing, and with which device.',
};
