import { join } from 'node:path';
import { projectRoot } from '../../services/adapters/config/project-root.ts';

/** Models as they are shipped (the folder of one's own is not there), on what computes the same on every machine. */
export const SHIPPED_MODELS = { dir: join(projectRoot(), 'models', 'none'), backend: 'tfjs-wasm' } as const;
