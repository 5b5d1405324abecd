/** Personal data in what people write: of which kinds, what an author chooses to do with it, and what an answer tells of it. */
import { z } from './zod.ts';

export const personalDataKinds = ['phone', 'citizen-id', 'old-id', 'bank-account', 'email'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** What becomes of personal data in a text. */
export const personalDataChoices = ['mask', 'keep', 'ask'] as const;
export type PersonalDataChoice = (typeof personalDataChoices)[number];

/** The field by which a request says it. Left out: mask. */
export const personalDataField = z
  .enum(personalDataChoices)
  .optional()
  .meta({
    description:
      'Telephone numbers, identity numbers, bank accounts and e-mail addresses: `mask` them (as when left out), `keep` them on purpose, ' +
      'or `ask`: then nothing is written where there are any, and the refusal says what they are',
  });

/** One thing that was masked: in which field, of which kind, and how it stands there now. */
export const maskedSchema = z
  .object({ field: z.string(), kind: z.enum(personalDataKinds), words: z.string() })
  .meta({ id: 'Masked', description: 'Personal data that was masked in what was sent' });
export type MaskedDatum = z.output<typeof maskedSchema>;

/** The field of an answer that says what was masked; absent where nothing was. */
export const maskedField = z.array(maskedSchema).optional();

/** Whether a text may hold any: a look that costs nothing, as most have no such number and no address. */
export function mayHoldData(text: string): boolean {
  return /@|\d(?:\D{0,3}\d){7}/.test(text);
}

const textToMask = z.string().max(20_000);
const textsToMask = { title: textToMask.optional(), summary: textToMask.optional(), body: textToMask.optional() };

/** Texts that somebody is about to send; `present` is what stands there now, where they edit. */
export const maskPreviewSchema = z
  .strictObject({ ...textsToMask, present: z.strictObject(textsToMask).optional() })
  .meta({ id: 'TextsToMask', description: 'Texts as they are typed. What stands in `present` already is not masked' });

/** The same texts as they would be shown, and what is masked in them. */
export const maskedTextsSchema = z
  .object({ ...textsToMask, masked: z.array(maskedSchema) })
  .meta({ id: 'MaskedTexts' });
export type TextsToMask = z.output<typeof maskPreviewSchema>;
export type MaskedTexts = z.output<typeof maskedTextsSchema>;
