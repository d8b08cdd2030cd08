import pino, { type DestinationStream } from 'pino';
import { type FieldsOf, LOG_EVENTS, type LogEventName } from './log-events.ts';
import { type LogField, type LogValue, permitted } from './log-fields.ts';

/** Writes one line of a named event. */
export type Log = <Name extends LogEventName>(name: Name, fields: FieldsOf<Name>) => void;

/**
 * A log of JSON lines. Only the fields that an event lists are written, each only in its form.
 * @param destination by default standard error, as standard output is for answers
 */
export function createLog(
  level: pino.LevelWithSilent,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return (name, fields) => {
    const { level: severity, says, fields: allowed } = LOG_EVENTS[name];
    logger[severity]({ event: name, ...kept(allowed, fields) }, says);
  };
}

function kept(allowed: readonly LogField[], fields: Readonly<Record<string, unknown>>): Record<string, LogValue> {
  return Object.fromEntries(
    allowed
      .filter((field) => fields[field] !== undefined)
      .map((field) => [field, permitted(field, plain(fields[field]))]),
  );
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
