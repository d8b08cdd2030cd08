import { describe } from 'vitest';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { scoringCodecsContract } from './ports/codecs.ts';

describe('codecs in Avro', () => scoringCodecsContract(createCodecs));
