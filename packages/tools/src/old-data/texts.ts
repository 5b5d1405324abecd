/** What is written in the kept world: plain Vietnamese, at each limit too, and two small pictures. */

const sentence = 'Mỗi trận mưa lớn, nước dồn về ngã tư và không thoát kịp, người dân phải lội qua. ';

/** Vietnamese text of just so many characters. `key` begins it, so that two texts differ. */
export function textOf(characters: number, key: string): string {
  const text = `${key}: ${sentence.repeat(Math.ceil(characters / sentence.length))}`.normalize('NFC');
  return `${text
    .slice(0, characters - 1)
    .trimEnd()
    .padEnd(characters - 1, '.')}.`;
}

/** A challenge as people write it; `over` changes what it is about. */
export function challengeOf(title: string, over: object = {}): object {
  return {
    title,
    summary: `${title}: người dân đã kiến nghị nhiều năm mà chưa có cách giải quyết.`,
    body: `## Hiện trạng\n\n${sentence}\n\n- Giờ cao điểm kẹt xe\n- Trẻ em đi học **khó khăn**\n\nXem [bản đồ](https://example.vn/ban-do).`,
    programme: 'P5',
    ...over,
  };
}

/** A solution as people write it. */
export function solutionOf(title: string, over: object = {}): object {
  return {
    title,
    summary: `${title}: rẻ, làm được trong một mùa khô và không phải giải toả nhà nào.`,
    body: `1. Khảo sát\n2. Thi công\n3. Nghiệm thu\n\n> ${sentence}`,
    ...over,
  };
}

/** Challenges of elsewhere, in the shape of the ready-made map `hanoi`. */
export const importedCsv = `Mã,Tiêu đề,Tóm tắt,Nội dung,Chương trình,Từ khóa,Vĩ độ,Kinh độ,Trạng thái,Ngày tạo,Ngày đóng,Lý do đóng,Người nêu
K-01,Hồ nước ở công viên bị ô nhiễm nặng,Nước hồ đen và có mùi vào mùa hè nên không ai muốn đến công viên.,"<p>Nước hồ đã đen từ ba năm nay, cá chết nổi trắng mặt hồ mỗi khi trời nắng nóng.</p>",Môi trường,hồ nước,21.0301,105.8524,Đang mở,2024-03-05,,,Nguyễn Thị Mai
K-02,Thiếu sân chơi cho trẻ em ở khu tập thể,Hơn hai trăm trẻ em không có chỗ chơi gần nhà.,"<p>Khu tập thể có hơn hai trăm trẻ em mà không có một sân chơi nào trong vòng một cây số.</p>",Văn hóa,sân chơi,,,Đã đóng,2023-10-12,2024-01-20,Đã có dự án của phường,Tổ dân phố số 7
`;

/** Two PNG pictures: a landscape in two colours, and an upright yellow one. */
export const pictures = [
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAHklEQVR42mOQizpBFcQwatCINkijwoYqaNSgEW0QACUvlRDoIlf0AAAAAElFTkSuQmCC',
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAYCAIAAAB8wupbAAAAGklEQVR42mM4sUCOJMQwqmFUw6iGUQ201QAA/lhJH4CdZVwAAAAASUVORK5CYII=',
].map((base64) => Buffer.from(base64, 'base64'));
