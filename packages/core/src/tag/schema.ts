/** Tags as administrators keep them: how often each is used, and which were renamed. */
import { tagSchema } from '../card/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { pageQuery } from '../shared/page.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

export const tagsQuery = z.strictObject({
  q: z.string().trim().max(60).default('').meta({ description: 'How the tag begins, with or without accents' }),
  ...pageQuery,
});
export type TagsQuery = z.output<typeof tagsQuery>;

export const countedTagSchema = z
  .object({ tag: z.string(), count: z.number().int().min(1).meta({ description: 'Public subjects that carry it' }) })
  .meta({ id: 'CountedTag' });
export type CountedTag = z.output<typeof countedTagSchema>;

/** To rename a tag, and to merge it into another one, is the same: what carried it carries the other. */
export const newTagNameSchema = z
  .strictObject({
    from: tagSchema,
    into: tagSchema.meta({ description: 'The new name, or the tag that it is merged into' }),
    reason: lineOfText(3, 500).meta({ description: 'Why; kept with the change' }),
    version: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'As it was seen: refused when any tag was renamed since' }),
  })
  .meta({ id: 'NewTagName' });
export type NewTagName = z.output<typeof newTagNameSchema>;

export const tagChangesSchema = z
  .object({
    version: z.number().int().meta({ description: 'How often a tag was renamed' }),
    changes: z.array(
      z.object({
        from: z.string(),
        into: z.string(),
        by: z.string().meta({ description: 'The id of a person, or which command did it' }),
        who: z.string().nullable().meta({ description: 'The name of that person' }),
        reason: z.string(),
        at: timeSchema,
      }),
    ),
  })
  .meta({ id: 'TagChanges' });
export type TagChanges = z.output<typeof tagChangesSchema>;
