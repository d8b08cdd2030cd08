import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';

/** Links the native backend of TensorFlow, where `npm run build:tensorflow` has built it before: `npm ci` takes the links away. Needs the build. */
export async function relinkTensorFlow() {
  const file = join(projectRoot(), 'dist', 'infra', 'local', 'tensorflow', 'link-addon.js');
  const { relinkBuiltAddon } = await import(pathToFileURL(file).href);
  relinkBuiltAddon();
}
