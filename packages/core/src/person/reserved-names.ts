/**
 * What no person may be called here: agencies, organisations and roles of the site. Dated data, read by `name-rule.ts`; who
 * changes it changes `asOf`. Agencies are those of Hanoi's two levels of government since 1 July 2025, and those before,
 * whose names people still know.
 */

export const reservedNames = {
  asOf: '2026-11-28',
  /** Nobody bears these, so they are refused wherever they stand, with accents or without. */
  anywhere: [
    ...['UBND', 'Ủy ban nhân dân', 'HĐND', 'Hội đồng nhân dân', 'MTTQ', 'Mặt trận Tổ quốc', 'Thành ủy', 'Đảng ủy'],
    ...['Chính phủ', 'Quốc hội', 'Bộ Công an', 'Viện kiểm sát', 'Tòa án nhân dân', 'Cảnh sát giao thông', 'CSGT'],
    ...['Thanh tra thành phố', 'Văn phòng UBND', 'Trung tâm hành chính công', 'Bộ phận một cửa', 'Tổ dân phố'],
    ...['Quản trị viên', 'Quản trị hệ thống', 'Ban quản trị', 'Ban quản lý', 'Ban điều hành', 'Ban tổ chức'],
    ...['Ban biên tập', 'Ban chỉ đạo', 'Ban tiếp công dân', 'Kiểm duyệt viên', 'Người kiểm duyệt', 'Điều hành viên'],
    ...['Hỗ trợ kỹ thuật', 'Cán bộ phụ trách', 'Mạng lưới sáng kiến', 'Hanoi Ideas', 'Sáng kiến Hà Nội'],
    ...['Admin', 'Admins', 'Administrator', 'Superadmin', 'Sysadmin', 'Webmaster', 'Moderator', 'Moderators'],
    ...["People's Committee", "People's Council", 'Hanoi Police', 'Department of', 'Official account'],
  ],
  /** Refused at the beginning when typed so, or in a name typed wholly without accents: `Nguyễn Công An` is a person. */
  atStart: [
    ...['Công an', 'Công ty', 'Tập đoàn', 'Tổng công ty', 'Hợp tác xã', 'Doanh nghiệp', 'Ngân hàng', 'Đại học'],
    ...['Trường Đại học', 'Trường THPT', 'Trường THCS', 'Trường Tiểu học', 'Trường Mầm non', 'Học viện', 'Bệnh viện'],
    ...['Trung tâm', 'Văn phòng', 'Chi cục', 'Tổng cục', 'Hội Nông dân', 'Hội Phụ nữ', 'Hội Cựu chiến binh'],
    ...['Đoàn Thanh niên', 'Liên đoàn Lao động', 'Cơ quan', 'Hiệp hội', 'Ủy ban', 'Thành phố Hà Nội', 'Chủ tịch'],
    ...[
      'Phó Chủ tịch',
      'Giám đốc Sở',
      'Trưởng phòng',
      'Đài Phát thanh',
      'Đài Hà Nội',
      'Báo Hà Nội mới',
      'Cổng thông tin',
      'Hệ thống',
    ],
  ],
  /** Nothing but this is the name. */
  whole: [
    'Mod',
    'Hà Nội',
    'TP Hà Nội',
    'Hanoi',
    'Root',
    'System',
    'Support',
    'Official',
    'Chuyên gia',
    'Expert',
    'Staff',
  ],
  /** Kinds of offices: refused as the first word, typed so, when more follows. Without accents some are people's names. */
  offices: ['Sở', 'Phòng', 'Cục', 'Bộ', 'Viện', 'Quận', 'Huyện', 'Phường', 'Xã'],
  /** What offices look after: with one of these behind it an office is refused in any spelling, `So Y te`. */
  matters: [
    ...['Y tế', 'Xây dựng', 'Tài chính', 'Nội vụ', 'Giáo dục', 'Khoa học', 'Công nghệ', 'Nông nghiệp', 'Môi trường'],
    ...['Văn hóa', 'Thể thao', 'Du lịch', 'Công thương', 'Tư pháp', 'Dân tộc', 'Ngoại vụ', 'Quy hoạch', 'Giao thông'],
    ...['Thông tin', 'Truyền thông', 'Tài nguyên', 'Lao động', 'Kế hoạch', 'Đầu tư', 'Công an', 'Quốc phòng', 'Thuế'],
    ...['Kinh tế', 'Đô thị', 'Hạ tầng', 'Quản lý', 'Tiếp dân', 'Cảnh sát', 'Hành chính', 'Một cửa', 'GTVT', 'TNMT'],
    ...['KHCN', 'GDĐT', 'QHKT', 'VHTT', 'LĐTBXH', 'TTTT', 'NNMT', 'KHĐT'],
  ],
} as const;
