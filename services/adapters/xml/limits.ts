/** How much one message may ask for before it is refused. Sizes in bytes of the source, lengths in characters. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
  readonly textLength: number;
  readonly nameLength: number;
}

/** The largest lodgement the UK's service takes has 999 goods items, about 5 MiB; real trees are 8 deep. */
export const DEFAULT_XML_LIMITS: XmlLimits = {
  bytes: 10 * 1024 * 1024,
  depth: 64,
  elements: 500_000,
  attributes: 64,
  textLength: 100_000,
  nameLength: 256,
};
