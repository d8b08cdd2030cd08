import type { TopicKey, TopicSettings } from './settings.ts';

/** The topics' full names, prefix included. */
export function topicNames({
  prefix,
  names,
}: Pick<TopicSettings, 'prefix' | 'names'>): Readonly<Record<TopicKey, string>> {
  return {
    declarations: prefix + names.declarations,
    assessments: prefix + names.assessments,
    referrals: prefix + names.referrals,
    notices: prefix + names.notices,
    deadLetters: prefix + names.deadLetters,
    outcomes: prefix + names.outcomes,
    reference: prefix + names.reference,
  };
}
