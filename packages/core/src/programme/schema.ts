/** The nine research programmes of the city's plan 185/KH-UBND (2021): the top-level subject list. */
import { z } from '../shared/zod.ts';

export const programmeCodes = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'] as const;
export const programmeCodeSchema = z.enum(programmeCodes).meta({ description: 'Code of one of the nine programmes' });
export type ProgrammeCode = (typeof programmeCodes)[number];

export const programmeSchema = z
  .object({
    code: programmeCodeSchema,
    name: z.string(),
    nameEn: z.string(),
    restricted: z.boolean().meta({ description: 'Only agencies post in it' }),
  })
  .meta({ id: 'Programme' });
export type Programme = z.output<typeof programmeSchema>;

export const programmes: readonly Programme[] = [
  {
    code: 'P1',
    name: 'Phát triển bền vững kinh tế Thủ đô và hội nhập quốc tế',
    nameEn: 'Sustainable economy and international integration',
    restricted: false,
  },
  { code: 'P2', name: 'Phát triển văn hóa – xã hội', nameEn: 'Culture and society', restricted: false },
  { code: 'P3', name: 'Phát triển công nghiệp', nameEn: 'Industry', restricted: false },
  {
    code: 'P4',
    name: 'Phát triển nông nghiệp, xây dựng nông thôn mới',
    nameEn: 'Agriculture and new rural areas',
    restricted: false,
  },
  {
    code: 'P5',
    name: 'Quy hoạch, quản lý xây dựng, phát triển đô thị, bảo vệ môi trường',
    nameEn: 'Planning, urban development, environment',
    restricted: false,
  },
  {
    code: 'P6',
    name: 'Xây dựng hệ thống chính trị, an ninh, quốc phòng',
    nameEn: 'Political system, security, defence',
    restricted: true,
  },
  {
    code: 'P7',
    name: 'Nghiên cứu ứng dụng, chuyển giao công nghệ và đổi mới sáng tạo',
    nameEn: 'Applied research, technology transfer, innovation',
    restricted: false,
  },
  { code: 'P8', name: 'Phát triển y tế, chăm sóc sức khỏe Nhân dân', nameEn: 'Health', restricted: false },
  {
    code: 'P9',
    name: 'Phát triển giáo dục đào tạo, nguồn nhân lực',
    nameEn: 'Education and human resources',
    restricted: false,
  },
];

/** The programme of `code`. */
export function programmeOf(code: ProgrammeCode): Programme {
  return programmes.find((programme) => programme.code === code)!;
}
