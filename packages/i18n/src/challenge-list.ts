/** The list of challenges and its filters. */
import type { origins } from '@hanoi/core/card/schema';
import type { ListSort } from '@hanoi/core/listing/schema';
import type { Share } from '@hanoi/core/ward/schema';
import { inSentence } from './place.ts';

type Origin = (typeof origins)[number];

const viSorts: Record<ListSort, string> = {
  new: 'Mới nhất',
  top: 'Nhiều ủng hộ',
  trending: 'Được quan tâm',
  closing: 'Sắp kết thúc',
};
const enSorts: Record<ListSort, string> = {
  new: 'Newest',
  top: 'Most supported',
  trending: 'Trending',
  closing: 'Closing soon',
};
const viKinds: Record<Origin, string> = {
  raised: 'Người dân hoặc tổ chức nêu',
  launched: 'Cơ quan phát động',
};
const enKinds: Record<Origin, string> = {
  raised: 'Raised by people or organisations',
  launched: 'Launched by agencies',
};

export const vi = {
  title: 'Thách thức',
  lead: 'Những vấn đề của Hà Nội đang cần ý tưởng, tri thức hoặc một thử nghiệm thực tế. Ủng hộ điều bạn thấy đáng làm, bàn cho rõ, rồi góp giải pháp.',
  description: 'Các vấn đề của Hà Nội đang cần lời giải, lọc theo chương trình, phường xã, trạng thái và từ khóa.',
  sortNav: 'Sắp xếp',
  sorts: viSorts,
  filters: 'Bộ lọc',
  filtersOn: (count: number) => (count === 0 ? 'Bộ lọc' : `Bộ lọc (đang dùng ${count})`),
  programme: 'Chương trình',
  anyProgramme: 'Tất cả chương trình',
  place: 'Phường, xã',
  placeHint: 'Tên hiện nay, hoặc tên phường, quận cũ.',
  status: 'Trạng thái',
  anyStatus: 'Mọi trạng thái',
  kind: 'Người nêu',
  kinds: viKinds,
  anyKind: 'Tất cả',
  tag: 'Từ khóa',
  tagHint: 'Ví dụ: ngập lụt',
  apply: 'Lọc',
  active: 'Đang lọc theo',
  remove: (filter: string) => `Bỏ lọc: ${filter}`,
  clear: 'Bỏ tất cả',
  tagged: (tag: string) => `“${tag}”`,
  whichPlace: (text: string) => `“${text}” khớp với vài nơi. Bạn muốn xem nơi nào?`,
  formerly: (former: string, share: Share) =>
    ({
      whole: `gồm ${inSentence(former)} cũ`,
      part: `gồm một phần ${inSentence(former)} cũ`,
      likely: `có lẽ gồm ${inSentence(former)} cũ`,
    })[share],
  formerDistrict: (district: string) => `Thuộc ${inSentence(district)} cũ:`,
  noPlace: (text: string) => `Không có phường, xã nào tên “${text}”, kể cả tên cũ.`,
  noPlaceHint: 'Bạn thử gõ ngắn hơn, hoặc chọn trên bản đồ.',
  openMap: 'Mở bản đồ',
  stale: 'Liên kết đến trang tiếp theo không còn dùng được, nên danh sách bắt đầu lại từ đầu.',
  results: 'Kết quả',
  found: (count: number, isAll: boolean) => (isAll ? `${count} thách thức` : `${count} thách thức đầu tiên`),
  next: 'Xem tiếp',
  lookOn: 'Tìm tiếp trong các thách thức cũ hơn',
  short: 'Ít thách thức khớp bộ lọc, nên danh sách được tìm dần. Còn những thách thức chưa tìm đến.',
  emptyTitle: 'Chưa có thách thức nào như vậy',
  emptyText: 'Bạn thử bỏ bớt một điều kiện lọc. Hoặc nếu đây là vấn đề bạn biết rõ, hãy là người đầu tiên nêu ra.',
  endTitle: 'Bạn đã xem đến cuối danh sách',
  endText: 'Không còn thách thức nào nữa.',
  first: 'Về đầu danh sách',
  raise: 'Nêu thách thức',
};

export const en: typeof vi = {
  title: 'Challenges',
  lead: 'Problems of Hanoi that need an idea, knowledge or a pilot. Support what is worth doing, talk it through, then propose a solution.',
  description: 'Problems of Hanoi looking for solutions, by programme, ward, status and tag.',
  sortNav: 'Sort',
  sorts: enSorts,
  filters: 'Filters',
  filtersOn: (count) => (count === 0 ? 'Filters' : `Filters (${count} in use)`),
  programme: 'Programme',
  anyProgramme: 'All programmes',
  place: 'Ward or commune',
  placeHint: 'Today’s name, or that of a former ward or district.',
  status: 'Status',
  anyStatus: 'Any status',
  kind: 'Who raised it',
  kinds: enKinds,
  anyKind: 'Anyone',
  tag: 'Tag',
  tagHint: 'In Vietnamese, such as: ngập lụt',
  apply: 'Filter',
  active: 'Filtered by',
  remove: (filter) => `Remove filter: ${filter}`,
  clear: 'Remove all',
  tagged: (tag) => `“${tag}”`,
  whichPlace: (text) => `“${text}” fits several places. Which one do you mean?`,
  formerly: (former, share) =>
    ({
      whole: `includes the former ${former}`,
      part: `includes a part of the former ${former}`,
      likely: `probably includes the former ${former}`,
    })[share],
  formerDistrict: (district) => `In the former ${district}:`,
  noPlace: (text) => `No ward or commune is, or was, called “${text}”.`,
  noPlaceHint: 'Try fewer letters, or choose on the map.',
  openMap: 'Open the map',
  stale: 'The link to the next page no longer works, so the list begins again.',
  results: 'Results',
  found: (count, isAll) =>
    isAll ? `${count} ${count === 1 ? 'challenge' : 'challenges'}` : `The first ${count} challenges`,
  next: 'Show more',
  lookOn: 'Look on among older challenges',
  short: 'Few challenges fit these filters, so the list is searched part by part. There are more to look through.',
  emptyTitle: 'No such challenge yet',
  emptyText: 'Try removing a filter. Or, if this is a problem you know well, be the first to raise it.',
  endTitle: 'You have reached the end of the list',
  endText: 'There are no more challenges.',
  first: 'Back to the beginning',
  raise: 'Raise a challenge',
};
