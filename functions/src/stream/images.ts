/** What a record says an item was before and is after. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

type Image = Parameters<typeof unmarshall>[0];

export function imagesOf<T>(record: DynamoDBRecord): { before: T | undefined; after: T | undefined } {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  return {
    before: OldImage && (unmarshall(OldImage as Image) as T),
    after: NewImage && (unmarshall(NewImage as Image) as T),
  };
}
