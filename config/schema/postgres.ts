import type convict from 'convict';
import type { PostgresSettings } from '../settings.ts';

/** The database: licences and their ledger, assessments, trader history, snapshots of reference data. */
export const postgres: convict.Schema<PostgresSettings> = {
  url: {
    doc: 'postgres://user:password@host:port/database; as it holds a password it may come from a variable or a secret file only.',
    format: 'postgres-address',
    default: null,
    nullable: true,
    sensitive: true,
  },
  urlFile: { doc: 'File that holds the address.', format: 'path', default: null, nullable: true },
  ssl: {
    enabled: {
      doc: 'Whether connections use TLS; certificate and host name are then always checked.',
      format: 'flag',
      default: false,
    },
    caFile: {
      doc: "PEM file of the authorities that sign the server's certificate; the system's where none is given.",
      format: 'path',
      default: null,
      nullable: true,
    },
    certFile: { doc: 'PEM file of the client certificate.', format: 'path', default: null, nullable: true },
    keyFile: { doc: "PEM file of the client certificate's key.", format: 'path', default: null, nullable: true },
  },
  pool: {
    max: {
      doc: 'Most connections of one process. None: as many as it can use at once, which is three for each of scoring.partitionsConcurrently where it scores, one for each where it audits, and three to look whether all is there.',
      format: 'count',
      default: null,
      nullable: true,
    },
    connectionTimeout: { doc: 'How long to wait for a connection.', format: 'time-span', default: 5_000 },
    statementTimeout: {
      doc: 'A statement that takes longer counts as not answered.',
      format: 'time-span',
      default: 30_000,
    },
    migrationTimeout: {
      doc: 'As pool.statementTimeout, for `tidewaiter migrate`: an index on the records of years takes its time.',
      format: 'time-span',
      default: 14_400_000,
    },
  },
};
