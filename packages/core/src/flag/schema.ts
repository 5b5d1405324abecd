/** Flags: what an operator can switch off, and what every page says at its top. */
import { type Switch, switches, verifiableActs } from '../api/switch.ts';
import { timeInputSchema, timeSchema } from '../shared/author.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { kindPaths, type PathOf, type SubjectKind } from '../subject/kinds.ts';

const sentence = lineOfText(1, 300);
const on = z.boolean();

/** A sentence in both languages; from when until when, where it does not stand at once and until somebody takes it away. */
const bannerSchema = z.object({
  vi: sentence,
  en: sentence,
  from: timeSchema.optional().meta({ description: 'Shown from then on; at once without it' }),
  until: timeSchema.optional().meta({ description: 'Shown until then; without it until it is taken away' }),
});
export type Banner = z.output<typeof bannerSchema>;

const ofKinds = Object.fromEntries(
  kindPaths.map((path) => [path, on.meta({ description: `Whether ${path} are written and edited` })]),
) as Record<PathOf<SubjectKind>, typeof on>;

export const flagsSchema = z
  .object({
    readOnly: z.boolean().meta({ description: 'Everything can be read, nothing written' }),
    ...ofKinds,
    comments: on.meta({ description: 'Whether comments are written' }),
    support: on.meta({ description: 'Whether support is given and withdrawn' }),
    uploads: on.meta({ description: 'Whether pictures are taken' }),
    signIn: on.meta({ description: 'Whether people can sign in' }),
    review: on.meta({ description: 'Whether the first post of a person waits for moderators' }),
    eid: z
      .array(z.enum(verifiableActs))
      .meta({ description: 'For what an electronic identity is asked; nothing, where nobody has set it' }),
    demo: on.meta({ description: 'Whether the invented examples are loaded: every page says so' }),
    banner: bannerSchema.nullable().meta({ description: 'What every page says at its top; null for nothing' }),
  } satisfies Record<Switch | 'readOnly' | 'review' | 'eid' | 'demo' | 'banner', z.ZodType>)
  .meta({ id: 'Flags' });
export type Flags = z.output<typeof flagsSchema>;
export type FlagName = keyof Flags;

const names = Object.keys(flagsSchema.shape) as [FlagName, ...FlagName[]];
const switchNames = names.filter((name) => name !== 'banner' && name !== 'eid') as [
  Exclude<FlagName, 'banner' | 'eid'>,
];
const reason = lineOfText(3, 500).meta({ description: 'Why; kept with the change' });
const { banner, eid } = flagsSchema.shape;
const newBanner = bannerSchema
  .extend({ from: timeInputSchema.optional(), until: timeInputSchema.optional() })
  .nullable();
const version = z
  .number()
  .int()
  .min(0)
  .optional()
  .meta({ description: 'Of the flags as they were seen: refused when any was set since' });

/** A notice for everybody, or null for none. */
export const newBannerSchema = z.strictObject({
  name: z.literal('banner'),
  value: newBanner.refine((value) => !value?.from || !value.until || value.from < value.until, {
    path: ['until'],
    params: { code: 'until_before_from' },
    error: 'It ends before it begins',
  }),
  reason,
  version,
});

/** A flag that is on or off. */
export const newSwitchSchema = z.strictObject({ name: z.enum(switchNames), value: on, reason, version });

/** For what an electronic identity is asked. */
export const newEidSchema = z.strictObject({ name: z.literal('eid'), value: eid, reason, version });

/** A flag and its new value. */
export const newFlagSchema = z.union([newBannerSchema, newEidSchema, newSwitchSchema]).meta({ id: 'NewFlag' });
export type NewFlag = z.output<typeof newFlagSchema>;

/** The flags, and how they were changed, newest first. */
export const flagChangesSchema = z
  .object({
    version: z.number().int().meta({ description: 'How often a flag was set' }),
    flags: flagsSchema,
    changes: z.array(
      z.object({
        name: z.enum(names),
        to: z.union([on, banner, eid]),
        by: z.string().meta({ description: 'The id of a person, or which command an operator ran' }),
        who: z.string().nullable().meta({ description: 'The name of that person; null for a command' }),
        reason: z.string().nullable(),
        at: timeSchema,
      }),
    ),
  })
  .meta({ id: 'FlagChanges' });
export type FlagChanges = z.output<typeof flagChangesSchema>;

/** The flags before anybody has set one. */
export const defaultFlags: Flags = {
  ...(Object.fromEntries(switches.map((name) => [name, true])) as Record<Switch, true>),
  readOnly: false,
  review: false,
  eid: [],
  demo: false,
  banner: null,
};
