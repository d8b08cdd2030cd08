import { v4 as randomUuid } from 'uuid';
import {
  type OpenPartitionWriter,
  openPartitionWriter,
} from '../../services/adapters/kafka/stream/partition-writer.ts';

/** Takes the fence away: every writer has a transactional id of its own, so that none can throw another out. */
export const openWithoutFence: OpenPartitionWriter = (kafka, admin, settings, checkpoint) =>
  openPartitionWriter(kafka, admin, { ...settings, transactionalId: `unfenced-${randomUuid()}` }, checkpoint);
