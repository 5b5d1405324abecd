/** The HTML that is kept beside a text is what the renderer makes of that text, whatever else was stored. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { getItem } from '../db/get.ts';
import { bodyKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { rendererVersion, renderMarkdown } from '../shared/markdown.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { htmlOf, textFields } from './body-text.ts';

const text =
  '## Hiện trạng\n\nNước **ngập** ở [ngõ 12](https://hanoi.example/ngo-12).\n\n- một\n- <script>alert(1)</script>';

describe('the HTML of a stored text', () => {
  it('is that of the renderer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.constantFrom('', text)), (body) => {
        expect(htmlOf(textFields(body))).toBe(renderMarkdown(body));
      }),
    );
    const longest = 'Nước ngập ở ngõ 12, xe chết máy.\n\n'.repeat(600);
    expect(htmlOf(textFields(longest))).toBe(renderMarkdown(longest));
  });

  it('is read, not rendered again', () => {
    const { html } = textFields(text);
    const other = textFields(`${text}!`).html;
    expect(htmlOf({ body: text, html: { ...other, of: html.of } })).not.toBe(renderMarkdown(text));
  });

  it('is rendered when there is none, when another renderer made it, or when it is of another text', () => {
    const { html } = textFields('Một đoạn khác, do một bản trước viết.');
    expect(htmlOf({ body: text })).toBe(renderMarkdown(text));
    expect(htmlOf({ body: text, html })).toBe(renderMarkdown(text));
    const { of } = textFields(text).html;
    expect(htmlOf({ body: text, html: { ...html, of, renderer: rendererVersion + 1 } })).toBe(renderMarkdown(text));
    expect(htmlOf({ body: text, html: { ...html, of, renderer: rendererVersion - 1 } })).toBe(renderMarkdown(text));
  });

  it('takes little room: a body keeps the write units it had', () => {
    const page = 'Sau mỗi trận mưa lớn, nước ngập đến đầu gối ở ngõ này, xe máy chết máy hàng loạt. '.repeat(30);
    expect(JSON.stringify(textFields(page).html).length).toBeLessThan(220);
  });
});

describe('a subject', () => {
  const table = useTable();
  const bodyOf = async (ctx: Ctx, id: ChallengeId) => (await getItem(ctx, bodyKey(id), { consistent: true }))!;

  it('is stored with its HTML, and an edit renders the text again in the same write', async () => {
    const ctx = makeCtx(table, await makePerson(table));
    const written = makeNewChallenge({ body: text });
    const { id, bodyHtml } = await raiseChallenge(ctx, written);
    expect(bodyHtml).toBe(renderMarkdown(text));
    expect(await bodyOf(ctx, id)).toMatchObject(textFields(text));
    const edited = `${text}\n\nThêm *một* đoạn.`;
    expect((await editChallenge(ctx, id, { version: 1, body: edited })).bodyHtml).toBe(renderMarkdown(edited));
    expect(await bodyOf(ctx, id)).toMatchObject(textFields(edited));
  });

  it('that an older release stored or edited is shown as its text says', async () => {
    const ctx = makeCtx(table, await makePerson(table));
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    const key = bodyKey(id);
    const put = (item: object) => ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: item }));
    await put({ ...key, body: text });
    expect((await getChallenge(ctx, id)).bodyHtml).toBe(renderMarkdown(text));
    await put({ ...key, ...textFields('Chữ của bản mới.'), body: text });
    expect((await getChallenge(ctx, id)).bodyHtml).toBe(renderMarkdown(text));
  });
});
