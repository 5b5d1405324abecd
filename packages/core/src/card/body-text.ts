/**
 * The text of a body or a comment, and its HTML beside it: rendered when it is written, as that costs twenty times as much as reading.
 * Other HTML than the present renderer's is never shown: what an older release wrote is rendered when it is read.
 */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { rendererVersion, renderMarkdown } from '../shared/markdown.ts';

/** The HTML of a text. */
export type StoredHtml = {
  /** The `rendererVersion` that made it. */
  renderer: number;
  /** A hash of the Markdown it was made of: a release that stores no HTML may have changed the text since. */
  of: string;
  /**
   * Compressed with the Markdown as its dictionary, Base64: a hundred bytes for a page of text, so that the item costs no unit more.
   * Absent when it is the Markdown in one paragraph, as most comments are: then nothing is unpacked.
   */
  packed?: string;
};

/** The fields that hold a text: they are only written together. */
export type BodyText = { body: string; html: StoredHtml };

/** In a change of fields: both of a text, or none. */
export type TextChange = BodyText | { body?: never; html?: never };

/** Those fields for this text. */
export function textFields(body: string): BodyText {
  const html = renderMarkdown(body);
  const stored = { renderer: rendererVersion, of: hashOf(body) };
  if (html === paragraphOf(body)) return { body, html: stored };
  const packed = deflateRawSync(html, { dictionary: Buffer.from(body) });
  return { body, html: { ...stored, packed: packed.toString('base64') } };
}

/** The safe HTML of a stored text. */
export function htmlOf({ body, html }: { body: string; html?: StoredHtml }): string {
  if (html?.renderer !== rendererVersion || html.of !== hashOf(body)) return renderMarkdown(body);
  if (html.packed === undefined) return paragraphOf(body);
  return inflateRawSync(Buffer.from(html.packed, 'base64'), { dictionary: Buffer.from(body) }).toString();
}

/** A text without any mark, as it is rendered. It is HTML only for texts of which the renderer makes the same. */
function paragraphOf(body: string): string {
  return `<p>${body.replaceAll('\n', '<br />\n')}</p>\n`;
}

/** 132 bits: nobody finds a second text for them. */
function hashOf(body: string): string {
  return hash('sha256', body, 'base64url').slice(0, 22);
}
