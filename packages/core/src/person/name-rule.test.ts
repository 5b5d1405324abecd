/** A person's name is no agency's, organisation's or role's, in whatever disguise; and people's real names pass. */
import { describe, expect, it } from 'vitest';
import { isReservedName, isSameName, personNameOf } from './name-rule.ts';

it('refuses agencies, organisations and roles of the site, however they are written', () => {
  const plain = [
    'UBND phường Láng',
    'Ủy ban nhân dân TP',
    'Sở Y tế',
    'Sở TT&TT',
    'Phòng Tư pháp',
    'Công an phường',
    'Bộ Y tế',
  ];
  const roles = [
    'Quản trị viên',
    'Ban quản trị',
    'Admin',
    'Administrator',
    'Moderator',
    'Điều hành viên',
    'Mod',
    'Hà Nội',
  ];
  const others = [
    'Công ty ABC',
    'Trường THPT Kim Liên',
    'Trung tâm CDC',
    'Phường Láng',
    'Nam - UBND phường',
    'Giám đốc Sở Y tế',
  ];
  const noAccents = ['Uy ban nhan dan', 'So Y te', 'Phong Tu phap', 'Cong an phuong', 'quan tri vien', 'Hanoi'];
  const spellings = ['UỶ BAN NHÂN DÂN', 'SỞ XÂY DỰNG', 'Sờ Y tế', 'Quảntrịviên', 'Sở-Y-Tế', 'Sở Y tế'.normalize('NFD')];
  const parted = ['U.B.N.D Hà Nội', 'u b n d', 'S.ở Y tế', 'A d m i n', 'admin_hanoi', 'AdminHanoi', 'Admin123'];
  const looks = [
    'Аdmin',
    'ADMlN',
    'Adrnin',
    'Моdегаtоr',
    'ＵＢＮＤ',
    '𝐀𝐝𝐦𝐢𝐧',
    'Ⓐⓓⓜⓘⓝ',
    'adm1n',
    'Qu4n tri v1en',
    'Adm!n',
  ];
  const all = [...plain, ...roles, ...others, ...noAccents, ...spellings, ...parted, ...looks];
  expect(all.filter((name) => !isReservedName(name))).toEqual([]);
});

it('takes the names of people', () => {
  const first = [
    'Phong Nguyễn',
    'Phong Nguyen',
    'Phong Văn Hòa',
    'Sơn Tùng',
    'So Nguyen',
    'Trường Giang',
    'Cúc Nguyễn',
  ];
  const last = ['Nguyễn Văn Phòng', 'Trần Thị Sở', 'Trần Bộ', 'Nguyễn Công An', 'Nguyen Cong An', 'Thanh Trà'];
  const close = [
    'Công Anh',
    'Ad Minh',
    'Jon Admire',
    'Vũ Công Thương',
    'Bàn Văn An',
    'Viên Trần',
    'Bảo Công Anh',
    'Lê Quản',
  ];
  const others = ['Marta P.', 'Decide Madrid', 'Người Hà Nội 3K4T', 'W'.repeat(40)];
  expect([...first, ...last, ...close, ...others].filter(isReservedName)).toEqual([]);
});

it('knows names that read the same', () => {
  expect(isSameName('Viện Quy hoạch', 'vien quy-hoạch')).toBe(true);
  expect(isSameName('Viện Quy hoạch', 'Viện Quy hoạch Hà Nội')).toBe(false);
});

describe('a name that somebody vouches for', () => {
  it.each([
    ['  Trần   Thị\tLan ', 'Trần Thị Lan'],
    ['Lan\u202Egnạm\u0000', 'Langnạm'],
    ['a'.repeat(60), 'a'.repeat(60)],
    ['a'.repeat(61), undefined],
    ['\u3164\u3164\u3164', undefined],
    ['Quản trị viên', undefined],
    ['UBND phường Láng', undefined],
    ['L', undefined],
    ['\u200F\u202E', undefined],
    [' \u2800\u{E0041}.', undefined],
    [{ given: 'Lan' }, undefined],
    [undefined, undefined],
  ])('%j is %j', (given, name) => {
    expect(personNameOf(given)).toBe(name);
  });
});
