/** Random numbers for ids, on servers: browsers have no `node:crypto`. */
import { randomInt } from 'node:crypto';

const range = 2 ** 32;

/** From 0 to 1. Node keeps these in stock; by itself, ulid asks the system for each letter of an id, which takes ten times as long. */
export const random = (): number => randomInt(range) / range;
