import type convict from 'convict';
import type { PostgresSettings } from '../settings.ts';

/** The database: licences and their ledger, assessments, trader history, snapshots of reference data. */
export const postgres: convict.Schema<PostgresSettings> = {
  url: { doc: 'postgres://user:password@host:port/database; as it holds a password it may come from a variable or a secret file only.', format: 'text', default: null, nullable: true, sensitive: true },
  urlFile: { doc: 'File that holds the address.', format: 'path', default: null, nullable: true },
  ssl: {
    mode: { doc: 'disable: no TLS; require: TLS, any certificate; verify-full: TLS, certificate and host name checked.', format: ['disable', 'require', 'verify-full'], default: 'disable' },
    caFile: { doc: 'PEM file of the authorities that sign the server\'s certificate.', format: 'path', default: null, nullable: true },
    certFile: { doc: 'PEM file of the client certificate.', format: 'path', default: null, nullable: true },
    keyFile: { doc: 'PEM file of the client certificate\'s key.', format: 'path', default: null, nullable: true },
  },
  pool: {
    max: { doc: 'Most connections of one process.', format: 'count', default: 8 },
    connectionTimeout: { doc: 'How long to wait for a connection.', format: 'time-span', default: 5_000 },
    idleTimeout: { doc: 'An unused connection is closed after this.', format: 'time-span', default: 30_000 },
    statementTimeout: { doc: 'The server cancels a statement that takes longer.', format: 'time-span', default: 30_000 },
  },
};
