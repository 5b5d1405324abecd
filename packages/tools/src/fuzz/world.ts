/** What is on the site before it is fuzzed: people, things in several states, and cursors to go on from. */
import { type IdKind, idPrefixes } from '@hanoi/core/shared/ids';
import { subjectKinds } from '@hanoi/core/subject/kinds';
import type { TestSite } from '@hanoi/local/testing-site';

/** What a name such as `⟦challenge.0⟧` stands for on this site. */
export type World = Record<string, readonly string[]>;

const challenge = {
  title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
  summary: 'Mưa trên 50 mm là ngã tư ngập quá bánh xe, hàng trăm hộ dân bị cô lập nhiều giờ.',
  body: 'Mỗi trận mưa lớn, nước dồn về ngã tư và không thoát kịp. Cần một cách trữ nước tạm thời.',
  programme: 'P5',
  ward: '00331',
};
/** Another text: a repeat of what its author raised would wait for moderators. */
const challengeToClose = {
  ...challenge,
  title: 'Đèn đường ở ngõ nhỏ hỏng từ đầu năm',
  summary: 'Bảy ngọn đèn không sáng, trẻ em đi học về phải soi đường bằng điện thoại của bố mẹ.',
};
const solution = {
  title: 'Bể trữ nước mưa dưới sân trường',
  summary: 'Xây bể ngầm dưới ba sân trường để giữ nước trong hai giờ đầu của trận mưa.',
  body: 'Ba sân trường quanh ngã tư đủ chỗ cho bể 600 m³. Nước được bơm ra sông sau khi mưa tạnh.',
};

/** So many that what they may write in an hour lasts for all the requests. */
export const peopleInWorld = 45;

/** An id that nothing has. */
const unused = (kind: IdKind) => `${idPrefixes[kind]}_01JDB8N0P4X7K2M9QW5T3RZ6VA`;

/** Makes it. Of kinds it makes nothing of, there is an id. */
export async function makeWorld(site: TestSite): Promise<World> {
  const people = [];
  for (let number = 0; number < peopleInWorld; number++) people.push(await site.signIn(`nguoi-${number}@example.vn`));
  const [author, other] = people as [(typeof people)[0], (typeof people)[0]];
  const post = async (path: string, body?: object, { token } = author) => {
    const { status, text, json } = await site.call('POST', path, { token, body });
    if (status >= 300) throw new Error(text);
    return json.id as string;
  };
  const open = await post('/challenges', challenge);
  const draft = await post('/challenges', { ...challenge, draft: true });
  const closed = await post('/challenges', challengeToClose);
  const submitted = await post(`/challenges/${open}/solutions`, solution, other);
  await post(`/solutions/${submitted}/submit`, undefined, other);
  const drafted = await post(`/challenges/${open}/solutions`, solution, other);
  const withdrawn = await post(`/challenges/${open}/solutions`, solution);
  await post(`/solutions/${withdrawn}/withdraw`);
  await post(`/challenges/${closed}/close`, { reason: 'Đã có lời giải' });
  const first = await post(`/challenges/${open}/comments`, { body: 'Lời đầu tiên' });
  const reply = await post(`/challenges/${open}/comments`, { body: 'Lời đáp', parentId: first }, other);
  const cursorOf = async (path: string) =>
    ((await site.call('GET', `${path}?limit=1`, { token: author.token })).json.nextCursor as string | null) ?? 'none';
  return {
    origin: [site.origin],
    token: people.map(({ token }) => token),
    ...Object.fromEntries(subjectKinds.map((kind) => [kind, [unused(kind)]])),
    challenge: [open, draft, closed],
    solution: [submitted, drafted, withdrawn],
    comment: [first, reply, unused('comment')],
    upload: [unused('upload')],
    cursor: await Promise.all(
      [
        '/challenges',
        '/me/challenges',
        `/challenges/${open}/comments`,
        `/challenges/${open}/timeline`,
        '/solutions',
      ].map(cursorOf),
    ),
  };
}
