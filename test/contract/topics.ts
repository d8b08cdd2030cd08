import { join } from 'node:path';
import type { Codecs } from '../../services/adapters/avro/codecs.ts';
import { schemaFolder, type SchemaName } from '../../services/adapters/avro/schema-files.ts';
import { type Shape, shapeOfType } from './typescript-shape.ts';

/** What each schema carries in TypeScript, and the codec for it. */
export interface TopicType {
  readonly name: SchemaName;
  readonly codec: Exclude<keyof Codecs, 'prepare' | 'recordedEvent'>;
  readonly shape: Shape;
}

const risk = (path: string): string => join(schemaFolder(), '../services/risk', path);

export const TOPIC_TYPES: readonly TopicType[] = [
  {
    name: 'declaration-event',
    codec: 'declarationEvent',
    shape: shapeOfType(risk('declaration/declaration-event.ts'), 'DeclarationEvent'),
  },
  {
    name: 'assessment',
    codec: 'assessment',
    shape: shapeOfType(risk('messages/assessment.ts'), 'AssessmentRecord'),
  },
  { name: 'referral', codec: 'referral', shape: shapeOfType(risk('messages/referral.ts'), 'Referral') },
  { name: 'notice', codec: 'notice', shape: shapeOfType(risk('messages/notice.ts'), 'Notice') },
  { name: 'dead-letter', codec: 'deadLetter', shape: shapeOfType(risk('messages/dead-letter.ts'), 'DeadLetter') },
  { name: 'outcome', codec: 'outcome', shape: shapeOfType(risk('messages/outcome.ts'), 'Outcome') },
  {
    name: 'reference-activation',
    codec: 'referenceActivation',
    shape: shapeOfType(risk('messages/reference-activation.ts'), 'ReferenceActivation'),
  },
];
