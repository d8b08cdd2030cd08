import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { projectRoot } from './project-root.mjs';

/** @type {readonly NodeJS.Signals[]} */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a tool in the project's folder, all its output on standard error, and ends it when this process is ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number | null>} its exit code
 */
export async function runTool(command, args) {
  const tool = spawn(command, args, {
    cwd: projectRoot(),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  /** @param {NodeJS.Signals} signal */
  const endBoth = (signal) => {
    tool.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ENDING) process.once(signal, endBoth);
  try {
    const [code] = await once(tool, 'exit');
    return code;
  } finally {
    for (const signal of ENDING) process.off(signal, endBoth);
  }
}
