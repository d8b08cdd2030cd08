import type { XmlElement } from '../../xml/element.ts';
import { DECLARATION } from './declaration-elements.ts';
import type { Elements, Place } from './place.ts';

type Step = { readonly name: string; readonly nth: number };

/** Where a field of the event came from: the line of its element, or of the nearest one around it; `path` as in "goodsItems[2].origins[0].countryCode". */
export function lineOfField(declaration: XmlElement, path: string): number {
  const steps = path.split('.').map((part): Step => {
    const [, name = '', nth = '0'] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
    return { name, nth: Number(nth) };
  });
  return follow(declaration, DECLARATION, steps)?.line ?? declaration.line;
}

function follow(element: XmlElement, places: Elements, steps: readonly Step[]): XmlElement | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return element;
  const found = childrenFor(element, places, step.name)[step.nth];
  if (found === undefined) return undefined;
  return (found.places === undefined ? undefined : follow(found.element, found.places, rest)) ?? found.element;
}

/** Elements that fill a field, in their order; goods items and inline elements stand further down than the field. */
function childrenFor(
  element: XmlElement,
  places: Elements,
  field: string,
): readonly { readonly element: XmlElement; readonly places?: Elements }[] {
  return element.children.flatMap((child) => {
    const place: Place<Record<string, unknown>> | undefined = Object.hasOwn(places, child.name)
      ? places[child.name]
      : undefined;
    if (place === undefined) return [];
    if (typeof place === 'string') return place === field ? [{ element: child }] : [];
    if ('inline' in place) return childrenFor(child, place.inline, field);
    if ('items' in place) return field === 'goodsItems' ? [{ element: child, places: place.items }] : [];
    if ('of' in place)
      return [
        ...(place.to === field ? [{ element: child, places: place.of }] : []),
        ...(field === 'goodsItems' ? childrenFor(child, place.of, field) : []),
      ];
    return 'to' in place && place.to === field ? [{ element: child }] : [];
  });
}
