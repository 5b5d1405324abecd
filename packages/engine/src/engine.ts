/** A running database. */
export type Engine = {
  /** Which engine it is: only the embedded one numbers its stream records without gaps, and needs trimming. */
  kind: 'given' | 'dynoxide' | 'dynamodb-local';
  endpoint: string;
  stop(): Promise<void>;
};
