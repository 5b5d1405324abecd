/** Every drawing of the demo by the name of its file. */
import { bars } from './charts.ts';
import * as field from './scenes-field.ts';
import * as ground from './scenes-ground.ts';
import * as house from './scenes-house.ts';
import * as place from './scenes-place.ts';
import * as street from './scenes-street.ts';

/** The drawings as SVG. */
export const album: Record<string, string> = {
  'nga-tu-ngap': street.floodedCrossing(),
  'coc-do-ngap': street.floodPost(),
  'via-he-nay': street.pavement(false),
  'via-he-dai-di-bo': street.pavement(true),
  'song-mat-cat-nay': ground.riverNow(),
  'song-bac-them': ground.riverTerraces(),
  'truong-ben-cong-truong': house.schoolDust(),
  'tap-the-nam-tang': house.collectiveBlock(false),
  'tap-the-thang-ngoai': house.collectiveBlock(true),
  'nha-tro-mot-cau-thang': house.lodgingSmoke(),
  'cau-noi-mai': house.roofBridge(),
  'ngo-sau': ground.deepAlley(false),
  'ngo-sau-ong-kho': ground.deepAlley(true),
  'cay-sau-bao': ground.treesAfterStorm(),
  'ranh-dat': ground.linkedTrench(),
  'dot-rom': field.strawBurning(),
  'may-cuon-rom': field.strawBaler(),
  'cong-tuoi': field.sluice(),
  'be-boi-khung': place.framePool(),
  'ben-buyt-cuoi': place.lastStop(),
  'cho-vang': place.quietMarket(),
  'tu-doi-pin': place.batteryCabinet(),
  'dinh-chong-do': field.villageHall(),
  'do-bui-truong': bars(
    'Bụi mịn ở cửa sổ tầng hai',
    'PM2.5, µg/m³, trung bình một tuần',
    'Máy rẻ tiền, chưa hiệu chuẩn: chỉ để so giờ này với giờ kia.',
    [
      { name: '6h30', value: 60 },
      { name: '9h30 ra chơi', value: 110, loud: true },
      { name: '15h', value: 85 },
      { name: 'Chủ nhật', value: 45 },
    ],
  ),
  'do-via-he': bars(
    'Đoạn phố còn lối đi 1,2 m liền mạch',
    'trong 41 đoạn đã đo',
    'Đo trong hai cuối tuần, 26 tình nguyện viên.',
    [
      { name: '8–10h', value: 14 },
      { name: '12–14h', value: 9 },
      { name: '19–22h', value: 3, loud: true },
    ],
  ),
  'do-nhiet': bars(
    'Nhiệt độ bề mặt lúc 14 giờ',
    '°C, đo bằng súng đo nhiệt',
    'Đo một ngày, một máy: xin coi là ví dụ.',
    [
      { name: 'Dưới tán sấu cũ', value: 36, shown: '36°' },
      { name: 'Chỗ cây mới', value: 52, shown: '52°' },
      { name: 'Ghế đợi xe buýt', value: 55, shown: '55°', loud: true },
    ],
  ),
  'do-cho-kham': bars(
    'Một ngày đi khám tim',
    'phút, theo đồng hồ của người nhà',
    'Khám bốn phút; chờ hơn mười một tiếng.',
    [
      { name: 'Lấy số', value: 160 },
      { name: 'Chờ khám', value: 275 },
      { name: 'Khám', value: 4, loud: true },
      { name: 'Đóng tiền', value: 70 },
      { name: 'Kết quả', value: 170 },
    ],
  ),
  'do-nha-tro': bars(
    '214 người thuê trọ trả lời',
    'phần trăm',
    'Khảo sát qua mạng, ai quan tâm mới điền nên chắc lệch.',
    [
      { name: 'Nhà một cầu thang', value: 61, shown: '61%' },
      { name: 'Song sắt hàn chết', value: 38, shown: '38%' },
      { name: 'Chưa từng diễn tập', value: 72, shown: '72%', loud: true },
    ],
  ),
  'do-be-rong': bars(
    'Bề rộng còn đi được trên vỉa hè',
    'mét, trung vị',
    'Đo 38 đoạn khu trung tâm, mỗi đoạn 100 m, trong hai tháng.',
    [
      { name: '6–8 giờ', value: 1.6, shown: '1,6' },
      { name: '11–13 giờ', value: 0.7, shown: '0,7' },
      { name: '19–21 giờ', value: 0.5, shown: '0,5', loud: true },
    ],
  ),
  'do-thu-tuc': bars(
    'Làm giấy tờ ở xã núi',
    'phần trăm người được hỏi',
    'Hỏi nhanh 180 người, mẫu thuận tiện, chỉ để gợi ý.',
    [
      { name: 'Đi hai lần trở lên', value: 41, shown: '41%', loud: true },
      { name: 'Nhờ nộp hộ', value: 37, shown: '37%' },
      { name: 'Quên mật khẩu', value: 29, shown: '29%' },
      { name: 'Tự nộp trọn', value: 18, shown: '18%' },
    ],
  ),
  'do-chep-mau': bars('Mẫu mây tre bị chép', 'số hộ', 'Hỏi nhanh 48 hộ, không đại diện cho toàn vùng.', [
    { name: 'Từng bị chép mẫu', value: 35, loud: true },
    { name: 'Biết giữ bằng chứng', value: 9 },
    { name: 'Từng nộp đơn', value: 4 },
  ]),
  'do-hoc-nghe': bars('Học trung cấp sau lớp 9, khóa gần nhất', 'số người', 'Chỗ học còn trống hơn một phần ba.', [
    { name: 'Chỗ học', value: 620 },
    { name: 'Nhập học', value: 391 },
    { name: 'Bỏ trong năm đầu', value: 74, loud: true },
  ]),
  'do-huyet-ap': bars(
    'Trước và sau bảy tháng',
    'phần trăm người trong sổ',
    'Hai trạm, 146 người, chưa có đối chứng ngẫu nhiên.',
    [
      { name: 'Còn theo dõi: trước', value: 43, shown: '43%', loud: true },
      { name: 'sau', value: 78, shown: '78%' },
      { name: 'Đạt: trước', value: 31, shown: '31%', loud: true },
      { name: 'sau', value: 52, shown: '52%' },
    ],
  ),
};
