/** The authority whose trade the generator makes up. */
export const AUTHORITY = {
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
} as const;

export type Variables = Readonly<Record<string, string | undefined>>;

/** The environment of the demo's processes: the caller's own, with the demo's authority and what else is given. */
export function demoVariables(environment: Variables, given: Variables = {}): Variables {
  return { ...environment, ...AUTHORITY, ...given };
}
