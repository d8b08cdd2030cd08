import type { LoadedSettings } from '../../../adapters/config/load-settings.ts';
import { brokenCompressions } from '../../../adapters/kafka/compression.ts';
import { SERVICES } from '../../../runtime/compose/consumer.ts';
import { TRAINED } from '../../../runtime/compose/models.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { type Check, type Checked, fine, runCheck } from './checks/check.ts';
import { brokersCheck, topicsCheck } from './checks/kafka.ts';
import { modelsCheck } from './checks/models.ts';
import { policyCheck } from './checks/policy.ts';
import { clockCheck, databaseReachableCheck, licenceRegisterCheck, migrationsCheck } from './checks/postgres.ts';
import { progressCheck } from './checks/progress.ts';
import { referenceCheck } from './checks/reference.ts';
import { compressionCheck, nodeVersionCheck, tensorFlowCheck } from './checks/runtime.ts';
import { referenceInForce } from './reference-in-force.ts';

const SIGN = { ok: '✓', warn: '!', fail: '✗' } as const;

/** Looks at everything that a run needs and says what to do; exit code 1 where something fails. */
export async function doctor(shell: Shell, options: { readonly json?: true }): Promise<ExitCode> {
  const checked = await examineAll(shell);
  if (options.json)
    await shell.out.line(
      JSON.stringify({ healthy: !checked.some(({ status }) => status === 'fail'), checks: checked }),
    );
  else for (const check of checked) await shell.out.line(inWords(check));
  return checked.some(({ status }) => status === 'fail') ? EXIT.inputBad : EXIT.ok;
}

/** Wrong settings leave nothing else to look at. */
async function examineAll(shell: Shell): Promise<readonly Checked[]> {
  const loaded: { value?: LoadedSettings } = {};
  const settingsCheck: Check = {
    name: 'settings',
    examine: async () => {
      loaded.value = await shell.settings();
      return fine(`environment ${loaded.value.environment}`);
    },
  };
  const first = [await runCheck(nodeVersionCheck(process.versions.node)), await runCheck(settingsCheck)];
  if (loaded.value === undefined) return first;
  const groups = await Promise.all(checkGroups(loaded.value, shell).map(examineGroup));
  return [...first, ...groups.flat()];
}

/** Of each group the first check has to hold before the others can say anything. */
function checkGroups({ settings }: LoadedSettings, { now }: Shell): readonly (readonly [Check, ...Check[]])[] {
  return [
    [
      brokersCheck(settings),
      topicsCheck(settings),
      ...SERVICES.map((service) => progressCheck(service, settings, now)),
    ],
    [compressionCheck(settings, brokenCompressions)],
    [
      databaseReachableCheck(settings),
      migrationsCheck(settings),
      licenceRegisterCheck(settings, now),
      clockCheck(settings, now),
    ],
    [referenceCheck(settings, () => referenceInForce(settings), now)],
    [policyCheck(settings)],
    [tensorFlowCheck(settings)],
    [modelsCheck(settings, TRAINED)],
  ];
}

async function examineGroup([first, ...others]: readonly [Check, ...Check[]]): Promise<readonly Checked[]> {
  const checked = await runCheck(first);
  return checked.status === 'fail' ? [checked] : [checked, ...(await Promise.all(others.map(runCheck)))];
}

function inWords({ status, name, says, todo }: Checked): string {
  return `${SIGN[status]} ${name}: ${says}${todo === undefined ? '' : `\n    ${todo}`}`;
}
