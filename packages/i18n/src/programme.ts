/** The nine programmes: the plan's own name, and a short one for places where that does not fit. */
import type { Language } from '@hanoi/core/person/schema';
import type { ProgrammeCode } from '@hanoi/core/programme/schema';

type Name = { name: string; short: string };

export const programmeNames: Record<Language, Record<ProgrammeCode, Name>> = {
  vi: {
    P1: { name: 'Phát triển bền vững kinh tế Thủ đô và hội nhập quốc tế', short: 'Kinh tế, hội nhập' },
    P2: { name: 'Phát triển văn hóa – xã hội', short: 'Văn hóa, xã hội' },
    P3: { name: 'Phát triển công nghiệp', short: 'Công nghiệp' },
    P4: { name: 'Phát triển nông nghiệp, xây dựng nông thôn mới', short: 'Nông nghiệp, nông thôn' },
    P5: { name: 'Quy hoạch, quản lý xây dựng, phát triển đô thị, bảo vệ môi trường', short: 'Đô thị, môi trường' },
    P6: { name: 'Xây dựng hệ thống chính trị, an ninh, quốc phòng', short: 'Chính trị, an ninh' },
    P7: { name: 'Nghiên cứu ứng dụng, chuyển giao công nghệ và đổi mới sáng tạo', short: 'Công nghệ, đổi mới' },
    P8: { name: 'Phát triển y tế, chăm sóc sức khỏe Nhân dân', short: 'Y tế, sức khỏe' },
    P9: { name: 'Phát triển giáo dục đào tạo, nguồn nhân lực', short: 'Giáo dục, nhân lực' },
  },
  en: {
    P1: { name: 'Sustainable economy and international integration', short: 'Economy' },
    P2: { name: 'Culture and society', short: 'Culture, society' },
    P3: { name: 'Industry', short: 'Industry' },
    P4: { name: 'Agriculture and new rural areas', short: 'Farming, rural areas' },
    P5: { name: 'Planning, urban development, environment', short: 'City, environment' },
    P6: { name: 'Political system, security, defence', short: 'Security, defence' },
    P7: { name: 'Applied research, technology transfer, innovation', short: 'Technology, innovation' },
    P8: { name: 'Health', short: 'Health' },
    P9: { name: 'Education and human resources', short: 'Education, skills' },
  },
};
