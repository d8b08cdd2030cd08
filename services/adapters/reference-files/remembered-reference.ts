import type { ReferenceData } from '../../scoring/ports/reference-data.ts';

/** Answers kept for each kind of question; when there are more, all are forgotten: a day's trade asks for fewer. */
const MOST_ANSWERS = 10_000;

/** The same reference data, which keep their answers: goods of a code come again and again, and data in memory never change. */
export function rememberedReference(reference: ReferenceData): ReferenceData {
  const answers = {
    subheading: remember<ReturnType<ReferenceData['subheading']>>(),
    tariffLine: remember<ReturnType<ReferenceData['tariffLine']>>(),
    dutySpan: remember<ReturnType<ReferenceData['dutySpan']>>(),
    controls: remember<ReturnType<ReferenceData['controls']>>(),
    highPriority: remember<ReturnType<ReferenceData['highPriority']>>(),
    usual: remember<ReturnType<ReferenceData['usual']>>(),
    exchangeRate: remember<ReturnType<ReferenceData['exchangeRate']>>(),
    documentKind: remember<ReturnType<ReferenceData['documentKind']>>(),
    country: remember<ReturnType<ReferenceData['country']>>(),
  };
  return {
    versions: reference.versions,
    sourceDays: reference.sourceDays,
    subheading: (code, day) => answers.subheading(`${day}${code}`, () => reference.subheading(code, day)),
    moved: (code, day) => reference.moved(code, day),
    tariffLine: (code, day, direction) =>
      answers.tariffLine(`${day}${direction ?? ''}|${code}`, () => reference.tariffLine(code, day, direction)),
    dutySpan: (code, day, origin) =>
      answers.dutySpan(`${day}${origin ?? ''}|${code}`, () => reference.dutySpan(code, day, origin)),
    controls: (code, query) =>
      answers.controls(`${query.day}${query.direction}|${query.destination ?? ''}|${query.origin ?? ''}|${code}`, () =>
        reference.controls(code, query),
      ),
    highPriority: (code) => answers.highPriority(code, () => reference.highPriority(code)),
    usual: (code, day) => answers.usual(`${day}${code}`, () => reference.usual(code, day)),
    exchangeRate: (currency, day) =>
      answers.exchangeRate(`${day}${currency}`, () => reference.exchangeRate(currency, day)),
    documentKind: (code) => answers.documentKind(code, () => reference.documentKind(code)),
    country: (code) => answers.country(code, () => reference.country(code)),
  };
}

function remember<T extends object>(): (question: string, ask: () => T) => T {
  const answers = new Map<string, T>();
  return (question, ask) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = ask();
    answers.set(question, answer);
    return answer;
  };
}
