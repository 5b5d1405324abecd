/** What there is to do with messages that wait: the file of one machine can do it, and in tests SQS. */
import type { SQSRecord } from 'aws-lambda';

/** What of a queue decides which messages are received. */
export type Receiving = {
  name: string;
  /** How long a received message is hidden. */
  visibilitySeconds: number;
  /** A message received so often without being removed is set aside. */
  maxReceives: number;
};

export type MessageSource = {
  /** At most `most` messages that show, hidden from now on; those received too often are set aside instead. */
  receive(queue: Receiving, most: number): Promise<SQSRecord[]>;
  /** Removes messages that are finished. A receipt of an earlier receive than the last removes nothing. */
  remove(queue: string, receipts: readonly string[]): Promise<void>;
  /** Milliseconds until a hidden message of the queue may show; undefined when there is none. */
  showsIn(queue: string): number | undefined;
};
