import { sourceVersions } from '../assess/source-versions.ts';
import type { DeclarationEvent } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import { stated } from '../declaration/stated.ts';
import { type Facts, FACTS_BY_EDITION } from '../facts/facts.ts';
import type { ExplainedFinding, Finding } from '../findings/finding.ts';
import type { Assessment, Checks, ExplainedAssessment } from '../messages/assessment.ts';
import type { Policy } from '../policy/policy.ts';
import { type OpenEdition, SourceNames } from './edition-on-record.ts';

/** Whether a record names by its edition what others hold themselves. */
export const isByEdition = ({ versions }: Pick<Assessment, 'versions'>): boolean =>
  versions.factsSchema === FACTS_BY_EDITION;

const NO_CHECKS: Checks = { declaration: [], item: [] };
const NO_REASON: ExplainedFinding['reason'] = {};

/** An assessment as a record by edition holds it: texts, legal bases and ids of checks stand in the policy, and are left empty. */
export function assessmentByEdition(assessment: Assessment, names: SourceNames): ExplainedAssessment {
  const findings = (all: readonly Finding[]): readonly ExplainedFinding[] =>
    all.map((one) => findingByEdition(one, names));
  return {
    ...assessment,
    checks: NO_CHECKS,
    findings: findings(assessment.findings),
    items: assessment.items.map((item) => ({ ...item, findings: findings(item.findings) })),
    versions: { ...assessment.versions, sources: names.versionsOnRecord(assessment.versions.sources) },
  };
}

/** Members in one literal: a rest pattern costs more than all else here, and there are several findings a declaration. */
function findingByEdition(finding: Finding, names: SourceNames): ExplainedFinding {
  const { id, scope, result, weight, tier, points, counted, forces, values, gaps, failure } = finding;
  const short: ExplainedFinding = {
    id,
    scope,
    result,
    weight,
    tier,
    points,
    counted,
    values,
    version: '',
    family: '',
    basis: '',
    reason: NO_REASON,
    sources: finding.sources.map((source) => names.onRecord(source)),
  };
  if (forces === undefined && gaps === undefined && failure === undefined) return short;
  return { ...short, ...stated({ forces, gaps, failure }) };
}

/** What is said of an assessment beside it, where it is kept: columns of its row. */
export type AssessmentHeading = Pick<
  Assessment,
  'assessmentId' | 'eventId' | 'eventType' | 'declarationId' | 'version' | 'kind' | 'lane' | 'score'
> & { readonly versions: Pick<Assessment['versions'], 'engine' | 'policy' | 'factsSchema'> };

/** What is kept of a recorded assessment beside its heading, as JSON: of a record by edition only what its declaration has of its own. */
export function assessmentText(assessment: Assessment): string {
  return JSON.stringify(isByEdition(assessment) ? ofDeclaration(assessment) : assessment);
}

/** A recorded assessment, put together from its heading and its text. */
export function parseAssessment(heading: AssessmentHeading, text: string): Assessment {
  const parsed = JSON.parse(text) as Assessment;
  return { ...heading, ...parsed, versions: { ...heading.versions, ...parsed.versions } };
}

function ofDeclaration({ selection, cause, findings, items, versions: { sources, judgedAt } }: Assessment): object {
  return {
    ...{ selection, cause },
    findings: findings.map(ownFinding),
    items: items.map((item) => ({ ...item, findings: item.findings.map(ownFinding) })),
    versions: { sources, judgedAt },
  };
}

function ownFinding({ id, result, points, counted, forces, values, gaps, failure, sources }: Finding): object {
  return { id, result, points, counted, forces, values, gaps, failure, sources };
}

/**
 * An assessment as it was made, from what is on record of it: whole, or by the edition that judged. Reasons of a record by edition are rendered
 * when they are read (`reasonFor`).
 * @param facts of the record, as `readFacts` reads them
 */
export function readAssessment(recorded: Assessment, facts: Facts, edition: OpenEdition | undefined): Assessment {
  if (!isByEdition(recorded)) return recorded;
  if (edition === undefined) throw new RangeError('a record by edition is read with its edition');
  const names = new SourceNames(edition);
  const findings = (all: readonly Finding[]): readonly Finding[] =>
    all.map((finding) => judgedFinding(finding, edition.policy, names));
  return {
    ...recorded,
    checks: checksOf(recorded, facts.event, edition.policy),
    findings: findings(recorded.findings),
    items: recorded.items.map((item) => ({ ...item, findings: findings(item.findings) })),
    versions: { ...recorded.versions, sources: sourceVersions(facts) },
  };
}

function checksOf({ kind, eventType }: Assessment, event: DeclarationEvent, policy: Policy): Checks {
  const direction = directionOf(event);
  return {
    declaration: policy.rulesFor('declaration', eventType, direction).ids,
    item: kind === 'lifecycle' ? [] : policy.rulesFor('item', eventType, direction).ids,
  };
}

function judgedFinding(recorded: Finding, policy: Policy, names: SourceNames): Finding {
  const rule = policy.ruleNamed(recorded.id);
  if (rule === undefined) throw new RangeError(`the policy of the record has no rule ${recorded.id}`);
  const { document } = rule;
  const { id, result, points, counted, forces, values, gaps, failure, sources } = recorded;
  return {
    id,
    version: document.version,
    family: document.family,
    scope: document.appliesTo.scope,
    result,
    weight: document.weight,
    tier: document.tier,
    points,
    counted,
    ...(forces !== undefined && { forces }),
    values,
    basis: document.legalBasis,
    ...(gaps !== undefined && { gaps }),
    ...(failure !== undefined && { failure }),
    sources: sources.map((source) => names.inFull(source)),
    runbook: document.runbook,
  };
}
