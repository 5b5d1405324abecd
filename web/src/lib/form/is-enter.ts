/** Enter that ends a line, and Enter that only ends a word: input methods use it to take what is being composed. */

/**
 * Whether a key press is Enter, and not one that an input method takes. Safari ends the composition before it reports the key,
 * and then has 229 for its code.
 */
export function isEnter({
  key,
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>): boolean {
  return key === 'Enter' && !isComposing && keyCode !== 229;
}
