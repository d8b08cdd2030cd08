/** A topic as it should be. */
export interface WantedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  /** Topic settings by Kafka's name: { "retention.ms": "1209600000" }. */
  readonly config: Readonly<Record<string, string>>;
}

/** A topic as it is at the brokers. */
export interface ActualTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  /** All settings, the brokers' defaults included. */
  readonly config: Readonly<Record<string, string>>;
  /** Names of those that were set for this topic. */
  readonly stated: readonly string[];
}
