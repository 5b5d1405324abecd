/** What the forms of challenges and solutions answer beyond messages: a preview, wards that fit, a newer version. */
import type { AlikeView } from '$lib/alike/alike-view';
import type { WardMatch } from '$lib/ward/match';
import type { FormAnswer } from './form-answer';

/** A field that differs between what was typed and the newer version, as people read it. */
export type Difference = { name: string; mine: string; theirs: string };

export type ComposeAnswer = FormAnswer & {
  /** Safe HTML of the body. */
  preview?: string;
  /** What is there already and may say the same. */
  alike?: AlikeView[];
  /** Wards that fit what was typed, when it could be several. */
  wardMatches?: WardMatch[];
  conflict?: Difference[];
};
