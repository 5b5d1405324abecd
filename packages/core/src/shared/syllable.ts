/** Whether a word without its marks can be a Vietnamese syllable: a closed set of initials, vowels and finals. */

const initials = 'ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x';
const vowels =
  'uyeu|uye|uya|uyu|uay|uoi|uou|uai|ieu|yeu|oai|oay|oao|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y';
const finals = 'ch|ng|nh|c|m|n|p|t';
const syllable = new RegExp(`^(?:${initials})?(?:${vowels})(?:${finals})?$`);

/** Whether `word`, in small letters without marks, has the form of a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return word.length <= 7 && syllable.test(word);
}
