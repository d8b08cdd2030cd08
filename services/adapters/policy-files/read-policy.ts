import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Document, LineCounter, type Node, parseDocument } from 'yaml';
import { firstLineOf, TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { PolicyProblem } from '../../risk/rules/rule-document.ts';

/** A policy as it stands in its folder, not yet checked; `locate` says where a problem stands. */
export interface PolicyFiles {
  readonly source: unknown;
  readonly locate: (problem: PolicyProblem) => LocatedProblem;
}

export interface LocatedProblem {
  /** Relative to the folder: "rules/net-exceeds-gross.yaml". */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly cause: string;
}

/** A file of a policy as it is written. */
export interface PolicyText {
  /** As in LocatedProblem. */
  readonly name: string;
  readonly text: string;
}

/** All files of a policy. */
export interface PolicyTexts {
  readonly lanes: PolicyText;
  readonly families: PolicyText;
  readonly lists?: PolicyText;
  readonly rules: readonly PolicyText[];
}

interface YamlFile {
  readonly name: string;
  readonly document: Document;
  /** What it says, as plain values. */
  readonly value: unknown;
  readonly lines: LineCounter;
}

/**
 * Reads lanes.yaml, families.yaml, lists.yaml (where there is one) and rules/*.yaml of a folder. A folder of nothing but rules is read with the rest of `frame`.
 * @throws TDW_POLICY_UNREADABLE where a file is missing or leads out of the folder
 */
export function readPolicyTexts(folder: string, frame = folder): PolicyTexts {
  const isWhole = ['lanes.yaml', 'families.yaml', 'lists.yaml', 'rules'].some((name) => existsSync(join(folder, name)));
  const around = isWhole ? folder : frame;
  const frameTexts = {
    lanes: readText(around, 'lanes.yaml'),
    families: readText(around, 'families.yaml'),
    ...(existsSync(join(around, 'lists.yaml')) ? { lists: readText(around, 'lists.yaml') } : {}),
  };
  const rules = ruleNames(folder, around === folder ? 'rules' : '').map((name) => readText(folder, name));
  if (rules.length === 0)
    throw new TidewaiterError('TDW_POLICY_UNREADABLE', `There are no rules in ${folder}.`, {
      location: { file: folder },
    });
  return { ...frameTexts, rules };
}

/** Takes the files for what they say. @throws TDW_POLICY_UNREADABLE where one is no YAML, with file and line */
export function parsePolicyTexts(texts: PolicyTexts): PolicyFiles {
  const [lanes, families, lists] = [
    parseYaml(texts.lanes),
    parseYaml(texts.families),
    texts.lists && parseYaml(texts.lists),
  ];
  const rules = texts.rules.map(parseYaml);
  const parts: Readonly<Record<string, YamlFile | undefined>> = { lanes, families, lists };
  return {
    source: {
      schema: 1,
      lanes: lanes.value,
      families: families.value,
      ...(lists === undefined ? {} : { lists: lists.value }),
      rules: rules.map(({ value }) => value),
    },
    locate: ({ path, cause }) => {
      const [part, ...rest] = path;
      if (part === 'rules' && typeof rest[0] === 'number')
        return located(rules[rest[0]] ?? lanes, rest.slice(1), cause);
      return located(parts[String(part)] ?? lanes, rest, cause);
    },
  };
}

function ruleNames(folder: string, within: 'rules' | ''): string[] {
  try {
    return readdirSync(join(folder, within))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => (within === '' ? name : `${within}/${name}`));
  } catch (cause) {
    throw new TidewaiterError('TDW_POLICY_UNREADABLE', `The folder ${join(folder, within)} cannot be read.`, {
      location: { file: folder },
      cause,
    });
  }
}

function parseYaml({ name, text }: PolicyText): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined)
    throw new TidewaiterError('TDW_POLICY_UNREADABLE', firstLineOf(error), {
      location: { file: name, line: error.linePos?.[0].line ?? 1 },
    });
  return { name, document, value: valueOf(document, name), lines };
}

/** Aliases are followed here: one that leads nowhere, or to more and more of them, is refused. */
function valueOf(document: Document, name: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_POLICY_UNREADABLE',
      `An alias (*) cannot be followed: ${cause instanceof Error ? cause.message : ''}`,
      { location: { file: name, line: 1 }, cause },
    );
  }
}

/** A link may lead about within the folder, as mounted configuration does; one that leads out of it could have any file quoted as a bad rule. */
function readText(folder: string, name: string): PolicyText {
  try {
    const path = realpathSync.native(join(folder, name));
    if (!path.startsWith(realpathSync.native(folder) + sep))
      throw new TidewaiterError(
        'TDW_POLICY_UNREADABLE',
        `${join(folder, name)} is a link that leads out of its folder.`,
        { location: { file: name } },
      );
    return { name, text: readFileSync(path, 'utf8') };
  } catch (cause) {
    if (cause instanceof TidewaiterError) throw cause;
    throw new TidewaiterError('TDW_POLICY_UNREADABLE', `${join(folder, name)} cannot be read.`, {
      location: { file: name },
      cause,
    });
  }
}

/** The line of the node at the path, or of the nearest one above it that is there. */
function located({ name, document, lines }: YamlFile, path: PolicyProblem['path'], cause: string): LocatedProblem {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return { file: name, line: lines.linePos(node.range[0]).line, cause };
  }
  return { file: name, line: 1, cause };
}
