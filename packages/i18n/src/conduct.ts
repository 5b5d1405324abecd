/** The code of conduct, which decisions refer to by section; and what follows where it is broken. */

import { appealDays } from '@hanoi/core/decision/schema';
import type { ReportReason } from '@hanoi/core/report/schema';

/** The sections in their order. Their numbers stand in decisions and addresses (`#4`), so the order stays as it is. */
export const conductSections: readonly ReportReason[] = [
  'abuse',
  'hate',
  'false',
  'personal-data',
  'spam',
  'off-topic',
  'duplicate',
  'illegal',
  'other',
];

/** The number of the section that `reason` breaks. */
export function sectionOf(reason: ReportReason): number {
  return conductSections.indexOf(reason) + 1;
}

type Sections = Record<ReportReason, { title: string; text: string }>;

const viSections: Sections = {
  abuse: {
    title: 'Tôn trọng người khác',
    text: 'Bàn về việc, không công kích người. Không chửi bới, lăng mạ, đe dọa, bêu riếu hay bám theo ai để quấy rối. Nếu không đồng tình, hãy nói vì sao và đề xuất cách khác.',
  },
  hate: {
    title: 'Không kỳ thị',
    text: 'Không hạ thấp ai, không kích động thù ghét ai vì quê quán, dân tộc, tôn giáo, giới tính, xu hướng tính dục, tuổi tác, khuyết tật, bệnh tật hay hoàn cảnh sống.',
  },
  false: {
    title: 'Nói đúng sự thật',
    text: 'Nói điều mình biết, dẫn nguồn điều mình nghe. Không bịa đặt, không cắt ghép số liệu hay hình ảnh, không mạo danh người khác hoặc cơ quan. Ai cũng có lúc nhầm: nhầm thì sửa lại là được.',
  },
  'personal-data': {
    title: 'Giữ kín dữ liệu cá nhân',
    text: 'Không đăng số điện thoại, số định danh, số tài khoản, địa chỉ nhà, biển số xe, ảnh rõ mặt của người khác khi họ chưa đồng ý. Với dữ liệu của chính mình cũng nên cân nhắc, vì điều viết ở đây ai cũng đọc được.',
  },
  spam: {
    title: 'Không quảng cáo, không tin rác',
    text: 'Không rao bán, không chèn liên kết để kéo người xem, không đăng đi đăng lại cùng một nội dung. Nếu bạn có lợi ích trong việc đang bàn, hãy nói ra; như vậy mọi người dễ tin hơn.',
  },
  'off-topic': {
    title: 'Đúng chủ đề',
    text: 'Bình luận về điều bài viết nêu ra; chuyện khác thì nêu thành một thách thức riêng. Sự cố cần người đến sửa ngay thì gửi iHanoi. Đơn thư, hồ sơ thủ tục hành chính thì gửi cơ quan có thẩm quyền.',
  },
  duplicate: {
    title: 'Không đăng lại điều đã có',
    text: 'Trước khi nêu, hãy tìm xem đã có ai nêu chưa. Nếu có, hãy ủng hộ và góp thêm vào bài ấy: nhiều người cùng một bài thì tiếng nói mạnh hơn.',
  },
  illegal: {
    title: 'Tuân thủ pháp luật',
    text: 'Không đăng điều pháp luật cấm, như bí mật nhà nước, nội dung kích động bạo lực, khiêu dâm, xâm hại trẻ em, lừa đảo, xâm phạm quyền tác giả.',
  },
  other: {
    title: 'Những điều khác',
    text: 'Ghi công người có ý tưởng, chỉ gửi những gì bạn có quyền công bố. Mỗi người một tài khoản, một tiếng nói: không mua bán lượt ủng hộ, không nhờ người ủng hộ thay. Không phá trang, không đăng chữ vô nghĩa.',
  },
};

const enSections: Sections = {
  abuse: {
    title: 'Respect others',
    text: 'Argue about the matter, not the person. No insults, threats, public shaming or pursuing somebody from thread to thread. If you disagree, say why, and propose another way.',
  },
  hate: {
    title: 'No discrimination',
    text: 'Do not demean anybody or stir up hatred because of origin, ethnicity, religion, gender, sexual orientation, age, disability, illness or circumstances of life.',
  },
  false: {
    title: 'Tell the truth',
    text: 'Say what you know, cite what you heard. Invent nothing, do not doctor figures or pictures, do not pose as another person or an agency. Everybody is wrong sometimes: then it is enough to put it right.',
  },
  'personal-data': {
    title: 'Keep personal data private',
    text: 'No telephone numbers, identity numbers, bank accounts, home addresses, number plates or recognisable faces of others without their consent. Think twice about your own: everybody can read what stands here.',
  },
  spam: {
    title: 'No advertising, no spam',
    text: 'Do not offer goods, place links to draw visitors, or post the same again and again. If you have an interest in the matter, say so; people will trust you the more.',
  },
  'off-topic': {
    title: 'Stay on the subject',
    text: 'Comment on what the post is about; raise other matters as challenges of their own. What somebody must come and mend goes to iHanoi. Petitions and administrative files go to the authority in charge.',
  },
  duplicate: {
    title: 'Do not post what is there already',
    text: 'Before you raise something, look whether somebody has. If so, support it and add what you know: many people behind one post are heard better.',
  },
  illegal: {
    title: 'Keep to the law',
    text: 'Post nothing the law forbids, such as state secrets, incitement to violence, pornography, abuse of children, fraud, or what breaks copyright.',
  },
  other: {
    title: 'Everything else',
    text: 'Credit whose idea it is, and send only what you may publish. One person, one account, one voice: no buying, selling or lending of support. Do not disrupt the site or post gibberish.',
  },
};

export const vi = {
  title: 'Quy tắc ứng xử',
  description: 'Chín điều khi viết trên Mạng lưới sáng kiến Hà Nội, và việc gì xảy ra khi có nội dung trái quy tắc.',
  lead: 'Chín điều để ai cũng có thể lên tiếng. Mỗi kết quả kiểm duyệt đều nêu rõ căn cứ vào điều nào.',
  contents: 'Trên trang này',
  sections: viSections,
  criticism: {
    title: 'Phê bình luôn được hoan nghênh',
    text: 'Bạn được phê bình chủ trương, dự án, cách làm của cơ quan và cán bộ, kể cả gay gắt. Không nội dung nào bị ẩn chỉ vì phê bình. Hãy phê bình việc làm, và nêu căn cứ.',
  },
  broken: {
    title: 'Khi có nội dung trái quy tắc',
    text: 'Người kiểm duyệt đọc nội dung cùng những gì trước và sau nó, rồi chọn cách nhẹ nhất mà vẫn giải quyết được việc:',
    ways: [
      'trả bài lại để sửa, hoặc che một đoạn, một bức ảnh;',
      'ẩn nội dung: nơi ấy vẫn ghi lý do, các câu trả lời vẫn còn;',
      'nhắc nhở người viết;',
      'khi vi phạm nặng hoặc nhiều lần: hạn chế viết hoặc tạm khóa tài khoản, luôn có thời hạn.',
    ],
    told: 'Người viết luôn được biết: đã làm gì, trong phạm vi nào và đến bao giờ, vì sao, theo điều nào, nhờ đâu mà biết, và cách đề nghị xem xét lại. Không ai quyết định về nội dung của chính mình.',
  },
  report: {
    title: 'Báo vi phạm',
    text: 'Bấm “Báo vi phạm” dưới nội dung, chọn lý do, viết thêm nếu cần. Người viết không biết ai đã báo. Kết quả hiện trong mục Đã báo vi phạm ở Trang của tôi.',
  },
  again: {
    title: 'Đề nghị xem xét lại',
    text: `Nếu thấy kết quả kiểm duyệt chưa đúng, bạn có ${appealDays} ngày để đề nghị xem xét lại, mỗi kết quả một lần. Một người kiểm duyệt khác sẽ xem lại từ đầu. Nếu kết quả cũ bị hủy, nội dung trở lại như trước. Tài khoản đang bị tạm khóa vẫn gửi được đề nghị.`,
    way: 'Xem kết quả kiểm duyệt về bài của bạn',
    numbers: 'Mỗi tháng: bao nhiêu kết quả, vì sao, bao nhiêu bị hủy',
  },
};

export const en: typeof vi = {
  title: 'Code of conduct',
  description:
    'Nine rules for writing on the Hanoi Ideas Network, and what happens when something posted here breaks one.',
  lead: 'Nine rules so that everybody can speak up. Every decision of moderators says which one it rests on.',
  contents: 'On this page',
  sections: enSections,
  criticism: {
    title: 'Criticism is welcome',
    text: 'You may criticise policies, projects, agencies and officials, also sharply. Nothing is hidden merely because it criticises. Criticise what is done, and say what you base it on.',
  },
  broken: {
    title: 'When something breaks a rule',
    text: 'Moderators read it together with what stands before and after it, then choose the mildest way that settles the matter:',
    ways: [
      'a post goes back to be mended, or a passage or picture is covered;',
      'it is hidden: its place still says why, and replies stay;',
      'its author is warned;',
      'after grave or repeated breaches: writing is limited or the account suspended, always for a stated time.',
    ],
    told: 'The author is always told what was done, how far and until when, why, by which rule, how it came to be known, and how to ask for another look. Nobody decides about their own content.',
  },
  report: {
    title: 'Reporting',
    text: 'Press “Report” below it, choose a reason, and add words if you like. The author does not learn who reported. The outcome stands on My page, under What I reported.',
  },
  again: {
    title: 'Asking for another look',
    text: `If you think a decision is wrong, you have ${appealDays} days to ask for another look, once for each decision. Another moderator then looks at it from the start. If the decision is overturned, everything is as it was before. A suspended account can ask too.`,
    way: 'See the decisions about what you wrote',
    numbers: 'Each month: how many decisions, why, how many overturned',
  },
};
