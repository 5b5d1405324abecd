/** What is done to good requests so that they are nearly good, or hardly requests at all. */
import fc from 'fast-check';

/** Values that some reader stumbles over. */
export const nasty = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u2066',
    'A\u0301'.repeat(50),
    'x'.repeat(100_000),
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '%00',
    '{{7*7}}',
    "' OR 1=1 --",
    [],
    {},
    [[[[[[]]]]]],
    { $ne: null },
    { S: 'x' },
  ),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'id',
  'status',
  'author',
  'pk',
  'sk',
  'ttl',
  '',
  '\u0000',
  'ě',
);

/** The value with one thing wrong somewhere in it: another type, a name too many, something missing. */
export function nearly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'wrap'), nasty, names)
    .map(([whole, place, way, wrong, name]) => bend(whole, place, way, wrong, name));
}

function bend(value: unknown, place: number, way: string, wrong: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return way === 'wrap' ? [value] : wrong;
  const keys = Object.keys(value);
  if (way === 'add' || keys.length === 0) return withField(value, name, wrong);
  const key = keys[place % keys.length]!;
  const inner = (value as Record<string, unknown>)[key];
  const goesDeeper = typeof inner === 'object' && inner !== null && place % 3 === 0;
  if (goesDeeper) return withField(value, key, bend(inner, Math.floor(place / 3), way, wrong, name));
  if (way === 'remove') {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    return rest;
  }
  return withField(value, key, way === 'wrap' ? [inner] : wrong);
}

/** Also a field called `__proto__` is one of the object's own, as in JSON. */
function withField(value: object, name: string, field: unknown): object {
  if (Array.isArray(value)) return [...value, field];
  const copy = { ...value };
  Object.defineProperty(copy, name, { value: field, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** The bytes with some changed, cut, doubled or put in. */
export function broken(bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat(),
    way: fc.constantFrom('flip', 'cut', 'double', 'insert', 'drop'),
    piece: fc.uint8Array({ maxLength: 12 }),
  });
  return fc.tuple(bytes, fc.array(change, { minLength: 1, maxLength: 4 })).map(([whole, changes]) =>
    changes.reduce((now, { at, way, piece }) => {
      const place = now.length === 0 ? 0 : at % now.length;
      const [before, after] = [now.subarray(0, place), now.subarray(place)];
      if (way === 'cut') return before;
      if (way === 'double') return Buffer.concat([now, after]);
      if (way === 'insert') return Buffer.concat([before, piece, after]);
      if (way === 'drop') return Buffer.concat([before, after.subarray(1 + piece.length)]);
      return Buffer.concat([before, Buffer.from([at & 0xff]), after.subarray(1)]);
    }, whole),
  );
}

/** Addresses with something put into them that different readers read differently. */
export function brokenPath(path: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const trick = fc.oneof(
    fc.constantFrom(
      '..',
      '/',
      '//',
      '/./',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%0a',
      '%',
      '%zz',
      '%c0%af',
      ';',
      '?',
      '#',
      '&',
      '[]',
      '{id}',
      '\u0130',
      '%ED%A0%80',
      'x'.repeat(9_000),
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.webQueryParameters(),
  );
  return fc.tuple(path, fc.nat(), trick, fc.boolean()).map(([whole, at, piece, replaces]) => {
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + piece + whole.slice(replaces ? place + 1 : place);
  });
}

/** Headers a stranger may send. */
export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    'authorization',
    'cookie',
    'content-type',
    'accept',
    'accept-language',
    'accept-encoding',
    'content-encoding',
    'idempotency-key',
    'if-none-match',
    'origin',
    'range',
    'sec-fetch-site',
    'host',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-http-method-override',
    'expect',
    'x-odd',
  ),
  fc.oneof(
    fc.constantFrom(
      '',
      '*',
      'null',
      'gzip',
      'application/json',
      'multipart/form-data; boundary=',
      'Bearer ',
      '__Host-session=; session=x',
      'bytes=0-1',
      'en',
      'http://localhost',
      '127.0.0.1',
      'x'.repeat(7_000),
    ),
    fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\t\x20-\x7e]/g, '')),
  ),
  { maxKeys: 3 },
);
