/** The code of the search's threads on one machine: the search's own, with the client that the site has for its engine. */
import { documentClient, patience, useDb } from '@hanoi/core/db/client';
import { createClient } from '@hanoi/engine/client';
import '@hanoi/search/threads/worker';

// Threads have a copy of the environment that the site has when it starts them.
const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', TABLE_NAME: table = '' } = process.env;
useDb({ client: documentClient(createClient(endpoint, patience)), table });
