/** Names as they are looked for, of people and organisations. */

/** A name without accents and signs, in small letters, one blank between words. */
export function foldedName(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
