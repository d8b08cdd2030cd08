import type { DataFile } from '../../../artefact/manifest.ts';
import type { Schedule } from '../training/schedule.ts';
import type { ClassificationEvaluation } from './evaluate-classification.ts';
import { auc, figureTable, goalTable, markdown, mismatchTable, percent, plausibleTable, rateTable } from './tables.ts';

export interface CardInput {
  readonly evaluation: ClassificationEvaluation;
  readonly data: readonly DataFile[];
  readonly schedule: Schedule;
  /** Rows that were learnt: tariff texts, descriptions in traders' words. */
  readonly trained: { readonly base: number; readonly descriptions: number };
}

const OWN = 'written for this project (models/classification/wordings/card.md), its own licence';
const RULINGS_OF_CROSS = 'US customs rulings 2020–26 (CROSS), US government; half learnt, half for choosing';

const SOURCES: Readonly<Record<string, string>> = {
  'search_references.json': 'UK tariff search references, HM Revenue and Customs, MIT',
  'harmonized-system.csv': 'Harmonized System 2022, UN Comtrade list by datasets/harmonized-system, PDDL',
  'hts_2025_basic_edition.csv': 'Harmonized Tariff Schedule of the United States 2025, US government, public domain',
  'hs-10d-2019-exp-code.txt': 'US Schedule B (HS 2017), US Census Bureau, public domain',
  'hsclassify_micro_train.csv': 'HSClassify micro, MIT and PDDL; the phrases of its templates are taken off',
  'HS2022toHS2017ConversionAndCorrelationTables.xlsx':
    'HS 2022–HS 2017 correlation, UN Statistics Division; codes only',
  'trade-wordings.csv': OWN,
  'food-and-minerals.csv': OWN,
  'chemicals-and-plastics.csv': OWN,
  'wood-textiles-and-footwear.csv': OWN,
  'metals-vehicles-and-various.csv': OWN,
  'machines-and-instruments.csv': OWN,
  'named-goods.csv': OWN,
  'eu_cn_self_explanatory.csv':
    'CN self-explanatory texts, Eurostat, © European Union, reuse with the source named (Decision 2011/833/EU)',
  'eu_taric10_goods.csv': 'TARIC goods texts, European Commission, reuse with the source named (Decision 2011/833/EU)',
  'us_hts_9902_goods.csv': 'HTS 2025 chapter 99 duty suspensions, US government, public domain',
  'uk_search_references_older.csv': 'UK tariff search references 2021–22, HM Revenue and Customs, OGL 3.0',
  'us_cross_subjects.csv': RULINGS_OF_CROSS,
  'us_cross_subjects_hs6.csv': RULINGS_OF_CROSS,
  'us_cross_facts.csv': RULINGS_OF_CROSS,
  'uk_atar_drafts.csv': 'UK advance tariff rulings, HM Revenue and Customs, OGL 3.0; for choosing only',
  'vague_terms.csv': 'vague goods descriptions, for the vague gate, MIT',
};

/** The model card, in Markdown. */
export function cardOf({ evaluation, data, schedule, trained }: CardInput): string {
  return [
    INTENDED_USE,
    dataAndSplits(data, schedule, trained),
    figuresOf(evaluation),
    failuresOf(evaluation),
    WHAT_WAS_TRIED,
    BIAS,
  ].join('');
}

const INTENDED_USE = `# What the words say the goods are: the classification model

Reads a goods description in English, or the English part of one, and answers which headings (4 digits) and subheadings (6 digits) of the Harmonized System 2022 it
fits, how badly it fits the declared code, and which words say so. The mean of two heads, 35 to 65: a logistic model over hashed
words, pairs of neighbours and character n-grams, and a linear layer over word vectors distilled from MiniLM together with embeddings trained here.

## Intended use
To put goods before an officer whose description does not fit the declared code, with the words that say so. It is one piece of evidence among
others. It must not be used to decide a classification, to refuse or delay goods by itself, to set duty, or to judge a trader; nor on
descriptions in other languages than English (they are answered \`unknown\`; of mixed ones the English part is read, and the answer says so), nor to clear goods: a code that fits the words says nothing of what is in the box.

`;

function dataAndSplits(data: CardInput['data'], schedule: Schedule, trained: CardInput['trained']): string {
  return `## Data and licences
${markdown([['file', 'source and terms', 'SHA-256'], ...data.map(({ name, sha256 }) => [name, SOURCES[name] ?? 'own data', sha256.slice(0, 16)])])}

Word vectors: models/word-vectors/card.md. The rulings of the set "rulings" are measured on, never learnt from: their wording, and their answers, are unseen.

## Splits
By hash (models/classification/learn/data/split.ts). One search reference in ten, and every search reference and wording of one subheading in ten, are held out; of the project's own wordings
beside those one in forty. Tariff texts that equal a held-out one are dropped. Older search references (headings only) are all learnt but for those that say what a held-out text says. Rulings of CROSS are learnt from by
half, by the hash of their number (of their words where none is stated); the other half is for choosing, and the set "rulings, the half for choosing" is it. Learnt: ${trained.base} tariff texts and ${trained.descriptions} descriptions. The held-out
subheadings still have their tariff texts, but no search reference or wording: the harder case.
The p-values come from ${schedule.judged} of ${schedule.folds} folds of the learnt descriptions, judged by heads and trees that had not seen it. Of every second subheading all descriptions are in one fold: of those nothing else was learnt by the heads
that judge, and they are left out of the p-values, since nine subheadings in ten are described (figures of the tenth: "whole subheadings"). Up to five words and longer are measured apart.

`;
}

function figuresOf(evaluation: ClassificationEvaluation): string {
  const { gate } = evaluation;
  return `## How often it finds the code (95 % intervals, Wilson)
${markdown(figureTable(evaluation))}

## How well it tells a plausible wrong code (95 % intervals, Wilson)
A cheat chooses a neighbour that spares duty or a control. For each text: of the headings whose tariff texts are nearest by words (TF-IDF, which knows nothing of the model), the first wrong one that spares duty (US tariff) or a control, else the
first wrong one. Vague and unknown texts count as not told. The p-value is the share of rightly declared goods with at least as much evidence; evidence is the logarithm of how much likelier the text is under a plausible wrong code than under a right one.

${markdown(plausibleTable(evaluation))}

## Footnote: how well it tells a code drawn at random (95 % intervals: DeLong for AUC, Wilson for recall)
The right code of each text against five wrong ones drawn evenly; ranges as wide as one wrong code a text gives. Texts that are vague or unknown are left out here and counted below. "Own level": the score of the level at which the code is wrong; "evidence": the one score that an assessment goes by, which was learnt against plausible wrong codes.

${markdown(mismatchTable(evaluation))}

## False alarms
p-values hold on texts like those they were made of: wordings mostly, of which others of the subheading were learnt: the random tenths are such. Goods of which nothing was described
(whole subheadings) give more. Up to "most by chance" alarms are within what chance allows. Rulings are stranger texts, and a few of them rest on what no description says: their realised rate is what to expect of such.

${markdown(rateTable(evaluation))}

${gate === undefined ? '' : `## Vague descriptions\nCross-validated on ${gate.vague} vague and ${gate.telling} telling descriptions: AUC ${auc(gate.auc)}, recall at 5 % false alarms ${percent(gate.recall.recall)}; in use, at 2.5 %, ${percent(gate.inUse.recall)}. The list of vague terms is no ground truth: some are specific ("awl").\n`}
## Goals
Met means: the interval reaches the goal. Mismatch figures are those of the level's own score.

${markdown(goalTable(evaluation))}

`;
}

function failuresOf(evaluation: ClassificationEvaluation): string {
  return `## Where it fails
Surest mistakes on held-out texts; some rulings look mislabelled themselves.

${markdown([['description', 'right', 'said', 'probability'], ...evaluation.failures.map(({ description, right, likely, probability }) => [description.replaceAll('|', '/'), right, likely, percent({ value: probability, low: probability, high: probability }).split(' (')[0]!])])}

Before anything is read, abbreviations of trade are written out, some hundred words for goods in ten other languages put into English, and what part numbers, brands and CAS numbers of known families name is added in words
(models/classification/serve/wording). A part number of an unknown family says nothing.

Further: residual headings ("other articles of …") have no words of their own; kits and several goods in one line get the code of one of them; trade
names and article numbers of no known family are unknown words; what decides in law but not in the words (weight, share of a fibre, for retail sale) is not seen; a word of the wrong trade ("pump" shoes) misleads.

`;
}

const WHAT_WAS_TRIED = `## What was tried
- Judging by the mean of two unlike heads beats either: the n-gram head alone is surely wrong about words it never met.
- The n-gram head needs all its 80 million weights or must be told in time which it may keep: leaving out all but the largest when it was learnt cost 4 to 6 points at
  top-1; left out before the last rounds, the others make up for most of it. Its log-loss is the worse one on every set, so it counts 35 %.
- Word vectors twice as long against the embeddings, and twice the rounds: log-loss falls on every set; vectors moved towards WordNet's definitions: search
  references +2 to 3 points in five, rulings within chance.
- Drawing gradients below a tenth instead of below a hundredth changes nothing but the time.
- No gain within chance: smoothed labels, shown to headings of the chapter or to all; weight decay; means of weights over rounds or over three runs; words at the
  end of a phrase or in the first one weighing more (rulings up, search references down); more or fewer words left out; other weights of sources and headings; search
  references joined with tariff texts of their subheading, with or without strange phrases; axes of the vectors learnt with the task out of all 384 dimensions
  (better for a linear layer alone, worse with embeddings beside it); all 384 dimensions (+0 to 1 point for twice the time).
- Learning tariff texts and descriptions at once is as good as one after the other; the latter makes folds cheap, and so p-values honest.
- Shown whole, texts teach less than in stretches of their phrases (rulings: +1 to 2 points, within chance).
- Saying the goods twice where "used for …", "designed …" follows: rulings +1 to 2 points, search references unchanged; where "for", "with", "in" or "on" follows too: rulings
  +1.5 points at heading and in five, search references -0.5 to 0, and a pump "for drinking water, stainless steel" is a pump. Said twice up to the first comma: made-up trade +2, search references
  -3 points, whose goods often stand behind the comma.
- Subheadings learnt in rounds of their own: log-loss within the right heading falls on rulings, random and whole-code references; more rounds, or descriptions
  weighing more, help search references and hurt rulings.
- Keeping fewer than 256 weights of a bucket, for speed, costs the n-gram head 8 points on rulings: what frequent n-grams speak against matters.
- Evidence was the harmonic mean of three levels' p-values, each learnt against codes drawn evenly. Against those a neighbour looks right: of plausible wrong codes 4 to 9 % were told at 1 %. One forest against plausible
  ones (headings that the words speak for, beside the right one, and those that goods are hidden under) takes its place; the levels' own p-values remain to say where a code goes wrong.
- p-values by how sure the heads are, instead of by length: no honest rate held better, wrong codes found less. By length in four steps: wrong codes of wordings found more often, but alarms on
  rulings 2.5 to 5 %. With one subheading in four held out whole instead of one in two: on rulings 2.5 %. From wordings alone: alarms on rulings 4.6 %, on search references of whole subheadings 5.5 %, where 1 % are stated.
- One p-value over all levels, or over chapter and heading, from trees that learn several kinds of wrong code at once is no better than the harmonic mean of the levels' p-values; neither are
  deeper trees, larger leaves or more wrong codes.
- How likely the heads find a heading whatever the text, as a feature: +5 to +12 points against wrong codes drawn evenly, none against wrong codes drawn as right ones are. It learns which
  headings references describe, so it is left out.
- A declared code used to stand for all that HS 2022 gathered from it (display modules from 483 subheadings, transducers from 157, waste from 1,019): television receivers declared as toys fitted
  as display modules. Without those: other headings of the chapter on rulings 40 to 45 % at 1 %, as many false alarms.
- Details as traders write them ("14 inch", "retail packed") behind texts when heads learn: no gain within chance. For the vague gate they are one.
- Heads weighed 20 or 50 % instead of 35 %: within chance.
- With 22,000 wordings more, EU texts, older references and half of the CROSS rulings, and twice the draws: headings on rulings 45 to 50 % first and 72 to 78 % in five, on the other half of CROSS 39 to 46 % and 62 to 70 %.
- Before that, with 263 wordings for headings that few speak of (fish, yarns, fabrics, paper, chemicals), "non-cast" read as one word and an entropy without steps: headings of whole
  subheadings 57.1 to 58.6 %, of the random tenth 70.9 to 68.1 %, on rulings in five 72.5 to 68.5 % (text by text within chance, p-values .38, .06 and .10), but other headings of the chapter
  on rulings 41.9 to 31.0 % at 1 %, and a centrifugal pump declared as a valve at a p-value of .06 instead of .002. Not shipped; the held-out sets were looked at once for it.

`;

const BIAS = `## Bias
The model sees the description and the code, nothing else: origin, destination and trader cannot change its answer (tested by swapping them). Descriptions
with fewer known words are surer to be \`unknown\` or vague, which is shown as such and never as fitting; traders who write poor English will meet that more often.
`;
