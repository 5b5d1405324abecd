/** What a migration is, and the conditional write that changes one item. */
import { isDeepStrictEqual } from 'node:util';
import type { Item, Key } from '../db/keys.ts';

export type Migration = {
  /** A number and a few words, such as `0001-support-as-number`: its position is stored under this id. */
  id: string;
  /** What changes, in a sentence for operators. */
  describe: string;
  /** The sort keys of the items it changes; all when left out. DynamoDB filters out the others. */
  sortKeys?: readonly string[];
  /**
   * Returns the item in its new shape, or undefined if it needs no change; given its own result, it must return undefined.
   * It may add, change and remove attributes, except those of the key, and read other items.
   */
  up(item: Item, read: (key: Key) => Promise<Item | undefined>): Promise<Item | undefined> | Item | undefined;
  /** Whether the item is one that nothing reads or writes any more: it is deleted. */
  isObsolete?(item: Item): boolean;
  /** New items to add next to it; those that exist stay as they are. */
  beside?(item: Item): readonly Item[];
};

export type Change = {
  Key: { pk: string; sk: string };
  UpdateExpression: string;
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
};

/**
 * The write that changes `before` into `after`, on the condition that every attribute is still as it was read, so that no
 * write of somebody else is lost. Undefined when nothing differs. Throws when the key would change.
 */
export function changeOf(before: Item, after: Item): Change | undefined {
  if (before.pk !== after.pk || before.sk !== after.sk) throw new Error(`A migration can't move ${before.pk}.`);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'pk' && name !== 'sk',
  );
  const sets: string[] = [];
  const removes: string[] = [];
  const conditions = ['attribute_exists(pk)'];
  const values: Record<string, unknown> = {};
  names.forEach((name, at) => {
    const [was, is] = [before[name], after[name]];
    if (was === undefined) conditions.push(`attribute_not_exists(#a${at})`);
    else {
      conditions.push(`#a${at} = :b${at}`);
      values[`:b${at}`] = was;
    }
    if (isDeepStrictEqual(was, is)) return;
    if (is === undefined) removes.push(`#a${at}`);
    else {
      sets.push(`#a${at} = :a${at}`);
      values[`:a${at}`] = is;
    }
  });
  if (sets.length + removes.length === 0) return undefined;
  const part = (verb: string, actions: string[]) => (actions.length > 0 ? `${verb} ${actions.join(', ')}` : '');
  return {
    Key: { pk: before.pk, sk: before.sk },
    UpdateExpression: `${part('SET', sets)} ${part('REMOVE', removes)}`.trim(),
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#a${at}`, name])),
    ExpressionAttributeValues: values,
  };
}
