/** What of personal data would be masked in what somebody typed, for the preview of a form. */
import { ProblemError } from '@hanoi/core/api/client';
import { type MaskedDatum, mayHoldData } from '@hanoi/core/shared/personal-data';
import { cleanText } from '@hanoi/core/shared/text';
import type { RequestEvent } from '@sveltejs/kit';
import { apiFor } from '$lib/server/api';
import type { FormValues } from './form-answer';
import { textOf } from './form-values';
import { textNames } from './personal-data-choice.server';

export type Texts = Partial<Record<(typeof textNames)[number], string>>;
type MaskedPreview = { body: string; masked: MaskedDatum[] };

/**
 * The body with personal data masked, and what is masked in all texts; `present` is what stands there now, where something is edited. Where
 * the API can't say, nothing is: then it asks when the form is sent.
 */
export async function maskedPreview(event: RequestEvent, values: FormValues, present: Texts): Promise<MaskedPreview> {
  const typed = Object.fromEntries(textNames.map((name) => [name, cleanText(textOf(values, name))])) as Required<Texts>;
  const texts = mapTexts(typed, (text) => linesWithData(text).join('\n'));
  if (Object.values(texts).every((text) => text === '')) return { body: typed.body, masked: [] };
  const before = mapTexts(present, (text) => linesWithData(text).join('\n'));
  try {
    const answer = await apiFor(event).rule.previewMasking({ body: { ...texts, present: before } });
    return { body: withLines(typed.body, answer.body ?? ''), masked: answer.masked };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { body: typed.body, masked: [] };
    throw thrown;
  }
}

function mapTexts<Some extends Texts>(texts: Some, change: (text: string) => string): Some {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)])) as Some;
}

/** Only lines that may hold personal data are sent: a body whole is more than is read of somebody who is not signed in. */
export function linesWithData(text: string): string[] {
  return text.split('\n').filter(mayHoldData);
}

/** The text with those lines as they came back, in the same order. */
export function withLines(text: string, masked: string): string {
  const lines = masked.split('\n');
  return text.replace(/[^\n]+/g, (line) => (mayHoldData(line) ? (lines.shift() ?? line) : line));
}
