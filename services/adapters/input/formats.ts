import { type ErrorLocation, TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { XML_DIALECTS } from './xml-dialects.ts';

/** What is read, as a person calls it. */
export const READ_FORMATS: readonly string[] = [...XML_DIALECTS.map(({ format }) => format), 'JSON lines', 'CSV'];

/** The error for a format that is known by name and not read. @param format "EDIFACT CUSDEC" */
export function formatNotRead(format: string, location: ErrorLocation = { line: 1 }): TidewaiterError {
  return new TidewaiterError(
    'TDW_INPUT_FORMAT',
    `${capitalised(format)} is not read; what is: ${READ_FORMATS.join('; ')}.`,
    { location },
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
