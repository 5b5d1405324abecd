/**
 * Reads and writes the JSON of items as it is. The SDK walks through every value by its schemas, to decode what is binary and what
 * is a time, and these walks are a fifth of the cost of a call. Items of ours have neither; those of an export may have bytes.
 */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Deserializer = {
  read(schema: unknown, data: string | Uint8Array): Promise<unknown>;
  readObject(schema: unknown, value: unknown): unknown;
  setSerdeContext(context: unknown): void;
};
type Serializer = {
  write(schema: unknown, value: unknown): void;
  flush(): string | Uint8Array;
  setSerdeContext(context: unknown): void;
};
type Codec = { createSerializer(): Serializer; createDeserializer(): Deserializer };

/** What answers about items hold. Other answers hold times too: the SDK reads these. */
const ofItems = new Set(
  [
    ['Item', 'Items', 'Responses', 'Attributes', 'LastEvaluatedKey', 'Count', 'ScannedCount'],
    ['UnprocessedKeys', 'UnprocessedItems', 'ItemCollectionMetrics', 'ConsumedCapacity'],
  ].flat(),
);

/** The settings of the protocol of a DynamoDB client, with a codec that leaves items as they are. */
export function plainSettings(): NonNullable<unknown> {
  // The SDK makes them anew for each client, and exports them nowhere else.
  const { config } = new DynamoDBClient({ region: 'none' });
  const settings = (config as unknown as { protocolSettings: { jsonCodec: Codec } }).protocolSettings;
  return { ...settings, jsonCodec: plainCodec(settings.jsonCodec) };
}

function plainCodec(usual: Codec): Codec & { setSerdeContext(context: unknown): void } {
  return {
    setSerdeContext() {},
    createSerializer: () => plainSerializer(),
    createDeserializer: () => plainDeserializer(usual.createDeserializer()),
  };
}

function plainSerializer(): Serializer {
  let input: unknown;
  return {
    setSerdeContext() {},
    write(_, value) {
      input = value;
    },
    flush: () => textOf(withToken(input)),
  };
}

/** Bytes, or sets of them, as `JSON.stringify` writes them: as objects. */
const bytesAsObjects = /"B":\{|"BS":\[\{/;
/** The same as they travel, in base64. */
const bytesAsText = /"B":"|"BS":\["/;

function textOf(input: unknown): string {
  const text = JSON.stringify(input);
  if (!bytesAsObjects.test(text)) return text;
  return JSON.stringify(input, (_, value) => {
    const isBuffer = value?.type === 'Buffer' && Array.isArray(value.data);
    return isBuffer || value instanceof Uint8Array ? Buffer.from(value.data ?? value).toString('base64') : value;
  });
}

/** The SDK gives each transaction a token, by which the engine knows one that it is sent again. */
function withToken(input: unknown): unknown {
  const isTransaction = typeof input === 'object' && input !== null && 'TransactItems' in input;
  return isTransaction ? { ClientRequestToken: randomUUID(), ...defined(input) } : input;
}

function defined(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function plainDeserializer(usual: Deserializer): Deserializer {
  return {
    setSerdeContext: (context) => usual.setSerdeContext(context),
    async read(schema, data) {
      const text =
        typeof data === 'string' ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString();
      const value = text === '' ? {} : JSON.parse(text);
      const isPlain = Object.keys(value).every((name) => ofItems.has(name)) && !bytesAsText.test(text);
      return isPlain ? value : usual.readObject(schema, value);
    },
    readObject: (schema, value) => usual.readObject(schema, value),
  };
}
