/** The one table, exactly as packages/core says it is: what runs on one machine is what is deployed. */
import { table as schema } from '@hanoi/core/db/table';
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CoreSettings } from './settings.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Makes the table: paid by use, restorable to any second of the last 35 days, and not to be deleted where the stage is protected. */
export function makeTable(scope: Construct, { isKept, isProtected }: CoreSettings, key: IKey): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: text(schema.partitionKey),
    sortKey: text(schema.sortKey),
    globalSecondaryIndexes: schema.indexes.map(({ name, partitionKey, sortKey }) => ({
      indexName: name,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
    })),
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType[schema.streamView],
    timeToLiveAttribute: schema.ttlAttribute,
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    contributorInsightsSpecification: { enabled: true },
    deletionProtection: isProtected,
    // Also after a first creation that failed, unlike the rest: a protected table can't be deleted, not even by a rollback.
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
