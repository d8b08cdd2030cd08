#!/usr/bin/env node
import { handOverTo } from '../../infra/setup/hand-over.mjs';

await handOverTo('services/cli/main.js');
