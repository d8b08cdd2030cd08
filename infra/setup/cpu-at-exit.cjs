/** Preloaded into a call that is measured: its last act is to write its user and system CPU, microseconds, to descriptor 3. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.getBuiltinModule('node:fs').writeSync(3, String(user + system));
});
