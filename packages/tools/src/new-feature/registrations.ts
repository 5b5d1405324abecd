/** The lines by which the rest of the project learns of a new feature. */
import { addBefore, addImport, addLine } from './blocks.ts';
import type { Spellings } from './name.ts';

type Edit = (text: string, spellings: Spellings) => string;

/** What is changed in which file. */
export const registrations: Record<string, Edit> = {
  'packages/core/src/contracts.ts': (text, { name, camel }) =>
    addLine(
      addImport(text, `import { ${camel}Contract } from './${name}/contract.ts';`),
      'export const contracts',
      `  ${camel}: ${camel}Contract,`,
      'sorted',
    ),
  'packages/core/src/errors.ts': (text, { name, camel }) =>
    addLine(
      addImport(text, `import { ${camel}Errors } from './${name}/errors.ts';`),
      'export const errorCatalogue',
      `  ...${camel}Errors,`,
      'sorted',
    ),
  'packages/core/src/shared/ids.ts': addId,
  'packages/core/src/db/keys.ts': addKey,
  'functions/src/features.ts': (text, { name, camel }) =>
    addLine(
      text,
      'export const features',
      `  { contract: contracts.${camel}, load: () => import('./api/${name}.ts') },`,
      'sorted',
    ),
  'packages/i18n/src/errors.ts': addErrorWords,
  'functions/src/http/access.test.ts': (text, { Plural, Pascal }) =>
    addLine(
      text,
      'const lines: Record<EndpointName, Line>',
      `\n  list${Plural}: { on: 'challenge' },\n  add${Pascal}: { on: 'challenge', request: () => ({ body: { text: 'Đúng vậy' } }) },`,
    ),
  'functions/src/http/status.test.ts': addStatusRules,
};

/** The prefix of ids: three letters nobody else has, which stay for good. */
export function prefixOf(ids: string, { camel }: Spellings): string {
  const taken = new Set([...ids.matchAll(/^ {2}\w+: '(\w{3})',$/gm)].map((found) => found[1]));
  const letters = camel.toLowerCase();
  const [first, ...others] = letters;
  const candidates = others.flatMap((second, index) => others.slice(index + 1).map((third) => first + second + third));
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free === undefined) throw new Error(`Every prefix of ids that can be made of ${camel} is taken.`);
  return free;
}

function addId(text: string, spellings: Spellings): string {
  const { camel, Pascal } = spellings;
  const prefixed = addLine(text, 'export const idPrefixes', `  ${camel}: '${prefixOf(text, spellings)}',`);
  return addBefore(
    prefixed,
    '/** What can be supported, commented and followed. */',
    `export type ${Pascal}Id = Id<'${camel}'>;\n`,
  );
}

/** The key, and its line in the table of access patterns at the head of the file. */
function addKey(text: string, { camel, PARTITION, 'plural words': words }: Spellings): string {
  const widths = /^ \* \| pattern.*$/m.exec(text)?.[0].split('|').slice(1, -1);
  if (!widths) throw new Error('keys.ts has no table of access patterns.');
  const cells = [
    `the ${words} of a challenge`,
    'list…, add…',
    'table',
    `${PARTITION}#challenge`,
    'id',
    'newest',
    'eventual',
  ];
  const row = cells.map((cell, column) => ` ${cell.padEnd(widths[column]!.length - 2)} `).join('|');
  const withRow = addBefore(text, ' */\nimport type', ` * |${row}|\n`);
  return `${withRow}export const ${camel}Key = (challenge: ChallengeId, id: string): Key => ({ pk: \`${PARTITION}#\${challenge}\`, sk: id });\n`.replace(
    /^import type \{ (?!ChallengeId)/m,
    'import type { ChallengeId, ',
  );
}

function addErrorWords(text: string, { plural_snake, 'plural words': words, vi }: Spellings): string {
  const vietnamese = `  ${plural_snake}_closed: { title: 'Không còn nhận ${vi}', detail: 'Thách thức này đã đóng.' },`;
  const english = `  ${plural_snake}_closed: { title: 'This no longer takes ${words}', detail: 'The challenge is closed.' },`;
  return addLine(addLine(text, 'const vi: Messages', vietnamese), 'const en: Messages', english);
}

/** Who is answered what, in every status of the challenge. */
function addStatusRules(text: string, { Plural, Pascal, plural_snake }: Spellings): string {
  const closed = `${plural_snake}_closed`;
  const outcomes = [
    ['draft', 'challenge_not_found', closed, 'challenge_not_found'],
    ['pending hidden', 'challenge_not_found', closed, closed],
    ['open', 'ok', 'ok', 'ok'],
    ['rest', closed, closed, closed],
  ] as const;
  const rules = outcomes.map(([statuses, others, makers, moderators]) =>
    [
      `  add${Pascal}`.padEnd(24),
      statuses.padEnd(38),
      'not_signed_in'.padEnd(19),
      others.padEnd(19),
      makers.padEnd(22),
      moderators,
    ].join(' '),
  );
  const withRules = addLine(
    text,
    'const challengeRules',
    [`${`  list${Plural}`.padEnd(24)} like getChallenge`, ...rules].join('\n'),
  );
  return addLine(withRules, 'const bodies', `  add${Pascal}: { text: 'Đúng vậy' },`);
}
