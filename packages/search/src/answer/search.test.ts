/** Searches over a few texts: corrections, exact marks, families, quotes. */
import type { OrganisationId } from '@hanoi/core/shared/ids';
import { describe, expect, it } from 'vitest';
import { openAnswers } from '../answers.ts';
import type { Document } from '../document.ts';
import { openWriter } from '../replica/apply.ts';
import { openReplica } from '../replica/file.ts';

type Text = {
  kind?: Document['kind'];
  title?: string;
  body?: string;
  parent?: number;
  ward?: string;
  /** The place of the organisation in whose name it is. */
  by?: number;
};

const prefix = { challenge: 'chl', solution: 'sol', comment: 'cmt', organisation: 'org' } as Record<string, string>;

/** What is answered from these texts; results are the places of texts in the list. */
function searchIn(texts: readonly Text[]) {
  const id = (at: number) =>
    `${prefix[texts[at]!.kind ?? 'challenge']}_01JDB8N0P4X7K2M9QW5T${String(at).padStart(6, '0')}`;
  const db = openReplica(':memory:');
  const changes = texts.map(({ kind = 'challenge', title = '', body = '', parent, ward = null, by }, at) => ({
    document: {
      ...{ id: id(at), kind, revision: 1, version: 1, open: true, ward, tags: [], row: rowOf(kind, id(at), title) },
      ...{ parent: parent === undefined ? null : id(parent), programme: null, status: null, origin: null },
      ...{ organisation: by === undefined ? null : id(by), publishedAt: null, year: null, closesAt: null, trend: 0 },
      counts: { support: 0, comments: 0, solutions: 0 } as Document['counts'],
    } as Document,
    texts: { title, summary: '', body },
  }));
  openWriter(db).apply(changes);
  const { search, list, suggest, alike } = openAnswers(db);
  const at = (found: readonly { id: string }[]) => found.map((one) => Number(one.id.slice(-6)));
  return {
    ask: (q: string) => {
      const { items, corrected } = search({ q, sort: 'relevance', limit: 10 });
      return { found: at(items), corrected };
    },
    of: (organisation: number, more: object = {}) =>
      search({ q: '', sort: 'new', limit: 10, organisation: id(organisation) as OrganisationId, ...more }),
    list: (organisation: number) =>
      list({ kind: 'challenge', sort: 'new', limit: 10, organisation: id(organisation) as OrganisationId }),
    at,
    suggest: (typed: string) => suggest(typed).map(({ text }) => text),
    alike: (title: string, summary = '') => at(alike({ title, summary, ward: null })),
  };
}

describe('a search', () => {
  const { ask } = searchIn([
    { title: 'Dây điện chằng chịt' },
    { title: 'Giấy khai sinh' },
    { title: 'Hộ khẩu' },
    { title: 'Hồ cạn nước' },
    { title: 'Loa karaoke quá to' },
    { title: 'Rác phố cổ' },
    { title: 'Rác ven đê' },
    { title: 'Dùng camera AI ở ngã tư đông xe qua lại' },
    { title: 'Nhờ ai bây giờ' },
    { title: 'Bờ kè nứt', body: 'Ven hồ.' },
    { title: 'Trạm điện ồn, cáp điện trạm đứt' },
    ...['Xe chậm', 'Làm chậm', 'Đi chậm', 'Trả chậm', 'Rất chậm', 'Chậm và to'].map((title) => ({ title })),
    { title: 'Lát đường' },
    { title: 'Rèn sắt' },
    { title: 'Hè phố cáp treo, bú mớm' },
  ]);

  it('reads a word that no text has as the one that was meant', () => {
    expect(ask('karaokee')).toMatchObject({ found: [4], corrected: 'karaoke' });
    expect(ask('kraoke').found).toEqual([4]);
  });

  it('reads a word that texts have as another one where only that stands beside the next word', () => {
    expect(ask('giây điện')).toMatchObject({ corrected: 'dây điện' });
    expect(ask('giây điện').found[0]).toBe(0);
    expect(ask('giấy khai sinh')).toMatchObject({ corrected: null });
  });

  it('takes no word that has synonyms, and no English one, for a slip', () => {
    for (const q of ['xe bus', 'xe bus late', 'bus', 'late', 'rent', 'rent karaoke', 'fell off her bike', 'car park'])
      expect(ask(q).corrected, q).toBeNull();
    // "Hoof" alone is `hồ`, typed while the keyboard was off; not beside English words.
    expect(ask('horse hoof').corrected).toBeNull();
  });

  it('takes no word for a slip that texts spell so more often than they have the other one beside its neighbours', () => {
    expect(ask('điện chậm').corrected).toBeNull();
  });

  it('shows a question that it read otherwise with the words that stay as they were typed', () => {
    expect(ask('Loa KARAOKEE quá To')).toMatchObject({ corrected: 'Loa karaoke quá To' });
    expect(ask('bác sỹ karaokee')).toMatchObject({ corrected: 'bác sỹ karaoke' });
    // Marks are a choice where other words have theirs.
    expect(ask('giấy khai xinh')).toMatchObject({ corrected: 'giấy khai sinh' });
    expect(ask('hồ chémm')).toMatchObject({ corrected: null });
  });

  it('gives the marks to what the keyboard left over', () => {
    expect(ask('hoof cạn')).toMatchObject({ corrected: 'hồ cạn' });
    expect(ask('hoof').found[0]).toBe(3);
    // Its stem is that of a word which texts have.
    expect(ask('racs phoos')).toMatchObject({ corrected: 'rác phố' });
    expect(ask('racs phoos').found[0]).toBe(5);
    expect(ask('loa too').found[0]).toBe(4);
  });

  it('puts the marks that were typed first, also in titles', () => {
    expect(ask('hồ').found).toEqual([3, 9, 2]);
    expect(ask('hộ').found[0]).toBe(2);
  });

  it('leaves out a phrase behind a minus', () => {
    expect(ask('rác -"phố cổ"').found).toEqual([6]);
  });

  it('tells an abbreviation in capitals from a word', () => {
    expect(ask('AI').found).toEqual([7, 8]);
  });
});

const rowOf = (kind: string, id: string, name: string) =>
  kind === 'organisation' ? { organisation: { id, slug: 's', name, kind: 'enterprise' } } : { title: name };

describe('an organisation as a filter', () => {
  const { of, list, at } = searchIn([
    { kind: 'organisation', title: 'Công ty Nước sạch' },
    { kind: 'organisation', title: 'Hội Xe đạp' },
    { title: 'Ngõ tối' },
    { kind: 'solution', title: 'Đèn năng lượng mặt trời', parent: 2, by: 0 },
    { kind: 'comment', body: 'Chúng tôi làm được.', parent: 2, by: 0 },
  ]);

  it('is named, also where nothing is left', () => {
    expect(of(1)).toMatchObject({ organisation: { name: 'Hội Xe đạp' }, total: 0, items: [] });
    expect(list(1)).toMatchObject({ organisation: { name: 'Hội Xe đạp' }, total: 0, items: [] });
    expect(of(0, { q: 'không có gì' })).toMatchObject({ organisation: { name: 'Công ty Nước sạch' } });
    expect(of(0, { organisation: undefined }).organisation).toBeNull();
    expect(of(0, { organisation: 'org_01JDB8N0P4X7K2M9QW5T999999' }).organisation).toBeNull();
  });

  it('shows the first kind of what was made in its name, and counts all', () => {
    const answer = of(0);
    expect(at(answer.items)).toEqual([3]);
    expect(answer.facets.kind).toEqual([
      { value: 'solution', count: 1 },
      { value: 'comment', count: 1 },
    ]);
    expect(at(of(0, { kind: 'comment' }).items)).toEqual([4]);
  });
});

describe('a place', () => {
  const { ask, suggest } = searchIn([
    { title: 'Việc của phường bên, hồi trước cùng quận', ward: '00082' },
    { title: 'Việc của phường', ward: '00070' },
  ]);

  it('is today’s ward before the others of a former district of this name', () => {
    expect(ask('Hoàn Kiếm').found).toEqual([1, 0]);
    expect(ask('quận Hoàn Kiếm').found.toSorted()).toEqual([0, 1]);
    expect(ask('phuong hoan kiem').found[0]).toBe(1);
  });

  it('is suggested by its sort, short or long, and by what it was called', () => {
    for (const typed of ['hoan kiem', 'p hoan kiem', 'Phường Hoàn Ki', 'xa hoan kiem'])
      expect(suggest(typed), typed).toContain('Phường Hoàn Kiếm');
    expect(suggest('q. đống đa')).toContain('Phường Đống Đa');
    expect(suggest('Láng Thượng')).toContain('Phường Láng');
    expect(suggest('láng thượ')).toEqual([]);
  });
});

describe('more than can be looked at closely', () => {
  const { ask } = searchIn([
    { title: 'Kè hồ nứt' },
    { title: 'Chuyện cũ', body: 'Nước hồ đen.' },
    ...Array.from({ length: 1_200 }, () => ({ title: 'Sổ hộ khẩu', body: 'Sửa tên trong hộ khẩu.' })),
  ]);

  it('is not where old titles and the marks that were typed get lost', () => {
    expect(ask('hồ').found.slice(0, 2)).toEqual([0, 1]);
  });
});

describe('a family', () => {
  const { ask } = searchIn([
    { title: 'Chó thả rông ngoài ngõ' },
    { kind: 'solution', title: 'Gắn chip và trạm giữ', parent: 0 },
    { kind: 'comment', body: 'Phải có người kéo xích.', parent: 0 },
    { title: 'Ngõ tối' },
    { title: 'Thả cá' },
  ]);

  it('is found by what is said above it, after what says it', () => {
    expect(ask('chó thả rông').found).toEqual([0, 1, 2, 4]);
    expect(ask('kéo xích').found).toEqual([2]);
  });

  it('is not brought where quotes or a minus say what must be there', () => {
    expect(ask('"thả rông"').found).toEqual([0]);
    expect(ask('rông -chip').found).toEqual([0]);
  });
});

describe('drafts', () => {
  const { alike } = searchIn([
    { title: 'Xe buýt điện thay xe buýt chạy dầu' },
    { title: 'Trồng cây xanh ở sân trường' },
    ...Array.from({ length: 20 }, (_, at) => ({ title: `Việc khác thứ ${at}`, body: 'không liên quan gì đến nhau' })),
  ]);

  it('are compared in both languages', () => {
    expect(alike('Electric bus instead of diesel bus')).toEqual([0]);
    expect(alike('Thay xe buýt dầu bằng xe buýt điện')).toEqual([0]);
  });

  it('are shown nothing that is about something else', () => {
    expect(alike('Mở thư viện buổi tối')).toEqual([]);
  });
});
