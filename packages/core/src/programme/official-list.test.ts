/** The nine programmes of the city's plan, by their fixed codes and names: what a site begins with. */
import { expect, it } from 'vitest';
import { officialProgrammes } from './official-list.ts';
import { programmeSchema } from './schema.ts';

it('are these, in the order of the plan', () => {
  expect(officialProgrammes.map(({ code, name, nameEn }) => [code, name, nameEn])).toEqual([
    [
      'P1',
      'Phát triển bền vững kinh tế Thủ đô và hội nhập quốc tế',
      'Sustainable economy and international integration',
    ],
    ['P2', 'Phát triển văn hóa – xã hội', 'Culture and society'],
    ['P3', 'Phát triển công nghiệp', 'Industry'],
    ['P4', 'Phát triển nông nghiệp, xây dựng nông thôn mới', 'Agriculture and new rural areas'],
    [
      'P5',
      'Quy hoạch, quản lý xây dựng, phát triển đô thị, bảo vệ môi trường',
      'Planning, urban development, environment',
    ],
    ['P6', 'Xây dựng hệ thống chính trị, an ninh, quốc phòng', 'Political system, security, defence'],
    [
      'P7',
      'Nghiên cứu ứng dụng, chuyển giao công nghệ và đổi mới sáng tạo',
      'Applied research, technology transfer, innovation',
    ],
    ['P8', 'Phát triển y tế, chăm sóc sức khỏe Nhân dân', 'Health'],
    ['P9', 'Phát triển giáo dục đào tạo, nguồn nhân lực', 'Education and human resources'],
  ]);
  expect(officialProgrammes.map((programme) => programmeSchema.parse(programme))).toEqual(officialProgrammes);
});

it('are open to everyone but P6, in which only agencies post, and take challenges', () => {
  expect(officialProgrammes.filter(({ restricted }) => restricted).map(({ code }) => code)).toEqual(['P6']);
  expect(officialProgrammes.filter(({ retiredAt, version }) => retiredAt || version)).toEqual([]);
});
