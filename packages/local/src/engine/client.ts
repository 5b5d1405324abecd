/** SDK clients for the local engine, which takes any credentials. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';

/** The environment the functions find on AWS by themselves, for an engine at `endpoint`. */
export function localEnvironment(endpoint: string, tableName: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TABLE_NAME: tableName,
  };
}

const local = (endpoint: string) => ({
  endpoint,
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

/** A client for the tables of the engine at `endpoint`. */
export function createClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient(local(endpoint));
}

/** A client for the streams of the engine at `endpoint`. */
export function createStreamsClient(endpoint: string): DynamoDBStreamsClient {
  return new DynamoDBStreamsClient(local(endpoint));
}
