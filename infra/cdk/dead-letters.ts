/** Where records and calls go that failed for good, until somebody looks. */
import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export type DeadLetters = { streams: Queue; jobs: Queue };

/** Makes the queues; messages are kept for two weeks. */
export function makeDeadLetters(scope: Construct, key: IKey): DeadLetters {
  const make = (id: string) => {
    const queue = new Queue(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const reason = 'It is a queue of dead letters itself; who sends to it is deployed by the SST program.';
    Validations.of(queue).acknowledge({ id: 'AwsSolutions::AwsSolutions-SQS3', reason });
    return queue;
  };
  return { streams: make('StreamDeadLetters'), jobs: make('JobDeadLetters') };
}
