/**
 * The language of a description, as a fact. Only English is read by the model today: anything else is unknown to it, however plain it is to
 * a person.
 */
export type DescriptionLanguage =
  | { readonly is: 'english' }
  /** `language` is an ISO 639-1 code where it is sure. */
  | { readonly is: 'other'; readonly language?: string }
  | { readonly is: 'unknown'; readonly why: UnknownLanguage };

/**
 * `empty`: neither letter nor digit. `code-only`: numbers and codes, no word. `nonsense`: keys struck at random. `no-known-word`: could be a name,
 * in any language.
 */
export type UnknownLanguage = 'empty' | 'code-only' | 'nonsense' | 'no-known-word';
