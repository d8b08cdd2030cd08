import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainedOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import {
  createLanguageReader,
  type LanguageReader,
} from '../../../../models/classification/serve/language/language-reader.ts';
import { openVaguenessClassifier } from '../../../../models/classification/serve/vagueness/vagueness-classifier.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../../services/adapters/model-files/artefact-folder.ts';

const { vectors, vague } = trainedOf(await readArtefact(join(projectRoot(), 'models', 'classification', 'shipped')));
const gate = openVaguenessClassifier(vague, vectors);
let languageOf: LanguageReader;
beforeAll(async () => {
  languageOf = createLanguageReader(vectors, await eldScores());
});

describe('the gate and the language reader as shipped', () => {
  it.each([
    'spare parts',
    'gift',
    'Gifts',
    'samples',
    'household goods',
    'personal effects',
    'assorted goods',
    'electronic components',
    'clothes',
    'xl blue',
    'miscellaneous items',
  ])('find that %j does not tell what the goods are', (description) => {
    expect(gate(description).isVague).toBe(true);
  });

  it.each([
    'centrifugal pumps for water',
    'frozen mussels',
    'laptop computer',
    'plastic toys',
    "men's shirts, cotton",
    'stainless steel ball valves',
    'whisky',
    'lithium ion batteries',
    'kimonos',
  ])('leave %j to the model', (description) => {
    expect(gate(description).isVague).toBe(false);
    expect(languageOf(description)).toEqual({ is: 'english' });
  });

  it.each([
    'regalo',
    'muestras',
    'vêtements',
    'cadeau',
    'Geschenk',
    'Muster',
    'hediye',
    'odzież',
    'presente',
    'campioni',
    'kleding',
    'shouji',
    'giysi',
  ])('let no %j pass as specific: a general word of another language', (description) => {
    expect(languageOf(description).is !== 'english' || gate(description).isVague).toBe(true);
  });
});
