/** The name of a feature or kind, in every spelling the code uses. */

/** What is wrong with the arguments, in a sentence for the developer who typed them. */
export class Refusal extends Error {
  override name = 'Refusal';
}

export type Spellings = {
  name: string;
  camel: string;
  Pascal: string;
  plural: string;
  Plural: string;
  pluralSnake: string;
  pluralWords: string;
  PluralWords: string;
  PARTITION: string;
  vi: string;
  Vi: string;
};

const longest = 30;

/** Reads a name such as `consultation` or `official-response`, and its word in Vietnamese. Throws Refusal. */
export function spell(name: string, vietnamese: string | undefined): Spellings {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length < 3 || name.length > longest) {
    throw new Refusal(
      `“${name}” is no name for a feature: one noun, singular, in small letters, such as consultation or official-response.`,
    );
  }
  const plural = pluralOf(name);
  const pluralWords = plural.replaceAll('-', ' ');
  const vi = vietnamese?.normalize('NFC').trim() || pluralWords;
  return {
    name,
    camel: camelOf(name),
    Pascal: capital(camelOf(name)),
    plural,
    Plural: capital(camelOf(plural)),
    pluralSnake: plural.replaceAll('-', '_'),
    pluralWords,
    PluralWords: capital(pluralWords),
    PARTITION: name.replaceAll('-', '_').toUpperCase(),
    vi,
    Vi: capital(vi),
  };
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const camelOf = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
