/**
 * The one table: key schema, indexes, stream and TTL. Read by the CDK stack and by the local engine alike,
 * so that what runs on one machine is what is deployed.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds. Readers check it themselves, as DynamoDB deletes expired items only after a while. */
  ttlAttribute: 'ttl',
  streamView: 'NEW_AND_OLD_IMAGES',
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
    { name: 'gsi3', partitionKey: 'gsi3pk', sortKey: 'gsi3sk' },
  ],
} as const;

/** The name of an index of the table. */
export type IndexName = (typeof table.indexes)[number]['name'];
