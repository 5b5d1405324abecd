/** Replaces the CSS parser in a bundle, which is never called: no style attribute is allowed. */
export function parse(): never {
  throw new Error('There is no CSS to parse.');
}
