/** `retag`: programme and tags are set right. */
import { changesIn } from '../../card/change.ts';
import { alterCardPart } from '../../card/move.ts';
import type { Card } from '../../card/schema.ts';
import { parentOf } from '../../card/status.ts';
import { editedPart, moderators } from '../../event/repo.ts';
import type { EditEvent, EditedField } from '../../event/schema.ts';
import { requireOpenProgramme } from '../../programme/in-force.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Ctx } from '../../shared/context.ts';
import { kindOf } from '../../shared/ids.ts';
import { currentTags } from '../../tag/service.ts';
import type { Undo } from '../repo.ts';
import { type Effect, nothingToUndo } from './effect.ts';
import { isPublished } from './published.ts';

export const retag: Effect = {
  isPossible: ({ content }) => !content.comment && (isPublished(content) || content.card.status === 'pending'),
  async parts(ctx, { content: { card } }, { programme, tags }) {
    await assertProgramme(ctx, card, programme);
    const named = tags && (await currentTags(ctx, tags));
    const after = changesIn({ programme, tags: named }, card);
    if (Object.keys(after).length === 0) throw nothingToChange();
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, card[name as keyof Card]]));
    return { parts: await editedParts(ctx, card, after), undo: { before, after } as Undo };
  },
  /** Where its author has chosen anew meanwhile, theirs stays. */
  async undo(ctx, { content: { card } }, { undo }) {
    const { before = {}, after = {} } = undo ?? {};
    const chosenAnew = changesIn(after, card);
    const names = Object.keys(after).filter((name) => !(name in chosenAnew)) as (keyof typeof before)[];
    const complete = names.length === Object.keys(after).length;
    if (names.length === 0) return { ...nothingToUndo, complete };
    const fields = Object.fromEntries(names.map((name) => [name, before[name]]));
    return { parts: await editedParts(ctx, card, fields), complete };
  },
};

/** A part that edits a card, and tells that it was edited without naming the moderator. */
async function editedParts(ctx: Ctx, card: Card, fields: object) {
  const type = `${kindOf(card.id)}_edited` as EditEvent;
  const names = Object.keys(fields) as EditedField[];
  const told = card.publishedAt ? [await editedPart({ ...ctx, actor: moderators }, card.id, type, names, null)] : [];
  return [alterCardPart(card, { ...fields }), ...told];
}

/** An answer has the programme of what it answers; restricted programmes take posts of agencies alone, retired ones nothing more. */
async function assertProgramme(ctx: Ctx, card: Card, programme: string | undefined): Promise<void> {
  if (programme === undefined || programme === card.programme) return;
  if (parentOf(card) !== null) throw invalid('/programme', 'programme_inherited');
  const { restricted } = await requireOpenProgramme(ctx, programme);
  if (restricted && card.organisation?.kind !== 'agency') throw new AppError('programme_restricted');
}

const nothingToChange = () => invalid('/tags', 'nothing_to_change');

function invalid(path: string, code: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, code, message: '' }] });
}
