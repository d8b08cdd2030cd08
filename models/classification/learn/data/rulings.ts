import type { SourceFile } from '../../../../services/source-files/source-file.ts';

/** A description out of a customs ruling with the codes that the ruling gives, the first first. */
export interface Ruling {
  readonly description: string;
  readonly codes: readonly string[];
}

interface Line {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** Rulings as JSON lines of question and answer. For measuring only: nothing trains on them. */
export function readRulings({ body }: SourceFile): readonly Ruling[] {
  if (body.kind !== 'text') return [];
  return body.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { messages } = JSON.parse(line) as Line;
      const question = messages.find(({ role }) => role === 'user')?.content ?? '';
      const answer = (messages.find(({ role }) => role === 'assistant')?.content ?? '').split('\n')[0] ?? '';
      const codes = [...answer.matchAll(/\d{4}\.\d{2}(?:\.\d{2,4})?(?:\.\d{2})?/g)].map(([code]) =>
        code.replaceAll('.', ''),
      );
      return codes.length === 0
        ? []
        : [{ description: question.replace(/^What is the HTS US Code for (?:an? )?/i, '').replace(/\?$/, ''), codes }];
    });
}
