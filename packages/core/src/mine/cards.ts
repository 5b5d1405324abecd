/** The card of each kind, as lists answer it. A new kind adds one line. */
import { challengeCardSchema } from '../challenge/schema.ts';
import type { z } from '../shared/zod.ts';
import { solutionCardSchema } from '../solution/schema.ts';
import type { SubjectKind } from '../subject/kinds.ts';

export const cardSchemas = {
  challenge: challengeCardSchema,
  solution: solutionCardSchema,
} as const satisfies Record<SubjectKind, z.ZodObject>;

export type CardSchemas = typeof cardSchemas;
/** The card of any kind, with what is its own. */
export type AnyCard = { [Kind in SubjectKind]: z.output<CardSchemas[Kind]> }[SubjectKind];
