import type convict from 'convict';
import type { AuthoritySettings, DeadlineSettings, ReferenceSettings, RetentionSettings } from '../settings.ts';

/** What the customs authority decides for itself. The values stand in config/default.yaml, so that none is a default by oversight. */
export const authority: convict.Schema<AuthoritySettings> = {
  country: { doc: 'Whose tariff the national digits of a code are checked against.', format: 'country', default: null },
  currency: { doc: 'Currency of unit values and of duty.', format: 'currency', default: null },
  timeZone: { doc: 'In which a calendar day begins and ends.', format: 'time-zone', default: null },
};

export const deadlines: convict.Schema<DeadlineSettings> = {
  containerisedSea: { doc: 'Answer after acceptance: sea, goods in containers.', format: 'time-span', default: null },
  sea: { doc: 'Answer after acceptance: sea, other goods.', format: 'time-span', default: null },
  rail: { doc: 'Answer after acceptance: rail.', format: 'time-span', default: null },
  road: { doc: 'Answer after acceptance: road.', format: 'time-span', default: null },
  air: { doc: 'Answer after acceptance: air.', format: 'time-span', default: null },
  mail: { doc: 'Answer after acceptance: mail.', format: 'time-span', default: null },
  fixedInstallation: { doc: 'Answer after acceptance: pipelines and cables.', format: 'time-span', default: null },
  inlandWater: { doc: 'Answer after acceptance: inland waterway.', format: 'time-span', default: null },
  otherwise: { doc: 'Answer after acceptance: mode not stated or not known.', format: 'time-span', default: null },
};

export const retention: convict.Schema<RetentionSettings> = {
  topics: {
    declarations: {
      doc: 'How long declaration events can be read again; at least the longest outage to be recovered from.',
      format: 'time-span',
      default: null,
    },
    assessments: {
      doc: 'How long assessments stay in Kafka; audit must have read them by then.',
      format: 'time-span',
      default: null,
    },
    referrals: { doc: 'How long referrals stay in Kafka.', format: 'time-span', default: null },
    notices: { doc: 'How long notices stay in Kafka.', format: 'time-span', default: null },
    deadLetters: { doc: 'How long a dead letter can be redriven.', format: 'time-span', default: null },
    outcomes: { doc: 'How long outcomes stay in Kafka.', format: 'time-span', default: null },
  },
  tables: {
    assessments: {
      doc: 'How long assessments are on record (dropped by whole months).',
      format: 'time-span',
      default: null,
    },
    events: {
      doc: 'How long a repeated event is known as a duplicate; longer than declaration events stay in Kafka.',
      format: 'time-span',
      default: null,
    },
    traderHistory: { doc: "How long a trader's earlier declarations count.", format: 'time-span', default: null },
    licenceHistory: {
      doc: 'How long it is on record what a licence in the register said before; the register itself stays as the authority gives it.',
      format: 'time-span',
      default: null,
    },
    outcomes: { doc: 'How long the findings of inspections are on record.', format: 'time-span', default: null },
    accesses: { doc: 'How long it is on record who read personal data.', format: 'time-span', default: null },
    redrives: { doc: 'How long redrives and their reasons are on record.', format: 'time-span', default: null },
  },
};

export const reference: convict.Schema<ReferenceSettings> = {
  licenceRegister: {
    doc: 'Whether a register of licences is to be loaded. none: this authority has none; every licence cited is unknown, and that is no fault of a process.',
    format: ['expected', 'none'],
    default: 'expected',
  },
  editionGrace: {
    doc: 'A process that cannot load the edition in force judges by the one before for so long, and is not ready after it.',
    format: 'time-span',
    default: null,
  },
  oldAfter: {
    tariff: { doc: 'The tariff is reported as old after this.', format: 'time-span', default: null },
    nomenclature: { doc: 'The nomenclature is reported as old after this.', format: 'time-span', default: null },
    exchangeRates: { doc: 'Exchange rates are reported as old after this.', format: 'time-span', default: null },
    usualRatios: {
      doc: 'Usual unit values and masses are reported as old after this.',
      format: 'time-span',
      default: null,
    },
    licences: { doc: 'The licence register is reported as old after this.', format: 'time-span', default: null },
  },
};
