/** What forms say: labels shared by several, and what is wrong with a field. */
import type { Share } from '@hanoi/core/ward/schema';
import * as fieldWords from './field-words.ts';
import { formatNumber } from './language.ts';
import * as mergeRefusal from './merge-refusal.ts';
import { pictureLimits } from './picture-limits.ts';
import { inSentence } from './place.ts';

/** A distance as one says it: to 50 m when near, else to 100 m in kilometres. */
function far(language: 'vi' | 'en', metres: number): string {
  if (metres < 950) return `${language === 'vi' ? 'khoảng' : 'about'} ${Math.round(metres / 50) * 50} m`;
  return `${language === 'vi' ? 'khoảng' : 'about'} ${formatNumber(language, Math.round(metres / 100) / 10)} km`;
}

export const vi = {
  optional: '(không bắt buộc)',
  errorTitle: 'Chưa gửi được',
  /** What was sent too late, to be copied. */
  written: 'Điều bạn đã viết',
  preview: 'Xem trước',
  edit: 'Viết tiếp',
  previewTitle: 'Xem trước nội dung',
  previewEmpty: 'Chưa có gì để xem trước.',
  left: (count: number) => `${count >= 0 ? 'Còn' : 'Thừa'} ${Math.abs(count).toLocaleString('vi')} ký tự`,
  working: 'Đang gửi…',
  toolbar: {
    label: 'Định dạng',
    bold: 'Chữ đậm',
    italic: 'Chữ nghiêng',
    heading: 'Đề mục',
    list: 'Danh sách',
    quote: 'Trích dẫn',
    link: 'Liên kết',
    linkText: 'chữ hiển thị',
    sample: 'nội dung',
  },
  ward: {
    label: 'Phường, xã',
    hint: 'Gõ tên hiện nay, hoặc tên phường, quận cũ bạn vẫn quen gọi.',
    none: 'Toàn thành phố',
    byOldName: 'Không thấy tên quen? Gõ tên phường, xã hoặc quận, huyện cũ',
    find: 'Tìm',
    was: (former: string, share: Share) =>
      ({
        whole: `gồm ${inSentence(former)} cũ`,
        part: `gồm một phần ${inSentence(former)} cũ`,
        likely: `có lẽ gồm ${inSentence(former)} cũ`,
      })[share],
    district: (district: string) => `Thuộc ${inSentence(district)} cũ:`,
    chosen: (ward: string) => `Đã chọn ${ward}`,
    orChoose: 'Chọn một nơi',
    found: (count: number) => (count === 0 ? 'Không có phường, xã nào khớp' : `${count} phường, xã khớp`),
    several: 'Có vài nơi khớp với tên bạn gõ. Hãy chọn một nơi trong danh sách.',
    likely: 'Đơn vị này đã bỏ từ trước năm 2025. Hãy xem nơi gợi ý trong danh sách có đúng không rồi chọn.',
    unknown: 'Không tìm thấy phường, xã nào có tên như vậy. Hãy thử tên khác hoặc chọn trong danh sách.',
    clear: 'Bỏ chọn',
    wards: 'Phường',
    communes: 'Xã',
  },
  pin: {
    label: 'Vị trí trên bản đồ',
    hint: 'Chạm vào bản đồ để ghim. Với bàn phím: phím mũi tên để ngắm, Enter để ghim, dấu + và − để phóng to, thu nhỏ.',
    notHome: 'Hãy ghim nơi có vấn đề, không ghim nhà mình.',
    near: (landmark: string, metres: number) =>
      metres < 150 ? `tại ${landmark}` : `cách ${landmark} ${far('vi', metres)}`,
    nowhere: 'Ngoài Hà Nội.',
    aim: 'Đang ngắm:',
    enter: 'Nhấn Enter để ghim.',
    sketch: 'Sơ đồ gần đúng, không dùng làm bản đồ.',
    open: 'Ghim vị trí trên bản đồ',
    here: 'Dùng vị trí của tôi',
    hereFailed: 'Không lấy được vị trí của bạn.',
    outside: 'Bạn đang ở ngoài Hà Nội nên không ghim được.',
    remove: 'Bỏ ghim',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    at: (lat: number, lng: number) => `Đã ghim tại ${lat.toLocaleString('vi')}° B, ${lng.toLocaleString('vi')}° Đ`,
    in: (ward: string) => `Trong ${ward}`,
    loading: 'Đang tải bản đồ…',
    failed: 'Chưa tải được bản đồ. Bạn vẫn có thể chọn phường, xã ở trên.',
  },
  images: {
    label: 'Hình ảnh',
    hint: (most: number) =>
      `Tối đa ${most} ảnh, mỗi ảnh không quá ${pictureLimits.vi.size}. Vị trí chụp lưu trong ảnh sẽ được xóa.`,
    choose: 'Chọn ảnh',
    alt: 'Trong ảnh có gì?',
    altHint: 'Một câu ngắn cho người không nhìn thấy ảnh.',
    remove: 'Bỏ ảnh này',
    uploading: (name: string) => `Đang tải ${name}`,
    uploaded: (name: string) => `Đã tải xong ${name}`,
    failed: (name: string) => `Chưa tải được ${name}. Hãy thử lại.`,
    tooLarge: (name: string) => `${name} lớn hơn ${pictureLimits.vi.size}. Hãy chọn ảnh nhỏ hơn.`,
    tooMany: (most: number) => `Chỉ thêm được tối đa ${most} ảnh.`,
    saveAndAdd: 'Lưu rồi thêm ảnh',
    saveAndAddHint:
      'Trình duyệt đang tắt JavaScript: bài viết được lưu trước, sau đó bạn gửi từng ảnh một ở trang kế tiếp.',
    publishAndAdd: 'Đăng thay đổi rồi thêm ảnh',
    publishAndAddHint:
      'Trình duyệt đang tắt JavaScript: những gì bạn vừa sửa được đăng trước và ai cũng xem được ngay, sau đó bạn gửi từng ảnh một ở trang kế tiếp.',
    step: 'Thêm ảnh',
    stepLead: 'Gửi từng ảnh một. Bài viết của bạn đã được lưu, không mất gì khi có ảnh không gửi được.',
    file: 'Tệp ảnh',
    add: 'Gửi ảnh này',
    added: 'Đã thêm ảnh',
    full: (most: number) => `Đã đủ ${most} ảnh. Muốn thêm ảnh khác, hãy bỏ bớt một ảnh.`,
    pick: 'Hãy chọn một tệp ảnh.',
    toText: 'Viết tiếp',
    toPage: 'Xem bài viết',
    signInFirst: 'Đăng nhập để thêm ảnh',
    signInHint: 'Ảnh được gửi lên bằng tài khoản của bạn. Những gì bạn đã viết vẫn được giữ nguyên.',
  },
  tags: {
    label: 'Từ khóa',
    hint: (most: number) => `Tối đa ${most} từ khóa, cách nhau bằng dấu phẩy. Ví dụ: ngập lụt, thoát nước.`,
    remove: (tag: string) => `Bỏ từ khóa ${tag}`,
  },
};

export const en: typeof vi = {
  optional: '(optional)',
  errorTitle: 'Not sent yet',
  written: 'What you had written',
  preview: 'Preview',
  edit: 'Keep writing',
  previewTitle: 'Preview',
  previewEmpty: 'Nothing to preview yet.',
  left: (count) => `${Math.abs(count).toLocaleString('en')} characters ${count >= 0 ? 'left' : 'too many'}`,
  working: 'Sending…',
  toolbar: {
    label: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    heading: 'Heading',
    list: 'List',
    quote: 'Quote',
    link: 'Link',
    linkText: 'link text',
    sample: 'text',
  },
  ward: {
    label: 'Ward or commune',
    hint: 'Type today’s name, or the old ward or district name you still use.',
    none: 'The whole city',
    byOldName: 'Can’t see the name you know? Type an old ward, commune or district',
    find: 'Find',
    was: (former, share) =>
      ({
        whole: `includes the former ${former}`,
        part: `includes a part of the former ${former}`,
        likely: `probably includes the former ${former}`,
      })[share],
    district: (district) => `In the former ${district}:`,
    chosen: (ward) => `${ward} is chosen`,
    orChoose: 'Choose a place',
    found: (count) =>
      count === 0
        ? 'No ward or commune fits'
        : count === 1
          ? '1 ward or commune fits'
          : `${count} wards and communes fit`,
    several: 'Several places fit what you typed. Choose one from the list.',
    likely: 'That unit was abolished before 2025. See whether the place suggested in the list is right, and choose it.',
    unknown: 'No ward or commune has that name. Try another name or choose from the list.',
    clear: 'Clear',
    wards: 'Wards',
    communes: 'Communes',
  },
  pin: {
    label: 'Place on the map',
    hint: 'Tap the map to set the pin. By keyboard: aim with the arrow keys, set the pin with Enter; + and − zoom in and out.',
    notHome: 'Pin the place of the problem, not your home.',
    near: (landmark, metres) => (metres < 150 ? `at ${landmark}` : `${far('en', metres)} from ${landmark}`),
    nowhere: 'Outside Hanoi.',
    aim: 'Aiming at:',
    enter: 'Press Enter to set the pin.',
    sketch: 'An approximate sketch, not a map.',
    open: 'Set a pin on the map',
    here: 'Use my location',
    hereFailed: 'Your location could not be read.',
    outside: 'You are outside Hanoi, so there is nothing to pin.',
    remove: 'Remove the pin',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    at: (lat, lng) => `Pinned at ${lat}° N, ${lng}° E`,
    in: (ward) => `In ${ward}`,
    loading: 'Loading the map…',
    failed: 'The map could not be loaded. You can still choose a ward above.',
  },
  images: {
    label: 'Images',
    hint: (most) =>
      `Up to ${most} images of ${pictureLimits.en.size} each at most. The place a photo was taken is removed from the file.`,
    choose: 'Choose images',
    alt: 'What does it show?',
    altHint: 'One short sentence for people who can’t see it.',
    remove: 'Remove this image',
    uploading: (name) => `Uploading ${name}`,
    uploaded: (name) => `${name} is uploaded`,
    failed: (name) => `${name} could not be uploaded. Please try again.`,
    tooLarge: (name) => `${name} is over ${pictureLimits.en.size}. Choose a smaller image.`,
    tooMany: (most) => `Only ${most} images can be added.`,
    saveAndAdd: 'Save and add images',
    saveAndAddHint:
      'JavaScript is off: your text is saved first, then you send the images one by one on the next page.',
    publishAndAdd: 'Publish the changes and add images',
    publishAndAddHint:
      'JavaScript is off: what you have changed is published first, and everybody sees it at once; then you send the images one by one on the next page.',
    step: 'Add images',
    stepLead: 'Send them one by one. Your text has been saved: nothing is lost when an image cannot be taken.',
    file: 'Image file',
    add: 'Send this image',
    added: 'The image was added',
    full: (most) => `That makes ${most} images. Remove one to add another.`,
    pick: 'Choose an image file.',
    toText: 'Go on writing',
    toPage: 'See the page',
    signInFirst: 'Sign in to add images',
    signInHint: 'Images are sent from your account. What you have written stays as it is.',
  },
  tags: {
    label: 'Tags',
    hint: (most) => `Up to ${most} tags, separated by commas. For example: flooding, drainage.`,
    remove: (tag) => `Remove the tag ${tag}`,
  },
};

type Language = 'vi' | 'en';
export const messages: Record<Language, typeof vi> = { vi, en };

/** How each field is called inside a sentence. */
const fieldNames: Record<Language, Record<string, string>> = {
  vi: {
    title: 'tiêu đề',
    summary: 'tóm tắt',
    body: 'nội dung',
    programme: 'chương trình',
    kind: 'hình thức',
    tags: 'từ khóa',
    ward: 'phường, xã',
    point: 'vị trí trên bản đồ',
    images: 'hình ảnh',
    organisation: 'tổ chức',
    closesAt: 'ngày kết thúc',
    reason: 'lý do',
    name: 'tên hiển thị',
    email: 'e-mail',
    code: 'mã',
    stance: 'quan điểm',
    comment: 'bình luận',
    language: 'ngôn ngữ',
    note: 'lời nói thêm',
    text: 'điều bạn muốn nói',
    action: 'việc cần làm',
    until: 'ngày hết hạn',
    passages: 'đoạn cần che',
    groups: 'nhóm',
    takeOver: 'lý do nhận thay',
    textVi: 'thông báo bằng tiếng Việt',
    programmeCode: 'mã chương trình',
    nameVi: 'tên tiếng Việt',
    nameEn: 'tên tiếng Anh',
    shortVi: 'tên ngắn tiếng Việt',
    shortEn: 'tên ngắn tiếng Anh',
    aboutVi: 'mô tả bằng tiếng Việt',
    aboutEn: 'mô tả bằng tiếng Anh',
    from: 'ngày bắt đầu',
    to: 'ngày kết thúc',
    place: 'thứ tự từ 1 đến 999',
    fullName: 'tên đầy đủ',
    slug: 'tên rút gọn',
    about: 'giới thiệu',
    seen: 'giấy tờ đã xem',
    where: 'nơi đã xem',
    reference: 'số hiệu hoặc liên kết',
    role: 'vai trò',
    into: 'tên mới',
    textEn: 'thông báo bằng tiếng Anh',
    subject: 'nội dung bị yêu cầu',
    number: 'số văn bản',
    issuer: 'cơ quan yêu cầu',
    receivedAt: 'lúc nhận',
    term: 'hạn thực hiện',
    dueAt: 'hạn ghi trong văn bản',
    demands: 'điều được yêu cầu',
  },
  en: {
    title: 'title',
    summary: 'summary',
    body: 'text',
    programme: 'programme',
    kind: 'kind',
    tags: 'tags',
    ward: 'ward or commune',
    point: 'place on the map',
    images: 'images',
    organisation: 'organisation',
    closesAt: 'closing date',
    reason: 'reason',
    name: 'display name',
    email: 'e-mail address',
    code: 'code',
    stance: 'view',
    comment: 'comment',
    language: 'language',
    note: 'note',
    text: 'text',
    action: 'action',
    until: 'end',
    passages: 'passages',
    groups: 'groups of votes',
    takeOver: 'reason',
    textVi: 'notice in Vietnamese',
    programmeCode: 'code',
    nameVi: 'name in Vietnamese',
    nameEn: 'name in English',
    shortVi: 'short name in Vietnamese',
    shortEn: 'short name in English',
    aboutVi: 'description in Vietnamese',
    aboutEn: 'description in English',
    from: 'first day',
    to: 'last day',
    place: 'place from 1 to 999',
    fullName: 'full name',
    slug: 'short name',
    about: 'words about it',
    seen: 'evidence you saw',
    where: 'place where you saw it',
    reference: 'number or address',
    role: 'role',
    into: 'new name',
    textEn: 'notice in English',
    subject: 'content it is about',
    number: 'number of the document',
    issuer: 'authority',
    receivedAt: 'time it came',
    term: 'term',
    dueAt: 'end that the document names',
    demands: 'what it demands',
  },
};

/** Lengths people are told, in characters; tests hold them equal to the schemas'. */
export const lengths: Record<string, readonly [number, number]> = {
  title: [8, 120],
  summary: [20, 300],
  body: [40, 20_000],
  comment: [2, 4_000],
  reason: [3, 500],
  name: [2, 60],
  note: [0, 1_000],
  text: [10, 4_000],
  takeOver: [4, 300],
  textVi: [1, 300],
  nameVi: [3, 120],
  nameEn: [3, 120],
  shortVi: [2, 40],
  shortEn: [2, 40],
  aboutVi: [0, 500],
  aboutEn: [0, 500],
  fullName: [3, 120],
  slug: [1, 60],
  seen: [3, 300],
  where: [3, 300],
  textEn: [1, 300],
};

/** The words for a target that cannot be merged into, by the field that names it. */
function intoRefused(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([code, text]) => [`into ${code}`, text]));
}

/** Of which fields forms say what programs are told too. */
const fieldsWith: Record<keyof typeof fieldWords.vi.byCode, readonly string[]> = {
  tag_renamed: ['from'],
  until_before_from: ['until'],
  name_taken: ['name', 'nameEn', 'short', 'shortEn'],
  term_unknown: ['term'],
  received_ahead: ['receivedAt'],
  due_before_received: ['dueAt'],
};

function sharedWords(words: typeof fieldWords.vi.byCode): Record<string, string> {
  const codes = Object.keys(fieldsWith) as (keyof typeof words)[];
  return Object.fromEntries(
    codes.flatMap((code) => fieldsWith[code].map((field) => [`${field} ${code}`, words[code]])),
  );
}

const special: Record<Language, Record<string, string>> = {
  vi: {
    'email invalid_format':
      'Địa chỉ e-mail chưa đúng. Ví dụ đúng: ten@example.com. Phần trước dấu @ không có dấu tiếng Việt.',
    'name name_reserved':
      'Tên này giống tên cơ quan, tổ chức hoặc vai trò của trang. Hãy dùng họ tên hoặc biệt danh của bạn, viết đủ dấu.',
    'code invalid_format': 'Mã gồm đúng 6 chữ số.',
    'tags too_big': 'Chỉ dùng tối đa 5 từ khóa.',
    'tags invalid_format': 'Từ khóa chỉ gồm chữ, số và dấu cách.',
    'tags too_small': 'Mỗi từ khóa cần ít nhất 2 ký tự.',
    'images too_big': 'Chỉ thêm được tối đa 6 ảnh.',
    'images missing': vi.images.pick,
    'slug invalid_format': 'Tên rút gọn chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ: so-y-te.',
    'programmeCode invalid_format': 'Mã gồm một chữ hoa và một đến ba chữ hoa hoặc số, ví dụ P10.',
    'to until_before_from': 'Ngày kết thúc phải sau ngày bắt đầu.',
    'into same_tag': 'Tên mới phải khác tên cũ.',
    'into too_small': 'Hãy nhập tên mới, ít nhất 2 ký tự.',
    'into invalid_format': 'Từ khóa chỉ gồm chữ, số và dấu cách.',
    ...sharedWords(fieldWords.vi.byCode),
    ...intoRefused(mergeRefusal.vi.refusals),
    'note facts_missing': 'Hãy nói với người viết điều bạn thấy.',
    'term term_or_due': 'Hãy chọn một căn cứ, hoặc ghi hạn nêu trong văn bản; không chọn cả hai.',
    'images upload_missing': 'Có ảnh chưa được tải lên. Hãy chọn lại ảnh.',
    'images upload_not_image': 'Có tệp không đọc được dưới dạng ảnh.',
    'images upload_too_many_pixels': `Ảnh có hơn ${pictureLimits.vi.pixels}. Hãy thu nhỏ ảnh rồi chọn lại.`,
    'images upload_too_large': `Ảnh lớn hơn ${pictureLimits.vi.size}. Hãy chọn ảnh nhỏ hơn.`,
    'closesAt closing_date_invalid': 'Hãy chọn một ngày sắp tới, không quá hai năm.',
    'point point_outside_hanoi': 'Vị trí này nằm ngoài Hà Nội.',
    'point point_not_in_ward': 'Vị trí ghim nằm ở {pointWard}, không phải {ward}.',
    'ward several': vi.ward.several,
    'ward unknown': vi.ward.unknown,
    'ward likely': vi.ward.likely,
    'tags too_long': 'Mỗi từ khóa tối đa 30 ký tự.',
    'organisation launch_needs_agency': 'Muốn phát động, hãy chọn đăng với tư cách một cơ quan.',
    'programme programme_restricted':
      'Chương trình này chỉ nhận bài đăng với tư cách cơ quan. Hãy chọn cơ quan ở mục Đăng với tư cách.',
  },
  en: {
    'email invalid_format':
      'That is not an e-mail address mail can be sent to. It should look like name@example.com, without accents before the @.',
    'name name_reserved':
      'That reads like an agency, an organisation or a role of this site. Use your own name or a nickname, with its accents.',
    'code invalid_format': 'The code has exactly six digits.',
    'tags too_big': 'Use at most 5 tags.',
    'tags invalid_format': 'Tags hold letters, digits and spaces only.',
    'tags too_small': 'Each tag needs at least 2 characters.',
    'images too_big': 'Up to 6 images can be added.',
    'images missing': en.images.pick,
    'slug invalid_format': 'A short name has small letters without accents, digits and dashes, such as so-y-te.',
    'programmeCode invalid_format': 'A capital letter and one to three capital letters or digits, such as P10.',
    'to until_before_from': 'The last day must come after the first.',
    'into same_tag': 'The new name must differ.',
    'into too_small': 'Write the new name, at least 2 characters.',
    'into invalid_format': 'Tags hold letters, digits and spaces only.',
    ...sharedWords(fieldWords.en.byCode),
    ...intoRefused(mergeRefusal.en.refusals),
    'note facts_missing': 'Tell the author what you found.',
    'term term_or_due': 'Choose a ground, or give the end that the document names; not both.',
    'images upload_missing': 'An image was not uploaded. Choose it again.',
    'images upload_not_image': 'One of the files is not a readable image.',
    'images upload_too_many_pixels': `The image has over ${pictureLimits.en.pixels}. Shrink it and choose it again.`,
    'images upload_too_large': `The image is over ${pictureLimits.en.size}. Choose a smaller one.`,
    'closesAt closing_date_invalid': 'Choose a day to come, at most two years ahead.',
    'point point_outside_hanoi': 'That place lies outside Hanoi.',
    'point point_not_in_ward': 'The pin lies in {pointWard}, not in {ward}.',
    'ward several': en.ward.several,
    'ward unknown': en.ward.unknown,
    'ward likely': en.ward.likely,
    'tags too_long': 'A tag holds at most 30 characters.',
    'organisation launch_needs_agency': 'To launch a call, choose to post as an agency.',
    'programme programme_restricted': 'Only agencies post in this programme. Choose your agency below.',
  },
};

/** How the field `name` is called at the head of a line. */
export function fieldName(language: Language, name: string): string {
  return capital(fieldNames[language][name] ?? name);
}

/**
 * What is wrong with the field `name`: `code` is the API's, `value` what was typed. Give `label` where the form calls the
 * field otherwise than in `fieldName`.
 */
export function fieldMessage(language: Language, name: string, code: string, value: unknown, label?: string): string {
  const known = special[language][`${name} ${code}`];
  if (known) return known;
  const text = typeof value === 'string' ? value.trim() : '';
  const field = fieldNames[language][name] ?? name;
  const [least, most] = lengths[name] ?? [];
  const sentence = sentences[language];
  if (!text && label) return sentence.fillIn(label);
  if (!text) return least ? sentence.write(field) : sentence.choose(field);
  if (code === 'too_small' && least) return sentence.tooShort(field, least, [...text].length);
  if (code === 'too_big' && most) return sentence.tooLong(field, most, [...text].length);
  if (code === 'shows_nothing') return sentence.showsNothing(field);
  return sentence.wrong(field);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where "Hãy nhập" with the field's name is not what people say. */
const missing: Record<string, string> = {
  'lý do': 'Hãy nêu lý do.',
  'bình luận': 'Hãy viết bình luận.',
};

const sentences = {
  vi: {
    fillIn: (label: string) => `Hãy điền mục “${label}”.`,
    write: (field: string) => missing[field] ?? `Hãy nhập ${field}.`,
    choose: (field: string) => `Hãy chọn ${field}.`,
    tooShort: (field: string, least: number, have: number) =>
      `${capital(field)} cần ít nhất ${least} ký tự; bạn mới viết ${have}.`,
    tooLong: (field: string, most: number, have: number) =>
      `${capital(field)} tối đa ${formatNumber('vi', most)} ký tự; bạn đã viết ${formatNumber('vi', have)}.`,
    showsNothing: (field: string) => `${capital(field)} chưa có chữ nào hiện ra cho người đọc. Hãy viết thêm vài chữ.`,
    wrong: (field: string) => `${capital(field)} chưa hợp lệ.`,
  },
  en: {
    fillIn: (label: string) => `Fill in “${label}”.`,
    write: (field: string) => `Write the ${field}.`,
    choose: (field: string) => `Choose the ${field}.`,
    tooShort: (field: string, least: number, have: number) =>
      `The ${field} needs at least ${least} characters; you have ${have}.`,
    tooLong: (field: string, most: number, have: number) =>
      `The ${field} holds at most ${formatNumber('en', most)} characters; you have ${formatNumber('en', have)}.`,
    showsNothing: (field: string) => `The ${field} shows nothing that can be read. Add some words.`,
    wrong: (field: string) => `The ${field} is not valid.`,
  },
} satisfies Record<Language, unknown>;
