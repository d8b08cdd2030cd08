/**
 * Every setting of Tidewaiter as plain data, after loading: what a room needs it is given as an argument.
 * What each one means, its format and its default stand in config/schema/.
 */
export interface Settings {
  /** Reference snapshots and other files that can be made again. */
  readonly dataDir: string;
  /** Folder of lanes.yaml and rules/. */
  readonly policyDir: string;
  readonly authority: AuthoritySettings;
  readonly kafka: KafkaSettings;
  readonly registry: RegistrySettings;
  readonly postgres: PostgresSettings;
  readonly scoring: ScoringSettings;
  readonly limits: LimitSettings;
  readonly deadlines: DeadlineSettings;
  readonly retention: RetentionSettings;
  readonly reference: ReferenceSettings;
  readonly models: ModelSettings;
  readonly http: { readonly host: string; readonly port: number };
  readonly logging: { readonly level: LogLevel };
  readonly shutdown: { readonly timeout: Milliseconds };
}

export type Milliseconds = number;
export type Bytes = number;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface ModelSettings {
  /** Folder of artefacts of one's own. */
  readonly dir: string;
  readonly backend: 'auto' | 'tfjs-node' | 'tfjs-wasm' | 'tfjs-cpu';
}

export interface AuthoritySettings {
  readonly country: string;
  readonly currency: string;
  readonly timeZone: string;
}

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly groupId: string;
  readonly ssl: SslFiles & { readonly enabled: boolean };
  readonly sasl: SaslSettings;
  readonly topics: TopicSettings;
  readonly consumer: ConsumerSettings;
  readonly transactionTimeout: Milliseconds;
  readonly compression: 'none' | 'gzip' | 'snappy' | 'lz4';
  /** Waiting after a failure: doubled from `first` up to `most`. */
  readonly backoff: { readonly first: Milliseconds; readonly most: Milliseconds };
}

export interface SaslSettings {
  readonly mechanism: 'none' | 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string | null;
  readonly password: string | null;
  readonly passwordFile: string | null;
}

/** Paths of PEM files. */
export interface SslFiles {
  readonly caFile: string | null;
  readonly certFile: string | null;
  readonly keyFile: string | null;
}

/** The topics this house has; the name of each is a setting. */
export type TopicKey =
  'declarations' | 'assessments' | 'referrals' | 'notices' | 'deadLetters' | 'outcomes' | 'reference';

export interface TopicSettings {
  readonly prefix: string;
  readonly names: Readonly<Record<TopicKey, string>>;
  readonly partitions: number;
  readonly replication: number;
  readonly minInsyncReplicas: number;
}

export interface ConsumerSettings {
  readonly sessionTimeout: Milliseconds;
  readonly heartbeatInterval: Milliseconds;
  readonly maxBytesPerPartition: Bytes;
  readonly metadataMaxAge: Milliseconds;
  readonly standstillAfter: Milliseconds;
}

export interface RegistrySettings {
  readonly url: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly passwordFile: string | null;
}

export interface PostgresSettings {
  readonly url: string | null;
  readonly urlFile: string | null;
  readonly ssl: SslFiles & { readonly enabled: boolean };
  readonly pool: {
    readonly max: number | null;
    readonly connectionTimeout: Milliseconds;
    readonly statementTimeout: Milliseconds;
    readonly migrationTimeout: Milliseconds;
  };
}

export interface ScoringSettings {
  readonly batchSize: number;
  readonly partitionsConcurrently: number;
  readonly maxBatchBytes: Bytes;
  /** Assessments repeat what their edition holds. */
  readonly wholeRecords: boolean;
}

export interface LimitSettings {
  readonly messageBytes: Bytes;
  readonly outputBytes: Bytes;
}

/** Time from acceptance to the latest useful answer, by mode of transport at the border. */
export interface DeadlineSettings {
  readonly containerisedSea: Milliseconds;
  readonly sea: Milliseconds;
  readonly rail: Milliseconds;
  readonly road: Milliseconds;
  readonly air: Milliseconds;
  readonly mail: Milliseconds;
  readonly fixedInstallation: Milliseconds;
  readonly inlandWater: Milliseconds;
  readonly otherwise: Milliseconds;
}

export interface RetentionSettings {
  /** How long Kafka keeps each topic; `reference` is compacted and has none. */
  readonly topics: Readonly<Record<Exclude<TopicKey, 'reference'>, Milliseconds>>;
  /** How long Postgres keeps each table. */
  readonly tables: {
    readonly assessments: Milliseconds;
    readonly events: Milliseconds;
    readonly traderHistory: Milliseconds;
    readonly licenceHistory: Milliseconds;
    readonly outcomes: Milliseconds;
    readonly accesses: Milliseconds;
    readonly redrives: Milliseconds;
  };
}

/** Age from which a reference set is reported as old. */
export interface ReferenceSettings {
  /** `none`: there is none to be had, so that every licence cited is unknown and nobody has to be told. */
  readonly licenceRegister: 'expected' | 'none';
  /** For how long a process that cannot load the edition in force may judge by the one before and be ready. */
  readonly editionGrace: Milliseconds;
  readonly oldAfter: {
    readonly tariff: Milliseconds;
    readonly nomenclature: Milliseconds;
    readonly exchangeRates: Milliseconds;
    readonly usualRatios: Milliseconds;
    readonly licences: Milliseconds;
  };
}
