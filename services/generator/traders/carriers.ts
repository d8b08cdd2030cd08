import type { Mode } from '../places/home.ts';
import type { Carrier } from './trader.ts';

/** Carriers that do not exist. The three letters of a sea carrier are also the owner code of its containers. */
const CARRIERS: readonly Carrier[] = [
  { name: 'Tidewater Pacific Line', code: 'TPL', mode: 'sea', service: 'direct' },
  { name: 'Great Circle Container Line', code: 'GCQ', mode: 'sea', service: 'hub' },
  { name: 'Northern Star Shipping', code: 'NQS', mode: 'sea', service: 'direct' },
  { name: 'Blue Anchor Lines', code: 'BQA', mode: 'sea', service: 'hub' },
  { name: 'Meridian Ocean Services', code: 'MQO', mode: 'sea', service: 'hub' },
  { name: 'Cape and Orient Line', code: 'CQO', mode: 'sea', service: 'direct' },
  { name: 'Skyreach Cargo', code: 'SQC', mode: 'air', service: 'direct' },
  { name: 'Condor Freight Airways', code: 'CQF', mode: 'air', service: 'direct' },
  { name: 'Polar Arc Air Cargo', code: 'PQA', mode: 'air', service: 'hub' },
  { name: 'Interstate Haulage', code: 'IQH', mode: 'road', service: 'direct' },
  { name: 'Border Link Trucking', code: 'BQL', mode: 'road', service: 'direct' },
];

export const carriersBy = (mode: Mode): readonly Carrier[] => CARRIERS.filter((carrier) => carrier.mode === mode);
