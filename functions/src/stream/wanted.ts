/** Which records a consumer wants: checked for a record here, passed to Lambda as the filter of a reader. */
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamConsumer, StreamReader, Wanted } from './catalogue.ts';

/** Whether the consumer asks for the record. */
export function asksFor({ wants }: StreamConsumer, record: DynamoDBRecord): boolean {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  return wants.some((wanted) => pk?.S?.startsWith(wanted.pk) && (wanted.sk === undefined || wanted.sk === sk?.S));
}

/**
 * Lambda's event filter for a reader: what any of its consumers asks for. One pattern a sort key, as Lambda takes five
 * patterns a mapping unless asked for more.
 */
export function filterOf({ consumers }: Pick<StreamReader, 'consumers'>): { Pattern: string }[] {
  const bySortKey = Map.groupBy(
    consumers.flatMap(({ wants }) => wants),
    ({ sk }: Wanted) => sk,
  );
  return [...bySortKey].map(([sk, wants]) => {
    const prefixes = [...new Set(wants.map(({ pk }) => pk))].map((prefix) => ({ prefix }));
    const Keys = { pk: { S: prefixes }, ...(sk !== undefined && { sk: { S: [sk] } }) };
    return { Pattern: JSON.stringify({ dynamodb: { Keys } }) };
  });
}
