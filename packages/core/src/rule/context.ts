/** What stands around a word and makes it a unit, an abbreviation or somebody's name. */
import type { Arc } from './arc.ts';
import type { Piece } from './piece.ts';

/** What people and bodies are called by before their names or initials, without marks. */
const titles = new Set('anh chi ong ba em chau be co chu bac thay ban mr mrs ms miss dr sir ho ten'.split(' '));
/** What has a code or an abbreviation as its name, without marks. */
const things = new Set(
  (
    'ty doan an toa nha cu truong clb hang ma hieu lop nhom so may vien phieu tuyen goi phong ban tam chuan so mau ' +
    'ke muc kdt khu lo block bang ban toan nghiep hoi bo don dinh phan module cong company group ltd jsc'
  ).split(' '),
);

/** What stands before the name of a place, without marks. */
const places = new Set(
  (
    'rach suoi xom lang nui hon thon xa phuong pho duong cau cho song ho ngo khu dao deo dinh chua ben ga ap ban buon ' +
    'huyen quan tinh mui vinh bai go dong den mieu nga'
  ).split(' '),
);

const baseOf = (piece: Piece | undefined) => piece?.signs.map(({ base }) => base).join('') ?? '';
const isCapitals = (piece: Piece | undefined) =>
  piece !== undefined &&
  piece.signs.length > 1 &&
  piece.signs.every(({ isCapital, kind }) => isCapital || kind !== 'letter');
const isTitled = (piece: Piece | undefined) =>
  piece !== undefined &&
  !piece.isNumber &&
  piece.signs[0]!.isCapital &&
  piece.signs.slice(1).every(({ isCapital }) => !isCapital);

/** Whether a single word of the list, found here, is something else: a unit, an abbreviation, a name, a part of a link. */
export function isInnocent(arc: Arc, pieces: readonly Piece[], isShoutedText: boolean): boolean {
  const [first, before, after] = [pieces[arc.from]!, pieces[arc.from - 1], pieces[arc.to]];
  const { signs } = arc;
  if (first.isLink && signs.length < 4) return true;
  if (signs.length <= 3 && isUnit(first, before)) return true;
  // `dm 5`: a road, a list, a quantity.
  if (signs.length === 2 && signs.every(({ marks }) => marks === '') && after?.isNumber) return true;
  const capitals = signs.every(({ isCapital }) => isCapital);
  if (capitals && isNamed(first, before)) return true;
  if (!isShoutedText && capitals && isAbbreviation(arc, first, before, after)) return true;
  return !arc.isJoined && isProperName(first, before, after);
}

/** `5 đm`, `33cl`, `5 x 6 đm`. */
function isUnit(first: Piece, before: Piece | undefined): boolean {
  return before?.isNumber === true && first.gap !== 'break' && first.sentence === before.sentence;
}

/** `anh Đ.M.`: initials of a person. */
function isNamed(first: Piece, before: Piece | undefined): boolean {
  return first.gap === 'blank' && titles.has(baseOf(before));
}

function isAbbreviation(
  { signs, isJoined }: Arc,
  first: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
): boolean {
  const letters = signs.length;
  if (letters > 4) return false;
  if (after?.isNumber && (after.gap === 'signs' || after.gap === 'blank')) return true;
  if (first.gap === 'blank' && things.has(baseOf(before))) return true;
  if (isCapitals(before) || isCapitals(after)) return true;
  return letters === 2 && !isJoined && signs.every(({ marks }) => marks === '');
}

/** `Mr. Dick Johnson`: a capital, with another beside it, in the middle of a sentence. */
function isProperName(first: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  if (!isTitled(first)) return false;
  const follows = isTitled(after) && after!.gap === 'blank';
  if (titles.has(baseOf(before)) && first.sentence - before!.sentence <= 1) return true;
  if (places.has(baseOf(before)) && first.gap === 'blank') return true;
  return first.sentence === before?.sentence && (follows || (isTitled(before) && first.gap === 'blank'));
}
