import type { Chance } from '../chance.ts';

const HOME_STEMS = ['Alder Creek', 'Bayhead', 'Blue Mesa', 'Cedar Point', 'Copperline', 'Crosswind', 'Dogwood', 'Eastgate', 'Fairhaven', 'Fallbrook', 'Granite Ridge', 'Harborview', 'Ironbridge', 'Juniper', 'Kestrel', 'Lakeshore', 'Larkfield', 'Lone Star', 'Meridian', 'Millrace', 'Northfork', 'Oakhurst', 'Palisade', 'Pinnacle', 'Prairie', 'Quarry Hill', 'Redwood', 'Riverbend', 'Sable', 'Sawtooth', 'Silver Fork', 'Stonegate', 'Summit', 'Tamarack', 'Tidewater', 'Union Square', 'Vantage', 'Westbrook', 'Whitewater', 'Yellowpine'];
const HOME_TRADES = ['Brands', 'Components', 'Distribution', 'Equipment', 'Global Supply', 'Goods', 'Industrial', 'Instruments', 'International', 'Manufacturing', 'Merchandise', 'Outfitters', 'Products', 'Sourcing', 'Supply', 'Systems', 'Technologies', 'Trading'];
const HOME_FORMS = ['Inc.', 'LLC', 'Corp.', 'Co.'];
const STEMS = ['Akara', 'Alpenland', 'Anhui Star', 'Arcovia', 'Baltica', 'Bellmare', 'Castelnuovo', 'Cordillera', 'Dalmara', 'Delta Nova', 'Evergrand', 'Ferrosa', 'Golden Reed', 'Hanbit', 'Helvetica', 'Hoshizora', 'Isarwerk', 'Jade River', 'Kadeko', 'Kirana', 'Lotus Field', 'Lumina', 'Maritsa', 'Mekong Pearl', 'Monteverde', 'Nordlys', 'Nova Terra', 'Orchidea', 'Pacifica', 'Pampas', 'Rheintal', 'Sakura Mills', 'Serrana', 'Shanti', 'Solaris', 'Sunrise', 'Taiyo', 'Tessera', 'Ursus', 'Vega', 'Vistula', 'Yarrow', 'Zenit'];
const TRADES = ['Components', 'Electronics', 'Export', 'Foods', 'Group', 'Handel', 'Holdings', 'Import', 'Industries', 'Industrial', 'Instruments', 'Machinery', 'Manufacturing', 'Mills', 'Products', 'Supply', 'Systems', 'Technology', 'Textiles', 'Trading', 'Works'];
const FORMS: Readonly<Record<string, string>> = { AE: 'FZE', AT: 'GmbH', BE: 'NV', BR: 'Ltda', CH: 'AG', CN: 'Co., Ltd.', CZ: 's.r.o.', DE: 'GmbH', DK: 'A/S', ES: 'S.L.', FI: 'Oy', FR: 'SAS', GB: 'Ltd', HK: 'Limited', IE: 'Ltd', IN: 'Pvt. Ltd.', IT: 'S.r.l.', JP: 'K.K.', KR: 'Co., Ltd.', MX: 'S.A. de C.V.', MY: 'Sdn. Bhd.', NL: 'B.V.', NO: 'AS', PL: 'Sp. z o.o.', PT: 'Lda', SE: 'AB', SG: 'Pte. Ltd.', TH: 'Co., Ltd.', TR: 'A.S.', TW: 'Co., Ltd.', VN: 'Co., Ltd.' };
const HUB_STEMS = ['Al Noor', 'Bosphorus', 'Creekside', 'Crescent', 'Falcon', 'Harbour Link', 'Island', 'Orient', 'Pearl Bridge', 'Straits', 'Swift Cargo', 'Trans Gulf'];
const HUB_TRADES = ['Cargo Services', 'Forwarding', 'Freight', 'General Trading', 'Logistics', 'Shipping & Forwarding'];
const STREETS = ['Canal', 'Commerce', 'Depot', 'Dock', 'Foundry', 'Harbor', 'Industrial', 'Market', 'Mill', 'Station', 'Terminal', 'Warehouse'];

/** Names of companies that do not exist. Each source of names gives each only once. */
export interface Names {
  readonly atHome: () => string;
  readonly abroad: (country: string) => string;
  readonly forwarder: (country: string) => string;
  readonly street: () => string;
}

export function createNames(chance: Chance): Names {
  const given = new Set<string>();
  const once = (make: () => string): string => {
    for (let name = make(); ; name = make()) {
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
  return {
    atHome: () => once(() => `${chance.pick(HOME_STEMS)} ${chance.pick(HOME_TRADES)} ${chance.pick(HOME_FORMS)}`),
    abroad: (country) => once(() => `${chance.pick(STEMS)} ${chance.pick(TRADES)} ${FORMS[country] ?? 'S.A.'}`),
    forwarder: (country) => once(() => `${chance.pick(HUB_STEMS)} ${chance.pick(HUB_TRADES)} ${FORMS[country] ?? 'LLC'}`),
    street: () => `${String(chance.whole(1, 480))} ${chance.pick(STREETS)} Road`,
  };
}
