/** Names of places within a Vietnamese sentence. */

const units = /(^|, )(Phường|Xã|Thị trấn|Thị xã|Quận|Huyện)(?= )/g;

/** `Phường Trúc Bạch, Quận Ba Đình` as one writes it in the middle of a sentence: the words for units are small. */
export function inSentence(name: string): string {
  return name.replace(units, (unit) => unit.toLowerCase());
}
