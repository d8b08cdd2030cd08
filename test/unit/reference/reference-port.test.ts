import { describe } from 'vitest';
import { loadSnapshots } from '../../../services/reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { referenceDataContract, SOME } from '../../contract/ports/reference-data.ts';
import { snapshotOf } from './snapshots.ts';

const { tier, description } = SOME.highPriority['854231'];
const { name, region, position } = SOME.countries.AE;

const some: readonly SealedSnapshot[] = [
  snapshotOf('controls', {
    measures: [{ ...SOME.controls['9302'], prefixes: ['9302'], directions: ['export'], validFrom: '2013-09-30' }],
  }),
  snapshotOf('high-priority', { codes: [['854231', tier, description]] }),
  snapshotOf('document-types', { types: SOME.documentKinds }),
  snapshotOf('business-lines', {
    lines: [{ id: 'forwarder', title: 'freight forwarder', category: 'transport' }],
    phrases: [['cargo', 'forwarder']],
    groups: [],
    endings: [],
    parts: [],
    pairs: [],
    addresses: [],
    institutions: [],
    otherTrades: [],
  }),
  snapshotOf('geography', { countries: [['AE', name, region, position.latitude, position.longitude, '']], hubs: {} }),
];

describe('reference data of loaded snapshots', () =>
  referenceDataContract((loaded) =>
    loadSnapshots(loaded === 'nothing' ? [] : some, { country: 'GB', currency: 'GBP' }),
  ));
