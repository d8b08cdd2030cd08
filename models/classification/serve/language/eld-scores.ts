import type { LanguageScores } from './language-reader.ts';

/** Scores of 60 languages by the library ELD (Nito, Apache-2.0). Its tables take half a second to load. */
export async function eldScores(): Promise<LanguageScores> {
  const { eld } = await import('eld/medium');
  const detector = eld.newInstance();
  return (text) => detector.detect(text).getScores();
}

/** A detector that need not be there yet. */
export interface LateDetector {
  readonly isLoaded: boolean;
  readonly load: () => Promise<void>;
  /** @throws Error before it is loaded */
  readonly scores: LanguageScores;
}

/** ELD for whoever may do without: most descriptions are English beyond doubt. */
export function lateEld(): LateDetector {
  let loaded: LanguageScores | undefined;
  return {
    get isLoaded() {
      return loaded !== undefined;
    },
    load: async () => {
      loaded ??= await eldScores();
    },
    scores: (text) => {
      if (loaded === undefined) throw new Error('the language detector is asked before it is loaded');
      return loaded(text);
    },
  };
}
