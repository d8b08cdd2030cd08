import { describe } from 'vitest';
import { createMemoryAuditStore } from '../../../services/adapters/memory/audit-store.ts';
import { createMemoryCodecs } from '../../../services/adapters/memory/codecs.ts';
import { createMemoryConditionCompiler } from '../../../services/adapters/memory/condition-compiler.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryInspectionResults } from '../../../services/adapters/memory/inspection-results.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../../services/adapters/memory/licence-register.ts';
import { createMemoryModelBaselines } from '../../../services/adapters/memory/model-baselines.ts';
import { createMemoryReference } from '../../../services/adapters/memory/reference-data.ts';
import { createMemoryModel } from '../../../services/adapters/memory/risk-model.ts';
import { createMemorySnapshotStore } from '../../../services/adapters/memory/snapshot-store.ts';
import { createMemoryTraderHistory } from '../../../services/adapters/memory/trader-history-store.ts';
import { auditStoreContract } from '../../contract/ports/audit-store.ts';
import { scoringCodecsContract } from '../../contract/ports/codecs.ts';
import { conditionCompilerContract, MEANT } from '../../contract/ports/condition-compiler.ts';
import { eventRegisterContract } from '../../contract/ports/event-register.ts';
import { inspectionResultsContract } from '../../contract/ports/inspection-results.ts';
import { licenceLedgerContract } from '../../contract/ports/licence-ledger.ts';
import { licenceRegisterContract } from '../../contract/ports/licence-register.ts';
import { modelBaselinesContract } from '../../contract/ports/model-baselines.ts';
import { referenceDataContract, SOME } from '../../contract/ports/reference-data.ts';
import { riskModelContract } from '../../contract/ports/risk-model.ts';
import { snapshotStoreContract } from '../../contract/ports/snapshot-store.ts';
import { traderHistoryContract } from '../../contract/ports/trader-history-store.ts';

describe('event register in memory', () =>
  eventRegisterContract((licences) => {
    const ledger = createMemoryLicenceLedger(licences);
    return Promise.resolve({ register: createMemoryEventRegister(ledger), ledger });
  }));

describe('licence ledger in memory', () =>
  licenceLedgerContract((licences) => Promise.resolve(createMemoryLicenceLedger(licences))));

describe('licence register in memory', () =>
  licenceRegisterContract((licences) => Promise.resolve(createMemoryLicenceRegister(licences))));

describe('baselines of models in memory', () => modelBaselinesContract(createMemoryModelBaselines));

describe('snapshots in memory', () => snapshotStoreContract(() => Promise.resolve(createMemorySnapshotStore())));

describe('audit in memory', () =>
  auditStoreContract(() => Promise.resolve(createMemoryAuditStore(createMemoryTraderHistory(undefined)))));

describe("traders' history in memory", () =>
  traderHistoryContract(() => {
    const history = createMemoryTraderHistory(undefined);
    return Promise.resolve({ audit: createMemoryAuditStore(history), history });
  }));

describe('results of inspections in memory', () =>
  inspectionResultsContract(() => {
    const store = createMemoryAuditStore(createMemoryTraderHistory(undefined));
    return Promise.resolve({ store, results: createMemoryInspectionResults(store, 'Europe/London') });
  }));

describe('a model in memory', () =>
  riskModelContract(() =>
    Promise.resolve(
      createMemoryModel(({ goodsItem }) => {
        const [code] = goodsItem.commodity?.classifications ?? [];
        return code === undefined
          ? { status: 'unknown', why: 'no code is declared' }
          : { status: 'ok', score: Number(code.id), pValue: 0.5 };
      }),
    ),
  ));

describe('reference data in memory', () =>
  referenceDataContract((loaded) =>
    createMemoryReference(loaded === 'nothing' ? {} : { ...SOME, controls: { '9302': [SOME.controls['9302']] } }),
  ));

describe('codecs in memory', () => scoringCodecsContract(createMemoryCodecs));

describe('conditions in memory', () => conditionCompilerContract(createMemoryConditionCompiler(MEANT)));
