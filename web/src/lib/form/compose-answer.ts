/** What the forms of challenges and solutions answer beyond messages: a preview, wards that fit, a newer version. */

import type { MaskedDatum } from '@hanoi/core/shared/personal-data';
import type { AlikeView } from '$lib/alike/alike-view';
import type { WardMatch } from '$lib/ward/match';
import type { FormAnswer } from './form-answer';

/** A field that differs between what was typed and the newer version, as people read it. */
export type Difference = { name: string; mine: string; theirs: string };

/** Personal data of what is previewed, and what becomes of it when the form is sent as it is. */
export type PreviewedData = { choice: 'mask' | 'keep'; masked: readonly MaskedDatum[] };

export type ComposeAnswer = FormAnswer & {
  /** Safe HTML of the body. */
  preview?: string;
  /** Where there is any personal data in it. */
  personalData?: PreviewedData;
  /** What is there already and may say the same. */
  alike?: AlikeView[];
  /** Wards that fit what was typed, when it could be several. */
  wardMatches?: WardMatch[];
  conflict?: Difference[];
};
