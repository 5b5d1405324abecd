/**
 * What an author chose about personal data in what they send, with the button that sends it or before, in the preview. Until they have
 * chosen, the API is told to ask.
 */
import { createHash } from 'node:crypto';
import { type PersonalDataChoice, personalDataChoices } from '@hanoi/core/shared/personal-data';
import type { FormValues } from './form-answer';
import { textOf } from './form-values';

/** The texts of a form that may hold personal data. */
export const textNames = ['title', 'summary', 'body'] as const;

/** The choice that a form holds: that of the button that was pressed, else that of the preview while the texts are those it showed. */
export function choiceIn(values: FormValues): PersonalDataChoice {
  return choiceOf(values, 'personalData') ?? choiceOfPreview(values) ?? 'ask';
}

function choiceOfPreview(values: FormValues): PersonalDataChoice | undefined {
  const isSame = textOf(values, 'personalDataOf') === printOf(values);
  return isSame ? choiceOf(values, 'personalDataChosen') : undefined;
}

function choiceOf(values: FormValues, name: string): PersonalDataChoice | undefined {
  return personalDataChoices.find((choice) => choice === textOf(values, name));
}

/** The fields that remember a choice together with the texts it was made about; undefined forgets it. */
export function rememberChoice(values: FormValues, choice: PersonalDataChoice | undefined): FormValues {
  return { personalDataChosen: choice ?? '', personalDataOf: choice ? printOf(values) : '' };
}

/** Line ends are the browser's, not the writer's. */
function printOf(values: FormValues): string {
  const texts = textNames.map((name) => textOf(values, name).replace(/\r\n?/g, '\n').trim());
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 16);
}
