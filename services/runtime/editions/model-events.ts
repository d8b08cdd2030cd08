import type { ModelEvent } from '../../scoring/models/model-event.ts';
import type { Edition } from './edition.ts';

/** What a change of edition means for models: which versions are in use, cannot be, or are on trial no longer. Those that stay are not said again. */
export function modelEventsOf({ models }: Edition, before: Edition | undefined): readonly ModelEvent[] {
  return models.flatMap((model) => {
    const old = before?.models.find(({ name }) => name === model.name);
    const unchanged = { active: old?.loaded === model.loaded, shadow: old?.trial === model.trial };
    const ended: readonly ModelEvent[] =
      old?.trial && !model.trial ? [{ kind: 'ended', model: model.name, role: 'shadow' }] : [];
    return [...model.state().filter(({ role }) => !unchanged[role]), ...ended];
  });
}
