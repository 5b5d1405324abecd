/** The map of the wards, and the list that says the same in words. */

export const vi = {
  title: 'Bản đồ thách thức',
  description: 'Số thách thức ở từng phường, xã trong 126 phường, xã của Hà Nội.',
  lead: (wards: number) =>
    `Màu càng nổi, nơi ấy càng nhiều thách thức. ${wards} trên 126 phường, xã đã có người lên tiếng.`,
  leadNone: '126 phường, xã của Hà Nội. Chọn một nơi để xem thách thức ở đó, hoặc nêu thách thức đầu tiên.',
  leadNarrowed: 'Chỉ tính những thách thức khớp bộ lọc. Màu càng nổi, nơi ấy càng nhiều.',
  seeThem: 'Xem các thách thức này',
  city: 'Toàn thành phố',
  inner: 'Phóng to khu trung tâm',
  pointAt: 'Rê chuột lên phường, xã để xem tên, bấm để xem thách thức ở đó.',
  toList: 'Xem dạng danh sách',
  legend: 'Số thách thức',
  none: 'Chưa có',
  range: (from: number, to: number | null) =>
    to === null ? `từ ${from} trở lên` : from === to ? `${from}` : `${from}–${to}`,
  count: (count: number, shown: string) => (count === 0 ? 'chưa có thách thức' : `${shown} thách thức`),
  wards: 'Phường',
  communes: 'Xã',
  list: 'Danh sách phường, xã',
  listHint: 'Nhớ tên phường, xã hay quận, huyện cũ? Gõ vào đây cũng được.',
  find: 'Tên phường, xã, quận, huyện',
  go: 'Xem thách thức ở đây',
  ward: 'Nơi',
  challenges: 'Thách thức',
  everywhere: (count: string) => `Ngoài ra có ${count} thách thức liên quan đến toàn thành phố.`,
  source: 'Ranh giới đã được đơn giản hóa để vẽ, không dùng làm căn cứ pháp lý. Nguồn: sapnhap.bando.com.vn.',
  updated: (time: string) => `Số liệu lúc ${time}.`,
  open: 'Mở bản đồ',
  most: 'Nhiều thách thức nhất',
};

export const en: typeof vi = {
  title: 'Map of challenges',
  description: 'How many challenges there are in each of Hanoi’s 126 wards and communes.',
  lead: (wards) =>
    `The stronger the colour, the more challenges. People have spoken up in ${wards} of the 126 wards and communes.`,
  leadNone: 'The 126 wards and communes of Hanoi. Choose one to see its challenges, or raise the first.',
  leadNarrowed: 'Only challenges that fit the filters are counted. The stronger the colour, the more there are.',
  seeThem: 'See these challenges',
  city: 'The whole city',
  inner: 'The centre, closer',
  pointAt: 'Point at a place to see its name, press to see its challenges.',
  toList: 'See it as a list',
  legend: 'Challenges',
  none: 'None yet',
  range: (from, to) => (to === null ? `${from} or more` : from === to ? `${from}` : `${from}–${to}`),
  count: (count, shown) => (count === 0 ? 'no challenge yet' : `${shown} ${count === 1 ? 'challenge' : 'challenges'}`),
  wards: 'Wards',
  communes: 'Communes',
  list: 'List of wards and communes',
  listHint: 'A former ward, commune or district will do as well.',
  find: 'Name of a ward, commune or district',
  go: 'See its challenges',
  ward: 'Place',
  challenges: 'Challenges',
  everywhere: (count) =>
    count === '1'
      ? 'Besides, 1 challenge concerns the whole city.'
      : `Besides, ${count} challenges concern the whole city.`,
  source: 'Borders are simplified for drawing and have no legal force. Source: sapnhap.bando.com.vn.',
  updated: (time) => `Counted at ${time}.`,
  open: 'Open the map',
  most: 'Most challenges',
};
