/** What the author chose about personal data in what they send; until they have, the API is told to ask. */
import { type PersonalDataChoice, personalDataChoices } from '@hanoi/core/shared/personal-data';
import type { FormValues } from './form-answer';
import { textOf } from './form-values';

/** The choice that a form holds: its buttons have the name `personalData`. */
export function choiceIn(values: FormValues): PersonalDataChoice {
  return personalDataChoices.find((choice) => choice === textOf(values, 'personalData')) ?? 'ask';
}
