/** Finds wards by what people call them: today's name, a former ward, a former district, with or without accents. */

export type KnownWard = { code: string; name: string; formerly: readonly string[] };
/** A ward that fits, and the former unit that made it fit when its own name did not. */
export type WardMatch = { code: string; name: string; because: string | null };

/** Lower case without accents, đ as d, single spaces: `Hoà Lạc`, `Hòa Lạc` and `hoa lac` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const unitWords = /^(phuong|xa|quan|huyen|thi tran|thi xa|thanh pho|ward|commune|p|x|q|h)\s+/;

/** The wards that fit `query`, best first, at most `most`. Nothing fits an empty query. */
export function findWards(wards: readonly KnownWard[], query: string, most = 8): WardMatch[] {
  const wanted = fold(query);
  if (!wanted) return [];
  return wards
    .flatMap((ward) => rank(ward, wanted))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ match }) => match);
}

function rank(ward: KnownWard, wanted: string): { rank: number; match: WardMatch }[] {
  const { code, name } = ward;
  const own = closeness(name, wanted);
  if (own !== undefined) return [{ rank: own, match: { code, name, because: null } }];
  let best: { rank: number; match: WardMatch } | undefined;
  for (const former of ward.formerly) {
    // Told as `Phường Trúc Bạch, Quận Ba Đình`: either part may be what the person remembers.
    const found = Math.min(...[former, ...former.split(', ')].map((part) => closeness(part, wanted) ?? 99));
    if (found < 99 && (!best || found + 3 < best.rank))
      best = { rank: found + 3, match: { code, name, because: former } };
  }
  return best ? [best] : [];
}

/** 0 the very name, 1 its beginning, 2 the beginning of one of its words; undefined when it does not fit. */
function closeness(name: string, wanted: string): number | undefined {
  const whole = fold(name);
  const bare = whole.replace(unitWords, '');
  if (whole === wanted || bare === wanted) return 0;
  if (whole.startsWith(wanted) || bare.startsWith(wanted)) return 1;
  return ` ${whole}`.includes(` ${wanted}`) ? 2 : undefined;
}
