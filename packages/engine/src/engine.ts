/** A database that runs. */
export type Engine = {
  /** Which one it is; only the embedded one numbers its stream without gaps and needs trimming. */
  kind: 'given' | 'dynoxide' | 'dynamodb-local';
  endpoint: string;
  stop(): Promise<void>;
};
