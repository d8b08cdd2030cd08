/** Settings under which what Postgres says is committed outlives a loss of power, as in earnest: for whatever measures speed or counts losses. */
export const DURABLE: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};
