import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM files of a server, made for one test. */
export interface ServerCertificate {
  /** The authority that signed. */
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** Key and certificate in one file, as Kafka takes them. */
  readonly bothFile: string;
}

/** Why no certificates can be made here, or undefined. */
export function whatKeepsCertificatesAway(): string | undefined {
  return spawnSync('openssl', ['version']).status === 0
    ? undefined
    : 'openssl, which makes the certificates, is not installed';
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority and a certificate signed by it. @param name what the certificate is for: "IP:127.0.0.1", "DNS:broker.example" */
export function makeCertificate(folder: string, name: string): ServerCertificate {
  const at = (file: string): string => join(folder, file);
  const [caFile, certFile, keyFile, bothFile] = ['ca.pem', 'server.pem', 'server.key', 'server-both.pem'].map(at) as [
    string,
    string,
    string,
    string,
  ];
  openssl([
    'req',
    '-x509',
    ...NEW_KEY,
    '-keyout',
    at('ca.key'),
    '-out',
    caFile,
    '-days',
    '2',
    '-subj',
    '/CN=authority for a test',
  ]);
  openssl(['req', '-new', ...NEW_KEY, '-keyout', keyFile, '-out', at('server.csr'), '-subj', '/CN=server of a test']);
  writeFileSync(at('names'), `subjectAltName=${name}\n`);
  openssl([
    'x509',
    '-req',
    '-in',
    at('server.csr'),
    '-CA',
    caFile,
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    certFile,
    '-days',
    '2',
    '-extfile',
    at('names'),
  ]);
  writeFileSync(bothFile, readFileSync(keyFile, 'utf8') + readFileSync(certFile, 'utf8'));
  return { caFile, certFile, keyFile, bothFile };
}

function openssl(args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${stderr}`);
}
