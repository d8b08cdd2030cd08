import { join } from 'node:path';
import { cacheFolder } from '../server/cache-folder.ts';
import { PINS } from './pins.ts';

/** The built addon with its library: made once per user and versions, and linked into node_modules. */
export interface NativeHome {
  readonly folder: string;
  /** What takes the place of the package's own folders of these names. */
  readonly lib: string;
  readonly deps: string;
  readonly addon: string;
  readonly libraries: string;
}

/** @param packageVersion of @tensorflow/tfjs-node */
export function nativeHome(packageVersion: string, environment: NodeJS.ProcessEnv = process.env): NativeHome {
  const { nodeApi, wheel, system } = PINS;
  const folder = join(
    cacheFolder(environment),
    `tensorflow-${packageVersion}-${wheel.version}-napi${nodeApi}-${system}`,
  );
  return homeIn(folder);
}

/** The same layout in any folder. */
export function homeIn(folder: string): NativeHome {
  const [lib, deps] = [join(folder, 'lib'), join(folder, 'deps')];
  return {
    folder,
    lib,
    deps,
    addon: join(lib, `napi-v${PINS.nodeApi}`, 'tfjs_binding.node'),
    libraries: join(deps, 'lib'),
  };
}
