/** Where a function keeps its replica: in the disk of its own that Lambda gives each instance. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const replicaFile = join(tmpdir(), 'search', 'replica.sqlite');
