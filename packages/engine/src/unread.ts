/**
 * A speed-up of the embedded engine, in SQL: stream records that no consumer wants are not written. On AWS filters drop them at
 * no cost; here each would be written with three indexes, then read and parsed: for one comment, those of five list rows.
 */
type Filter = { Pattern: string };

/** The table whose records are dropped unless one of the filters matches: patterns in Lambda's syntax. */
export type Unread = { table: string; filters: readonly Filter[] };

type Rule = string | { prefix: string };
type Keys = { pk?: { S?: Rule[] }; sk?: { S?: Rule[] } };

/** SQL that removes the trigger, for when everything is read. */
export const dropUnreadTrigger = 'DROP TRIGGER IF EXISTS cure_unread;';

/** The trigger that drops records of `table` whose keys match none of `filters`. */
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

/** The condition on the keys of a record. The pump checks the rest of a pattern: one record too many is better than one too few. */
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
