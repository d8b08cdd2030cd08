/** One partition's part of the answer to a Fetch that asked for committed records, as kafkajs decodes it. */
export interface FetchedPartition {
  /** Transactions that were aborted and have records in this part, in the broker's order: by where they ended. */
  readonly abortedTransactions: readonly AbortedTransaction[];
  /** By offset, whatever transaction they belong to, control records among them. */
  readonly messages: readonly FetchedMessage[];
}

export interface AbortedTransaction {
  readonly producerId: string;
  /** Offset of its first record in this partition. */
  readonly firstOffset: string;
}

export interface FetchedMessage {
  readonly offset: string;
  readonly key: Buffer | null;
  /** What kafkajs keeps from whoever consumes. */
  readonly isControlRecord: boolean;
  /** What the record's batch says of itself; records of the format before transactions have none. */
  readonly batchContext?: {
    readonly producerId: string;
    readonly inTransaction: boolean;
    readonly isControlBatch: boolean;
  };
}

/**
 * Keeps the records of aborted transactions from whoever consumes, as the protocol asks of a client that reads committed records
 * (Kafka protocol, Fetch: aborted_transactions; KIP-98, "Reading committed"). They stay in the answer, marked as control records,
 * so that the position moves past them; the list is taken away, so that the client's own filter has nothing left to do. That
 * one (kafkajs 2.2.4) begins at most one aborted transaction a record and takes a record's key for an abort marker: where several
 * transactions of a partition were open at once, records of the later ones in the list pass as committed.
 */
export function withholdAborted<Partition extends FetchedPartition>(partition: Partition): Partition {
  if (partition.abortedTransactions.length === 0) return partition;
  return { ...partition, abortedTransactions: [], messages: withAbortedMarked(partition) };
}

function withAbortedMarked({ abortedTransactions, messages }: FetchedPartition): readonly FetchedMessage[] {
  const ahead = abortedTransactions
    .map(({ producerId, firstOffset }) => ({ producerId, firstOffset: BigInt(firstOffset) }))
    .sort(byFirstOffset);
  const aborted = new Set<string>();
  let begun = 0;
  return messages.map((message) => {
    const offset = BigInt(message.offset);
    for (; begun < ahead.length && ahead[begun]!.firstOffset <= offset; begun += 1)
      aborted.add(ahead[begun]!.producerId);
    if (endsAborted(message)) aborted.delete(message.batchContext!.producerId);
    return isOfAborted(message, aborted) ? { ...message, isControlRecord: true } : message;
  });
}

type Begun = { readonly firstOffset: bigint };

const byFirstOffset = (a: Begun, b: Begun): number =>
  a.firstOffset < b.firstOffset ? -1 : Number(a.firstOffset > b.firstOffset);

const isOfAborted = ({ batchContext }: FetchedMessage, aborted: ReadonlySet<string>): boolean =>
  batchContext !== undefined && batchContext.inTransaction && aborted.has(batchContext.producerId);

/** Version (INT16), then type (INT16): 0 ends a transaction as aborted, 1 as committed. Kafka documentation, 5.3.2 "Control Batches". */
const TYPE_AT = 2;
const ABORT = 0;

function endsAborted({ batchContext, key }: FetchedMessage): boolean {
  return (
    batchContext?.isControlBatch === true &&
    key !== null &&
    key.length >= TYPE_AT + 2 &&
    key.readInt16BE(TYPE_AT) === ABORT
  );
}
