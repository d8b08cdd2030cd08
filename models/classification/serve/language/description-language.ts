/** The language of a description, as a fact. Only English words are read by the model: of a mixed text the English part. */
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

/** Why the model does not judge a description of that language, in plain words; undefined where it does. */
export function whyUnknown(language: DescriptionLanguage): string | undefined {
  switch (language.is) {
    case 'english':
      return undefined;
    case 'other':
      return language.language === undefined
        ? 'the description is not in English'
        : `the description is not in English (${language.language})`;
    case 'unknown':
      return {
        empty: 'there is no description',
        'code-only': 'the description is only numbers and codes',
        nonsense: 'the description is no words',
        'no-known-word': 'no word of the description is known',
      }[language.why];
  }
}
