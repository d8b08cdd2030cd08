import convict from 'convict';
import ms from 'ms';

/** How a setting is written and what is accepted: `coerce` reads a text (a variable is always one), `validate` throws on what is not allowed. */
const FORMATS: Record<string, convict.Format> = {
  text: {
    validate: (value) => must(typeof value === 'string' && value.length > 0, 'must be a text that is not empty'),
  },
  path: { validate: (value) => must(typeof value === 'string' && value.length > 0, 'must be a path') },
  flag: {
    coerce: (text: string) => ({ true: true, false: false })[text] ?? text,
    validate: (value) => must(typeof value === 'boolean', 'must be true or false'),
  },
  count: {
    coerce: wholeNumber,
    validate: (value) => must(Number.isSafeInteger(value) && value > 0, 'must be a whole number above 0'),
  },
  'port-or-any': {
    coerce: wholeNumber,
    validate: (value) =>
      must(Number.isInteger(value) && value >= 0 && value <= 65535, 'must be a port from 0 (any free one) to 65535'),
  },
  bytes: {
    coerce: wholeNumber,
    validate: (value) => must(Number.isSafeInteger(value) && value > 0, 'must be a number of bytes, in digits'),
  },
  'time-span': {
    coerce: milliseconds,
    validate: (value) =>
      must(
        Number.isSafeInteger(value) && value > 0,
        'must be a duration with its unit, like "10 s", "45 min", "90 days"',
      ),
  },
  country: {
    validate: (value) => must(/^[A-Z]{2}$/.test(String(value)), 'must be an ISO 3166-1 code of two capital letters'),
  },
  currency: {
    validate: (value) => must(/^[A-Z]{3}$/.test(String(value)), 'must be an ISO 4217 code of three capital letters'),
  },
  'time-zone': { validate: (value) => must(isTimeZone(value), 'must be an IANA time zone, like "Europe/London"') },
  'topic-name': {
    validate: (value) =>
      must(/^[A-Za-z0-9._-]{1,200}$/.test(String(value)), 'must be letters, digits, dots, dashes or underscores'),
  },
  'topic-prefix': {
    validate: (value) =>
      must(
        /^[A-Za-z0-9._-]{0,40}$/.test(String(value)),
        'must be letters, digits, dots, dashes or underscores, or nothing',
      ),
  },
  'postgres-address': {
    validate: (value) =>
      must(
        isPostgresUrl(value),
        'must be postgres://user:password@host:port/database, with characters like # and / of the password percent-encoded',
      ),
  },
  brokers: {
    coerce: (text: string) => text.split(',').map((broker) => broker.trim()),
    validate: (value) => must(isBrokerList(value), 'must be host:port, several separated by commas'),
  },
  'address-without-secret': {
    validate: (value) => must(isPublicUrl(value), 'must be an http(s) address without user or password in it'),
  },
};

/** Makes the formats known to convict. */
export function addFormats(): void {
  convict.addFormats(FORMATS);
}

function must(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

function wholeNumber(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** A number alone is refused: "30" says neither seconds nor minutes. */
function milliseconds(text: string): number | string {
  if (!/[a-z]/i.test(text) || text.length > 40) return text;
  return ms(text as ms.StringValue) ?? text;
}

function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

function isBrokerList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((broker) => typeof broker === 'string' && /^[^\s:/@]+:\d{1,5}$/.test(broker))
  );
}

function isPostgresUrl(value: unknown): boolean {
  return typeof value === 'string' && /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

function isPublicUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  // Not only where the parser finds a password: one with # or / in it ends up in another part of the address.
  return /^https?:$/.test(new URL(value).protocol) && !value.includes('@');
}
