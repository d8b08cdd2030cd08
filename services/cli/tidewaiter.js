#!/usr/bin/env -S node --max-semi-space-size=64
import { handOverTo } from '../../infra/setup/hand-over.mjs';

await handOverTo('program/tidewaiter.js');
