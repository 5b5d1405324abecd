/** Uploads: they belong to the person who sent them, until a subject shows them. */
import { type Image, imageOf, uploadUrl } from '../card/image.ts';
import { findCard } from '../card/repo.ts';
import { maySee } from '../card/rules.ts';
import type { Showing } from '../card/showing.ts';
import { parentOf } from '../card/status.ts';
import { getItem, getItems } from '../db/get.ts';
import { cardKey, showingKey } from '../db/keys.ts';
import { countUse } from '../db/limit.ts';
import { putItem } from '../db/write.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { newId, type SubjectId, type UploadId } from '../shared/ids.ts';
import { hour, iso } from '../shared/time.ts';
import type { Upload } from './schema.ts';

/** Uploads of one person in an hour: as many as twenty challenges can show. */
const uploadsAnHour = 120;

/**
 * A new upload's id; the caller then decodes the bytes, stores them under it and calls `recordUpload`.
 * @throws not_signed_in, too_many_requests
 */
export async function newUploadId(ctx: Ctx): Promise<UploadId> {
  const { id } = requirePerson(ctx);
  await countUse(ctx, { name: `upload#${id}`, times: uploadsAnHour, windowMs: hour });
  return newId('upload', ctx);
}

/** Records who uploaded what. */
export async function recordUpload(ctx: Ctx, id: UploadId, size: { width: number; height: number }): Promise<Upload> {
  const owner = requirePerson(ctx).id;
  await putItem(ctx, { ...cardKey(id), id, owner, ...size, createdAt: iso(ctx.now()) });
  return { id, url: uploadUrl(id, 'full'), thumbnailUrl: uploadUrl(id, 'thumbnail'), type: 'image/webp', ...size };
}

/**
 * Lets through who may see a picture that not everybody sees: who uploaded it, and who sees the subject `of`, if that shows it. Moderators
 * also where it did: they decide about appeals.
 * @throws not_signed_in, upload_not_found
 */
export async function requirePicture(ctx: Ctx, id: UploadId, of?: SubjectId): Promise<void> {
  const { id: person } = requirePerson(ctx);
  const upload = (await getItem(ctx, cardKey(id), { consistent: true })) as { owner: string } | undefined;
  if (upload && (upload.owner === person || (of && (await isShownTo(ctx, id, of))))) return;
  throw new AppError('upload_not_found');
}

async function isShownTo(ctx: Ctx, id: UploadId, of: SubjectId): Promise<boolean> {
  const strongly = { consistent: true };
  const showing = (await getItem(ctx, showingKey(id, of), strongly)) as unknown as Showing | undefined;
  const isTheirs = showing?.shown || (showing && hasRole(ctx.actor, 'moderator', 'administrator'));
  const card = isTheirs ? await findCard(ctx, of, strongly) : undefined;
  const parentId = card && parentOf(card);
  const parent = parentId ? await findCard(ctx, parentId, strongly) : undefined;
  return card !== undefined && maySee(ctx.actor, card, parent);
}

/**
 * The images of a subject as its card shows them.
 * @throws upload_missing when one was not uploaded by this person; images that are `shown` already may stay
 */
export async function attachImages(
  ctx: Ctx,
  wanted: readonly { id: UploadId; alt: string }[],
  shown: readonly Image[] = [],
): Promise<Image[]> {
  if (wanted.length === 0) return [];
  const owner = requirePerson(ctx).id;
  const ids = [...new Set(wanted.map((image) => image.id))];
  const found = await getItems(ctx, ids.map(cardKey), { consistent: true });
  return ids.map((id, index) => {
    const upload = found[index] as { owner: string; width: number; height: number } | undefined;
    const mayShow = upload?.owner === owner || shown.some((image) => image.id === id);
    if (!upload || !mayShow) {
      throw new AppError('upload_missing', {
        fields: [{ path: `/images/${index}`, code: 'upload_missing', message: id }],
      });
    }
    const alt = wanted.find((image) => image.id === id)?.alt ?? '';
    return imageOf({ id, width: upload.width, height: upload.height, alt });
  });
}
