/**
 * The text of a body, and its HTML beside it: rendered when it is written, as rendering costs twenty times as much as reading it.
 * Other HTML than the present renderer's is never shown: what an older release wrote is rendered when it is read.
 */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { rendererVersion, renderMarkdown } from '../shared/markdown.ts';

/** The HTML of a body. */
export type StoredHtml = {
  /** The `rendererVersion` that made it. */
  renderer: number;
  /** A hash of the Markdown it was made of: a release that stores no HTML may have changed the text since. */
  of: string;
  /** Compressed with the Markdown as its dictionary, Base64: a hundred bytes for a page of text, so that the body costs no unit more. */
  packed: string;
};

/** The fields of a body that hold its text: they are only written together. */
export type BodyText = { body: string; html: StoredHtml };

/** Those fields for this text. */
export function textFields(body: string): BodyText {
  const packed = deflateRawSync(renderMarkdown(body), { dictionary: Buffer.from(body) });
  return { body, html: { renderer: rendererVersion, of: hashOf(body), packed: packed.toString('base64') } };
}

/** The safe HTML of a stored body. */
export function htmlOf({ body, html }: { body: string; html?: StoredHtml }): string {
  if (html?.renderer !== rendererVersion || html.of !== hashOf(body)) return renderMarkdown(body);
  return inflateRawSync(Buffer.from(html.packed, 'base64'), { dictionary: Buffer.from(body) }).toString();
}

/** 132 bits: nobody finds a second text for them. */
function hashOf(body: string): string {
  return hash('sha256', body, 'base64url').slice(0, 22);
}
