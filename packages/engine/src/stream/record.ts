/** Converts a record of the stream to the shape in which Lambda passes it to a function. */
import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, AttributeValue as LambdaValue } from 'aws-lambda';

type Image = Record<string, AttributeValue>;

/** The record in Lambda's shape: times in epoch seconds, bytes in base64. */
export function toLambdaRecord(record: _Record, streamArn: string): DynamoDBRecord {
  const { ApproximateCreationDateTime: created, Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ap-southeast-1',
    eventSourceARN: streamArn,
    ...(record.userIdentity && { userIdentity: record.userIdentity }),
    dynamodb: {
      ApproximateCreationDateTime: created ? created.getTime() / 1000 : 0,
      ...(Keys && { Keys: toPlain(Keys) }),
      ...(NewImage && { NewImage: toPlain(NewImage) }),
      ...(OldImage && { OldImage: toPlain(OldImage) }),
      ...rest,
    },
  };
}

function toPlain(image: Image): Record<string, LambdaValue> {
  for (const name in image) {
    const value = image[name];
    if (value) image[name] = withTextBytes(value);
  }
  return image as Record<string, LambdaValue>;
}

/** Converts bytes, which are rare; every other value stays the same object. */
function withTextBytes(value: AttributeValue): AttributeValue {
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64') as unknown as Uint8Array;
  if (value.B) return { B: encode(value.B) };
  if (value.BS) return { BS: value.BS.map(encode) };
  if (value.M) toPlain(value.M);
  if (value.L) value.L = value.L.map(withTextBytes);
  return value;
}

/** The record's sequence number in its shard. */
export function sequenceOf(record: DynamoDBRecord): bigint {
  return BigInt(record.dynamodb?.SequenceNumber ?? 0);
}
