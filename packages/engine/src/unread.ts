/**
 * A cure for the embedded engine, in SQL: records that no consumer of the stream asks for are not written. On AWS they are
 * filtered before anybody pays for them; here each would be written with three indexes, then read and parsed again: five
 * list rows for one comment.
 */
type Filter = { Pattern: string };

/** Whose records are passed over unless one of the filters asks for them: patterns as Lambda takes them, of keys alone. */
export type Unread = { table: string; filters: readonly Filter[] };

type Rule = string | { prefix: string };
type Keys = { pk?: { S?: Rule[] }; sk?: { S?: Rule[] } };

/** What is left of the trigger where everything is read. */
export const dropUnreadTrigger = 'DROP TRIGGER IF EXISTS cure_unread;';

/** The trigger that passes over records of `table` which match none of `filters` by their keys. */
export function unreadTrigger({ table, filters }: Unread): string {
  const wanted = filters.map(({ Pattern }) => conditionOf((JSON.parse(Pattern) as Pattern).dynamodb?.Keys ?? {}));
  return `
  ${dropUnreadTrigger}
  CREATE TRIGGER cure_unread BEFORE INSERT ON _stream_records
  WHEN NEW.table_name = ${text(table)} AND NOT (${wanted.join(' OR ')})
  BEGIN
    SELECT RAISE(IGNORE);
  END;`;
}

type Pattern = { dynamodb?: { Keys?: Keys } };

/** What else a pattern asks of a record is left to the pump: rather too many than one too few. */
function conditionOf({ pk, sk }: Keys): string {
  return `(${ruleOf('pk', pk?.S)} AND ${ruleOf('sk', sk?.S)})`;
}

function ruleOf(name: 'pk' | 'sk', rules: readonly Rule[] | undefined): string {
  if (!rules) return 'true';
  const value = `json_extract(NEW.keys_json, '$.${name}.S')`;
  const tests = rules.map((rule) => {
    if (typeof rule === 'string') return `${value} = ${text(rule)}`;
    if (typeof rule.prefix === 'string') return `substr(${value}, 1, ${rule.prefix.length}) = ${text(rule.prefix)}`;
    throw new Error(`The engine cannot apply this filter of the stream: ${JSON.stringify(rule)}`);
  });
  return `(${tests.join(' OR ')})`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
