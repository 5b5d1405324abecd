/** A key of the site's table as text, to compare it with others. */
export type KeyLike = { pk?: unknown; sk?: unknown };

export function keyText({ pk, sk }: KeyLike): string {
  return `${pk}\n${sk}`;
}
