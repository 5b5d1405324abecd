/**
 * Landmarks and lakes of the pin map, by which one finds a place: our own list, approximate to about 200 m, lakes as
 * simple shapes ("sơ đồ, không dùng làm bản đồ"). Each was held against the ward of its address. Longitude and latitude, WGS 84.
 */
import type { LngLat } from './projection';

/** `rank`: 0 is named in the view of the whole city, 3 only in the closest ones. */
export type Landmark = LngLat & { name: string; nameEn: string; rank: 0 | 1 | 2 | 3 };

export const landmarks: readonly Landmark[] = [
  { name: 'Hồ Gươm', nameEn: 'Hoan Kiem Lake', lng: 105.8523, lat: 21.0288, rank: 0 },
  { name: 'Lăng Bác', nameEn: 'Ho Chi Minh Mausoleum', lng: 105.8347, lat: 21.0368, rank: 1 },
  { name: 'Văn Miếu', nameEn: 'Temple of Literature', lng: 105.8355, lat: 21.0277, rank: 2 },
  { name: 'Ga Hà Nội', nameEn: 'Hanoi Station', lng: 105.8412, lat: 21.0244, rank: 2 },
  { name: 'Cầu Long Biên', nameEn: 'Long Bien Bridge', lng: 105.8587, lat: 21.0435, rank: 2 },
  { name: 'Cầu Nhật Tân', nameEn: 'Nhat Tan Bridge', lng: 105.8205, lat: 21.094, rank: 1 },
  { name: 'Cầu Thăng Long', nameEn: 'Thang Long Bridge', lng: 105.784, lat: 21.0994, rank: 1 },
  { name: 'Sân bay Nội Bài', nameEn: 'Noi Bai Airport', lng: 105.8069, lat: 21.2212, rank: 0 },
  { name: 'SVĐ Mỹ Đình', nameEn: 'My Dinh Stadium', lng: 105.764, lat: 21.0203, rank: 1 },
  { name: 'Bến xe Mỹ Đình', nameEn: 'My Dinh Bus Station', lng: 105.7783, lat: 21.0284, rank: 3 },
  { name: 'Chùa Hương', nameEn: 'Perfume Pagoda', lng: 105.747, lat: 20.618, rank: 0 },
  { name: 'Thành Cổ Loa', nameEn: 'Co Loa Citadel', lng: 105.8712, lat: 21.1133, rank: 1 },
  { name: 'Nhà hát Lớn', nameEn: 'Opera House', lng: 105.8575, lat: 21.0243, rank: 2 },
  { name: 'Hoàng thành Thăng Long', nameEn: 'Imperial Citadel of Thang Long', lng: 105.8403, lat: 21.0352, rank: 3 },
  { name: 'Chùa Trấn Quốc', nameEn: 'Tran Quoc Pagoda', lng: 105.8369, lat: 21.0481, rank: 2 },
  { name: 'Chợ Đồng Xuân', nameEn: 'Dong Xuan Market', lng: 105.8495, lat: 21.0382, rank: 3 },
  { name: 'Lotte Center', nameEn: 'Lotte Center', lng: 105.8122, lat: 21.032, rank: 2 },
  { name: 'Keangnam', nameEn: 'Keangnam Tower', lng: 105.784, lat: 21.017, rank: 2 },
  { name: 'Trung tâm Hội nghị Quốc gia', nameEn: 'National Convention Center', lng: 105.7866, lat: 21.0062, rank: 2 },
  { name: 'Đại học Bách khoa', nameEn: 'University of Science and Technology', lng: 105.844, lat: 21.0054, rank: 2 },
  { name: 'Bệnh viện Bạch Mai', nameEn: 'Bach Mai Hospital', lng: 105.8408, lat: 21.0005, rank: 3 },
  { name: 'Bến xe Giáp Bát', nameEn: 'Giap Bat Bus Station', lng: 105.8413, lat: 20.9803, rank: 2 },
  {
    name: 'Đại học Quốc gia (Xuân Thủy)',
    nameEn: 'Vietnam National University (Xuan Thuy)',
    lng: 105.7822,
    lat: 21.0375,
    rank: 3,
  },
  { name: 'Times City', nameEn: 'Times City', lng: 105.868, lat: 20.995, rank: 3 },
  { name: 'Royal City', nameEn: 'Royal City', lng: 105.8155, lat: 21.003, rank: 3 },
  { name: 'Aeon Mall Long Biên', nameEn: 'Aeon Mall Long Bien', lng: 105.899, lat: 21.027, rank: 2 },
  { name: 'Bến xe Gia Lâm', nameEn: 'Gia Lam Bus Station', lng: 105.8783, lat: 21.048, rank: 3 },
  { name: 'Bảo tàng Dân tộc học', nameEn: 'Museum of Ethnology', lng: 105.7985, lat: 21.0404, rank: 3 },
  { name: 'Bát Tràng', nameEn: 'Bat Trang', lng: 105.913, lat: 20.976, rank: 0 },
  { name: 'Thành cổ Sơn Tây', nameEn: 'Son Tay Citadel', lng: 105.5046, lat: 21.1387, rank: 0 },
  { name: 'Chùa Thầy', nameEn: 'Thay Pagoda', lng: 105.6466, lat: 21.0236, rank: 1 },
  { name: 'Làng cổ Đường Lâm', nameEn: 'Duong Lam Village', lng: 105.47, lat: 21.157, rank: 2 },
  { name: 'Học viện Nông nghiệp', nameEn: 'University of Agriculture', lng: 105.933, lat: 21.003, rank: 2 },
  { name: 'Bến xe Yên Nghĩa', nameEn: 'Yen Nghia Bus Station', lng: 105.747, lat: 20.9497, rank: 1 },
  { name: 'Ngã Tư Sở', nameEn: 'Nga Tu So', lng: 105.8203, lat: 21.0033, rank: 2 },
  { name: 'Công viên Yên Sở', nameEn: 'Yen So Park', lng: 105.856, lat: 20.9645, rank: 2 },
  {
    name: 'Đại học Quốc gia Hòa Lạc',
    nameEn: 'Vietnam National University, Hoa Lac',
    lng: 105.508,
    lat: 21.0035,
    rank: 0,
  },
  { name: 'Vân Đình', nameEn: 'Van Dinh', lng: 105.77, lat: 20.733, rank: 0 },
  { name: 'Phú Xuyên', nameEn: 'Phu Xuyen', lng: 105.9075, lat: 20.739, rank: 0 },
  { name: 'Thường Tín', nameEn: 'Thuong Tin', lng: 105.862, lat: 20.871, rank: 1 },
  { name: 'Xuân Mai', nameEn: 'Xuan Mai', lng: 105.579, lat: 20.899, rank: 0 },
  { name: 'Phùng', nameEn: 'Phung', lng: 105.657, lat: 21.091, rank: 1 },
  { name: 'Kim Bài', nameEn: 'Kim Bai', lng: 105.765, lat: 20.853, rank: 1 },
  { name: 'Chúc Sơn', nameEn: 'Chuc Son', lng: 105.704, lat: 20.918, rank: 1 },
];

/** A lake as an ellipse: `across` from west to east, `along` from north to south, metres. */
export type Lake = LngLat & { name: string; nameEn: string; across: number; along: number };

export const lakes: readonly Lake[] = [
  { name: 'Hồ Gươm', nameEn: 'Hoan Kiem Lake', lng: 105.8523, lat: 21.0288, across: 200, along: 600 },
  { name: 'Hồ Trúc Bạch', nameEn: 'Truc Bach Lake', lng: 105.8393, lat: 21.046, across: 400, along: 550 },
  { name: 'Hồ Bảy Mẫu', nameEn: 'Bay Mau Lake', lng: 105.8425, lat: 21.0125, across: 380, along: 620 },
  { name: 'Hồ Thủ Lệ', nameEn: 'Thu Le Lake', lng: 105.8062, lat: 21.0312, across: 260, along: 260 },
  { name: 'Hồ Linh Đàm', nameEn: 'Linh Dam Lake', lng: 105.832, lat: 20.967, across: 800, along: 800 },
  { name: 'Hồ Yên Sở', nameEn: 'Yen So Lake', lng: 105.8545, lat: 20.9665, across: 900, along: 1000 },
  { name: 'Hồ Đồng Mô', nameEn: 'Dong Mo Lake', lng: 105.486, lat: 21.055, across: 3200, along: 3600 },
  { name: 'Hồ Suối Hai', nameEn: 'Suoi Hai Lake', lng: 105.385, lat: 21.155, across: 2800, along: 3000 },
];

/** Hồ Tây is too large and too bent for an ellipse. */
export const westLake = {
  name: 'Hồ Tây',
  nameEn: 'West Lake',
  shore: [
    [105.8365, 21.0428],
    [105.8378, 21.0485],
    [105.833, 21.0535],
    [105.827, 21.056],
    [105.8195, 21.0553],
    [105.8205, 21.061],
    [105.8245, 21.065],
    [105.825, 21.069],
    [105.818, 21.072],
    [105.811, 21.069],
    [105.807, 21.062],
    [105.8075, 21.055],
    [105.8105, 21.049],
    [105.815, 21.044],
    [105.823, 21.0432],
    [105.83, 21.042],
  ],
} as const;

const metresPerDegree = 111_320;

/** Metres between two places, as on a flat map: right to a few metres within the city. */
export function metresBetween(one: LngLat, other: LngLat): number {
  const east = (one.lng - other.lng) * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(east, one.lat - other.lat) * metresPerDegree;
}

/** The landmark nearest to a place, and how far it is, metres. */
export function nearestLandmark(at: LngLat): { landmark: Landmark; metres: number } {
  const measured = landmarks.map((landmark) => ({ landmark, metres: metresBetween(at, landmark) }));
  return measured.reduce((best, next) => (next.metres < best.metres ? next : best));
}
