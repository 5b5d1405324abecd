/** How waiting messages are received and removed: implemented by the file of one machine, and in tests by SQS. */
import type { SQSRecord } from 'aws-lambda';

/** The settings of a queue that decide which messages are received. */
export type Receiving = {
  name: string;
  /** How long a received message is hidden. */
  visibilitySeconds: number;
  /** A message that was received this often without being removed moves to the dead letters. */
  maxReceives: number;
};

export type MessageSource = {
  /** Receives at most `most` visible messages and hides them; messages received too often move to the dead letters instead. */
  receive(queue: Receiving, most: number): Promise<SQSRecord[]>;
  /** Removes finished messages. Only the receipt of the latest receive removes a message. */
  remove(queue: string, receipts: readonly string[]): Promise<void>;
  /** Milliseconds until a hidden message of the queue becomes visible; undefined when there is none. */
  showsIn(queue: string): number | undefined;
};
