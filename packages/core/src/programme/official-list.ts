/**
 * The programmes that a site begins with: the nine research programmes of Plan 185/KH-UBND of the People's Committee of Hanoi (2021).
 * Codes and names are the plan's; the short names are ours, of November 2026. What administrators change is in the table, and goes
 * before this list.
 */
import type { Programme } from './schema.ts';

type Official = Pick<Programme, 'code' | 'name' | 'nameEn' | 'short' | 'shortEn'> & { restricted?: true };

const list: readonly Official[] = [
  {
    code: 'P1',
    name: 'Phát triển bền vững kinh tế Thủ đô và hội nhập quốc tế',
    nameEn: 'Sustainable economy and international integration',
    short: 'Kinh tế, hội nhập',
    shortEn: 'Economy',
  },
  {
    code: 'P2',
    name: 'Phát triển văn hóa – xã hội',
    nameEn: 'Culture and society',
    short: 'Văn hóa, xã hội',
    shortEn: 'Culture, society',
  },
  { code: 'P3', name: 'Phát triển công nghiệp', nameEn: 'Industry', short: 'Công nghiệp', shortEn: 'Industry' },
  {
    code: 'P4',
    name: 'Phát triển nông nghiệp, xây dựng nông thôn mới',
    nameEn: 'Agriculture and new rural areas',
    short: 'Nông nghiệp, nông thôn',
    shortEn: 'Farming, rural areas',
  },
  {
    code: 'P5',
    name: 'Quy hoạch, quản lý xây dựng, phát triển đô thị, bảo vệ môi trường',
    nameEn: 'Planning, urban development, environment',
    short: 'Đô thị, môi trường',
    shortEn: 'City, environment',
  },
  {
    code: 'P6',
    name: 'Xây dựng hệ thống chính trị, an ninh, quốc phòng',
    nameEn: 'Political system, security, defence',
    short: 'Chính trị, an ninh',
    shortEn: 'Security, defence',
    restricted: true,
  },
  {
    code: 'P7',
    name: 'Nghiên cứu ứng dụng, chuyển giao công nghệ và đổi mới sáng tạo',
    nameEn: 'Applied research, technology transfer, innovation',
    short: 'Công nghệ, đổi mới',
    shortEn: 'Technology, innovation',
  },
  {
    code: 'P8',
    name: 'Phát triển y tế, chăm sóc sức khỏe Nhân dân',
    nameEn: 'Health',
    short: 'Y tế, sức khỏe',
    shortEn: 'Health',
  },
  {
    code: 'P9',
    name: 'Phát triển giáo dục đào tạo, nguồn nhân lực',
    nameEn: 'Education and human resources',
    short: 'Giáo dục, nhân lực',
    shortEn: 'Education, skills',
  },
];

/** The programmes of a new site. */
export const officialProgrammes: readonly Programme[] = list.map(({ restricted = false, ...named }, index) => ({
  ...named,
  description: '',
  descriptionEn: '',
  from: null,
  to: null,
  order: index + 1,
  restricted,
  retiredAt: null,
  formerNames: [],
  version: 0,
}));
