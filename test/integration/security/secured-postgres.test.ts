import { chmodSync, chownSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '../../../infra/local/postgres/account.ts';
import { type LocalPostgres, startLocalPostgres } from '../../../infra/local/postgres/start-local-postgres.ts';
import { openRun, type Run } from '../../../infra/local/run/run.ts';
import { makeCertificate, type ServerCertificate, whatKeepsCertificatesAway } from '../../harness/certificates.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { type CliRun, runCli } from '../../unit/cli/run-cli.ts';

const obstacle = whatKeepsCertificatesAway();

describe.skipIf(obstacle !== undefined)(
  `a database with TLS${obstacle === undefined ? '' : ` (not tried: ${obstacle})`}`,
  async () => {
    const { url: withoutTls } = obstacle === undefined ? await postgresForTests() : { url: '' };
    let run: Run;
    let server: LocalPostgres;
    let certificate: ServerCertificate;

    beforeAll(async () => {
      run = await openRun();
      certificate = makeCertificate(run.folder, 'IP:127.0.0.1');
      giveKey(certificate.keyFile);
      server = await startLocalPostgres({
        run,
        settings: { ssl: 'on', ssl_cert_file: certificate.certFile, ssl_key_file: certificate.keyFile },
      });
    });
    afterAll(async () => {
      await server.stop();
      await run.clear();
    });

    const migrate = (variables: Record<string, string>): Promise<CliRun> =>
      runCli(['migrate'], {
        variables: {
          TIDEWAITER_ENV: 'test',
          TIDEWAITER_POSTGRES_URL: server.url,
          TIDEWAITER_POSTGRES_SSL_ENABLED: 'true',
          ...variables,
        },
      });
    const trusting = (): Record<string, string> => ({ TIDEWAITER_POSTGRES_SSL_CA_FILE: certificate.caFile });

    test('given the authority that signed its certificate, then migrations run over TLS', async () => {
      expect(await migrate(trusting())).toMatchObject({ code: 0 });
      const examined = await runCli(['doctor', '--json'], {
        variables: {
          TIDEWAITER_ENV: 'test',
          TIDEWAITER_POSTGRES_URL: server.url,
          TIDEWAITER_POSTGRES_SSL_ENABLED: 'true',
          TIDEWAITER_KAFKA_BROKERS: '127.0.0.1:1',
          ...trusting(),
        },
      });
      const { checks } = JSON.parse(examined.stdout) as { checks: { name: string; says: string }[] };
      expect(checks.find(({ name }) => name === 'database')?.says).toMatch(/^Postgres .* answers over TLSv1\.[23]$/);
    });

    test.each([
      [
        'no authority to trust',
        () => ({}),
        4,
        /^TDW_POSTGRES_UNTRUSTED: no secure connection to Postgres: no authority that is trusted here has signed its certificate .*postgres\.ssl\.caFile/m,
      ],
      [
        "another name than the certificate's",
        () => ({ ...trusting(), TIDEWAITER_POSTGRES_URL: server.url.replace('127.0.0.1', 'localhost') }),
        4,
        /^TDW_POSTGRES_UNTRUSTED: .*its certificate is for another name /m,
      ],
      [
        'a server that speaks no TLS',
        () => ({ ...trusting(), TIDEWAITER_POSTGRES_URL: withoutTls }),
        4,
        /^TDW_POSTGRES_UNTRUSTED: .*it speaks no TLS/m,
      ],
      [
        'a wrong password',
        () => ({ ...trusting(), TIDEWAITER_POSTGRES_URL: server.url.replace(/:[^:@/]+@/, ':wrong@') }),
        4,
        /^TDW_POSTGRES_REFUSED: Postgres refused: password authentication failed .*postgres\.url/m,
      ],
      [
        'a database that is not there',
        () => ({ ...trusting(), TIDEWAITER_POSTGRES_URL: server.url.replace(/postgres$/, 'nowhere') }),
        4,
        /^TDW_POSTGRES_REFUSED: Postgres refused: database "nowhere" does not exist/m,
      ],
      [
        'an address that takes the check away again',
        () => ({ ...trusting(), TIDEWAITER_POSTGRES_URL: `${server.url}?sslmode=no-verify` }),
        3,
        /^TDW_CONFIG_INVALID: .*postgres\.url .*sslmode.*postgres\.ssl/m,
      ],
    ])('given %s, then the command says so under a code of its own', async (_, change, code, says) => {
      const refused = await migrate(change());
      expect(refused).toMatchObject({ code, stdout: '' });
      expect(refused.stderr).toMatch(says);
      expect(refused.stderr).not.toContain(new URL(server.url).password);
    });
  },
);

/** Postgres takes a key only from its own account, and only where nobody else may read it. */
function giveKey(keyFile: string): void {
  const account = findAccount();
  chmodSync(keyFile, 0o600);
  if (account.kind === 'other') chownSync(keyFile, account.ids.uid, account.ids.gid);
}
