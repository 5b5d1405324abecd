import { streamReader } from './catalogue.ts';
import { makeReaderHandler } from './reader.ts';

export const handler = makeReaderHandler(streamReader('later'));
