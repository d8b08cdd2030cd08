import type { Lifecycle } from '../../../intake/message.ts';
import type { Unchecked } from '../../../risk/declaration/checked.ts';
import type { DeclarationHeader } from '../../../risk/declaration/declaration-event.ts';
import { type InstantOrDay, parseTime } from '../../../risk/declaration/instant.ts';
import { at, childrenNamed, textAt, valueElement, type XmlElement } from '../../xml/element.ts';
import { attributesOf, leavesOf, strayText } from '../mapping/leaves.ts';
import { contentOf } from './content.ts';

/** Office of exit that an exit result names, as additional information of this type. */
const EXIT_OFFICE = 'CEX';

/** What a DMSEOG or DMSINV says, as an event's content: the references, the office of exit, the statements, and everything else as it stands; when it was issued too, which is no time of the declaration's. */
export function lifecycleOf(response: XmlElement): Lifecycle {
  const ofMessage = ['FunctionCode', 'FunctionalReferenceID'].flatMap((name) => at(response, name) ?? []);
  const own = response.children.filter(
    (child) => child.name !== 'Declaration' && child.name !== 'IssueDateTime' && !ofMessage.includes(child),
  );
  const declarations = childrenNamed(response, 'Declaration');
  const named = declarations.flatMap((declaration) => declaration.children);
  const { header, otherElements, source } = contentOf({
    ...response,
    name: 'Declaration',
    children: [...named, ...own],
  });
  const office = header.additionalInformations.find(
    (one) => one.statementTypeCode === EXIT_OFFICE,
  )?.statementDescription;
  const cause =
    header.additionalInformations.find((one) => one.statementTypeCode !== EXIT_OFFICE)?.statementCode ??
    textAt(response, 'Status', 'NameCode');
  const occurredAt =
    timeAt(response, 'Status', 'EffectiveDateTime') ??
    timeAt(response, 'Declaration', 'CancellationDateTime') ??
    timeAt(response, 'IssueDateTime');
  const issued = childrenNamed(response, 'IssueDateTime').flatMap((one) => leavesOf(one, 'IssueDateTime'));
  const beside = [...ofMessage, ...declarations].flatMap((one) => [
    ...attributesOf(one, one.name),
    ...(one.children.length === 0 ? [] : strayText(one, one.name)),
  ]);
  return {
    content: {
      header: { ...header, ...exitOffice(header, office) },
      otherElements: [...issued, ...beside, ...otherElements],
      source,
    },
    ...(cause === undefined ? {} : { cause }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
}

/** A date-time element's moment; `undefined` where it has none that can be read. */
export function timeAt(element: XmlElement, ...names: readonly string[]): InstantOrDay | undefined {
  const found = at(element, ...names);
  return found === undefined ? undefined : parseTime(valueElement(found).text);
}

function exitOffice(header: Unchecked<DeclarationHeader>, office: string | undefined): Partial<DeclarationHeader> {
  return office === undefined || header.exitOffice !== undefined ? {} : { exitOffice: { id: office } };
}
