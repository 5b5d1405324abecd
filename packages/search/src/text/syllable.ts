/** Syllables that sound alike. */

// What people of the North, or in a hurry, write for each other.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:tr|ch)/, 'ch'],
  [/^(?:gi|d|r)(?=[aeiouy])/, 'd'],
  [/^(?:s|x)/, 'x'],
  [/^p(?!h)/, 'b'],
  [/^(?:l|n)(?=[aeiouy])/, 'l'],
  [/^ngh?/, 'ng'],
  [/^gh/, 'g'],
  [/^(?:k|q)(?=[eiyu])/, 'c'],
  [/y/g, 'i'],
];

/** The same for syllables that sound alike to many: `trường` and `chường`, `xe buýt` and `xe buít`. */
export function soundOf(word: string): string {
  return sounds.reduce((sound, [pattern, same]) => sound.replace(pattern, same), word);
}
