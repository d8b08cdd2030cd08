import type { WithheldReasons } from '../audience/view.ts';
import type { InspectorFinding, TraderFinding } from '../audience/visible-finding.ts';
import type { AdditionalDocument } from '../declaration/declaration-event.ts';
import { documentCodeOf } from '../declaration/document-code.ts';
import type { DocumentRequest } from '../messages/referral.ts';
import type { Policy } from '../policy/policy.ts';
import type { RuleDocument } from '../rules/rule-document.ts';

/** What to do about the findings, the weightiest first, each once. */
export function whatToLookFor(
  findings: readonly InspectorFinding[],
  withheld: WithheldReasons | undefined,
): readonly string[] {
  const runbooks = findings.flatMap(({ result, runbook }) =>
    result === 'hit' && runbook !== undefined ? [runbook] : [],
  );
  const held =
    withheld === undefined || runbooks.length > 0
      ? []
      : ['Ask risk analysis what to look for: the reasons are held there.'];
  return [...new Set([...runbooks, ...held])];
}

/** Documents that the rules which hit ask for, each once, with the reference that the declaration cites where it cites one. */
export function documentsToAskFor(
  findings: readonly InspectorFinding[],
  policy: Policy,
  cited: readonly AdditionalDocument[],
): readonly DocumentRequest[] {
  const wanted = findings.flatMap((finding) =>
    finding.result === 'hit'
      ? documentsOf(finding.id, policy).flatMap(({ code, title }) => requests(code, title, finding.reason, cited))
      : [],
  );
  return wanted.filter(
    (request, index) => wanted.findIndex((other) => other.code === request.code && other.id === request.id) === index,
  );
}

/** Documents by which the trader answers the rules which hit, each once. */
export function documentsToProvide(
  findings: readonly TraderFinding[],
  policy: Policy,
): readonly Omit<DocumentRequest, 'reason'>[] {
  const wanted = findings.flatMap(({ id, result }) => (result === 'hit' ? documentsOf(id, policy) : []));
  return wanted.filter(({ code }, index) => wanted.findIndex((other) => other.code === code) === index);
}

const documentsOf = (rule: string, policy: Policy): RuleDocument['documents'] =>
  policy.ruleNamed(rule)?.document.documents ?? [];

function requests(
  code: string,
  title: string,
  reason: string,
  cited: readonly AdditionalDocument[],
): DocumentRequest[] {
  const ids = cited.flatMap((document) =>
    document.id !== undefined && documentCodeOf(document) === code ? [document.id] : [],
  );
  return ids.length === 0 ? [{ code, title, reason }] : ids.map((id) => ({ code, id, title, reason }));
}
