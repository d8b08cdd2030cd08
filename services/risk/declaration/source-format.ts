/** Forms of messages that readers of this program make events from, as an event's `source` names them. Another publisher may name its own. */
export const SOURCE_FORMATS = ['WCO-GB', 'AES', 'NCTS', 'ASYCUDA', 'DMS-DK', 'DMS-NL', 'JSON', 'CSV'] as const;

export type SourceFormat = (typeof SOURCE_FORMATS)[number];
