/** Which subjects show an upload: an item each beside the upload, written in the transaction that changes a subject's pictures. */
import { showingKey } from '../db/keys.ts';
import type { Part } from '../db/transact.ts';
import type { SubjectId, UploadId } from '../shared/ids.ts';
import type { Item } from '../shared/table.ts';
import type { Card } from './schema.ts';

/** `shown` is false once a subject shows it no more that others could see, or that waits for moderators. */
export type Showing = { subject: SubjectId; shown: boolean };

type Picture = { id: UploadId };

/** The item that a subject shows an upload, or does no more. */
export function showingOf(upload: UploadId, subject: SubjectId, shown: boolean): Item & Showing {
  return { ...showingKey(upload, subject), subject, shown };
}

/**
 * The parts that go with other pictures of a subject. What a draft shows no more leaves nothing behind: only its makers ever saw it
 * there.
 */
export function showingParts(
  { id, status }: Pick<Card, 'id' | 'status'>,
  { before, after }: { before: readonly Picture[]; after: readonly Picture[] },
): Part[] {
  const isNew = (picture: Picture, others: readonly Picture[]) => !others.some((other) => other.id === picture.id);
  const added = after.filter((picture) => isNew(picture, before));
  const removed = before.filter((picture) => isNew(picture, after));
  return [
    ...added.map((picture) => putPart(showingOf(picture.id, id, true))),
    ...removed.map((picture) =>
      status === 'draft' ? forgottenPart(picture.id, id) : putPart(showingOf(picture.id, id, false)),
    ),
  ];
}

function forgottenPart(upload: UploadId, subject: SubjectId): Part {
  return { write: { Delete: { TableName: '', Key: showingKey(upload, subject) } } };
}

function putPart(item: Item): Part {
  return { write: { Put: { TableName: '', Item: item } } };
}
