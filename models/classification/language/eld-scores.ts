import type { LanguageScores } from './language-reader.ts';

/** Scores of 60 languages by the library ELD (Nito, Apache-2.0), loaded when first asked for. */
export async function eldScores(): Promise<LanguageScores> {
  const { eld } = await import('eld/medium');
  const detector = eld.newInstance();
  return (text) => detector.detect(text).getScores();
}
