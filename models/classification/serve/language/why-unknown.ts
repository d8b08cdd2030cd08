import type { DescriptionLanguage } from './description-language.ts';

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
