#!/usr/bin/env -S node --max-semi-space-size=64
import { execProgram } from '../../infra/setup/exec.mjs';

await execProgram('program/tidewaiter.js');
