/** The input of an update that sets fields, in a transaction or alone. */
import type { Key } from './keys.ts';

/** A condition over attributes, with the names and values that it uses. */
export type Condition = { expression: string; names?: Record<string, string>; values: Record<string, unknown> };

/** Sets `fields` of the item at `key`, those that are defined; a path such as `author.name` sets one field of a map. */
export function setInput(key: Key, fields: Record<string, unknown>, condition?: Condition) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const names: Record<string, string> = { ...condition?.names };
  const pathOf = (path: string, index: number) =>
    path
      .split('.')
      .map((name, depth) => {
        const alias = `#f${index}${depth > 0 ? `_${depth}` : ''}`;
        names[alias] = name;
        return alias;
      })
      .join('.');
  return {
    Key: key,
    UpdateExpression: `SET ${entries.map(([path], index) => `${pathOf(path, index)} = :f${index}`).join(', ')}`,
    ConditionExpression: condition?.expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ...condition?.values,
      ...Object.fromEntries(entries.map(([, value], index) => [`:f${index}`, value])),
    },
  };
}
