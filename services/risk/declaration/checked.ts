declare const CHECKED: unique symbol;

/**
 * A text that was checked where it came in, and is passed on as what it was found to be, so that nobody behind checks it again. It comes from the
 * parser of its name alone (`asDay`, `asCommodityCode`): nothing is cast to it elsewhere, and at run time it is the text.
 */
export type Checked<Name extends string> = string & { readonly [CHECKED]: Name };

/** The same value while none of its texts has been checked: as it is decoded, read or written down by somebody else. */
export type Unchecked<T> =
  T extends Checked<string> ? string : T extends object ? { [Key in keyof T]: Unchecked<T[Key]> } : T;
