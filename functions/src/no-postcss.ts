/** Stands in a bundle for the CSS parser, which is never asked: no style attribute is allowed. */
export function parse(): never {
  throw new Error('There is no CSS to parse.');
}
