import { describe } from 'vitest';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { createMemoryModelBaselines } from '../../../services/adapters/memory/model-baselines.ts';
import { eventRegisterContract } from '../../contract/ports/event-register.ts';
import { licenceLedgerContract } from '../../contract/ports/licence-ledger.ts';
import { modelBaselinesContract } from '../../contract/ports/model-baselines.ts';

describe('event register in memory', () =>
  eventRegisterContract((licences) => {
    const ledger = createMemoryLicenceLedger(licences);
    return Promise.resolve({ register: createMemoryEventRegister(ledger), ledger });
  }));

describe('licence ledger in memory', () =>
  licenceLedgerContract((licences) => Promise.resolve(createMemoryLicenceLedger(licences))));

describe('baselines of models in memory', () => modelBaselinesContract(createMemoryModelBaselines));
