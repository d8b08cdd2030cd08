import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { NODE_FLAGS } from '../../../services/runtime/node-flags.ts';

test.each(['services/cli/tidewaiter.js', 'infra/Dockerfile', 'package.json'])(
  'given %s, then it starts Node with the flags that judging was measured with',
  (file) => {
    const text = readFileSync(join(projectRoot(), file), 'utf8');
    for (const flag of NODE_FLAGS) expect(text).toContain(flag);
  },
);
