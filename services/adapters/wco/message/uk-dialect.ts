import type { XmlDialect } from '../../xml/xml-dialect.ts';
import { classify } from './classify.ts';

/** The UK's form of the WCO Data Model, and what its gateways send around it. Takes every message: one that is nothing of this world is refused. */
export const UK_DIALECT: XmlDialect = {
  format: 'WCO Data Model XML in the form of the United Kingdom',
  messagesIn: classify,
};
