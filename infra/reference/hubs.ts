import type { Hub } from '../../services/risk/facts/facts.ts';

const ALERT =
  'FinCEN and BIS joint alert FIN-2022-Alert003 of 28 June 2022: common transshipment points for controlled goods';
const COMPLIANCE_NOTE =
  'US Departments of Commerce, Treasury and Justice, Tri-Seal Compliance Note of 2 March 2023: transshipment points used to redirect restricted items';
const EU_GUIDANCE =
  'European Commission, guidance on enhanced due diligence against sanctions circumvention (2023): re-exports of common high priority items';
const PORT = "among the world's busiest container transshipment ports (UNCTAD, Review of Maritime Transport)";

const diversion = (basis: string, ...zones: readonly string[]): Hub => ({ kind: 'diversion', basis, zones });
const transit = (basis: string, ...zones: readonly string[]): Hub => ({ kind: 'transit', basis, zones });

/**
 * Well-known transshipment hubs and diversion points. `diversion` only where an authority named the place; `transit` where most
 * goods that pass are in honest transit. Our own selection; the facts are public.
 */
export const HUBS: Readonly<Record<string, Hub>> = {
  AE: diversion(
    ALERT,
    'Jebel Ali Free Zone (AEJEA)',
    'Dubai Airport Freezone',
    'Sharjah Hamriyah and SAIF zones',
    'Ras Al Khaimah Economic Zone',
    'Fujairah Free Zone',
  ),
  AM: diversion(COMPLIANCE_NOTE, 'Zvartnots free economic zone'),
  AZ: diversion(EU_GUIDANCE, 'Alat Free Economic Zone'),
  BH: transit('regional re-export centre with free zones', 'Bahrain International Investment Park'),
  BS: transit(PORT, 'Freeport'),
  BY: diversion(
    'Council Regulation (EC) 765/2006 and UK Republic of Belarus (Sanctions) Regulations 2019: itself under controls, and in customs union with Russia',
  ),
  BZ: transit('free zone trade with neighbouring countries', 'Corozal Free Zone'),
  CL: transit('free zone trade with neighbouring countries', 'Iquique (ZOFRI)', 'Punta Arenas'),
  CN: diversion(COMPLIANCE_NOTE, 'Shanghai Free Trade Zone', 'Shenzhen Qianhai', 'Tianjin'),
  CW: transit('free zone trade in the Caribbean', 'Curaçao Free Zone'),
  CY: transit('free zone and freight-forwarding centre of the eastern Mediterranean', 'Larnaca', 'Limassol'),
  DJ: transit('gateway to Ethiopia with free zones', 'Djibouti International Free Trade Zone'),
  EG: transit(PORT, 'Port Said East', 'Suez Canal Economic Zone'),
  GE: diversion(ALERT, 'Poti and Kutaisi free industrial zones', 'Tbilisi'),
  HK: diversion(COMPLIANCE_NOTE, 'Hong Kong is a free port as a whole (HKHKG)'),
  IN: diversion(ALERT, 'Kandla', 'SEEPZ Mumbai'),
  JM: transit(PORT, 'Kingston Free Zone'),
  JO: transit('gateway to Iraq with free zones', 'Aqaba Special Economic Zone', 'Zarqa Free Zone'),
  KG: diversion(ALERT, 'Bishkek free economic zone', 'Naryn'),
  KZ: diversion(ALERT, 'Khorgos – Eastern Gate'),
  LK: transit(PORT, 'Colombo', 'Hambantota'),
  MA: transit(PORT, 'Tanger Med zones'),
  MD: diversion(EU_GUIDANCE, 'Giurgiulești International Free Port'),
  MO: diversion(COMPLIANCE_NOTE),
  MT: transit(PORT, 'Malta Freeport (Marsaxlokk)'),
  MU: transit('free port of the Indian Ocean', 'Mauritius Freeport'),
  MV: diversion(
    'US Department of Commerce, Bureau of Industry and Security (2023): shipments of semiconductors to Russia through the Maldives',
  ),
  MX: diversion(ALERT),
  MY: transit(PORT, 'Port Klang Free Zone', 'Tanjung Pelepas', 'Labuan'),
  NI: diversion(ALERT),
  OM: transit(PORT, 'Salalah Free Zone', 'Sohar Freezone', 'Duqm'),
  PA: transit(PORT, 'Colón Free Zone (PAONX)', 'Panamá Pacífico'),
  PY: transit('border trade with Brazil and Argentina', 'Ciudad del Este'),
  RS: diversion(ALERT, 'Belgrade', 'Pirot'),
  SG: diversion(ALERT, 'Singapore free trade zones (SGSIN, Changi)'),
  TH: transit(PORT, 'Laem Chabang'),
  TJ: diversion(ALERT, 'Panj and Dangara free economic zones'),
  TM: diversion(EU_GUIDANCE, 'Türkmenbaşy'),
  TR: diversion(COMPLIANCE_NOTE, 'Mersin Free Zone', 'Istanbul free zones', 'İzmir (Aegean Free Zone)'),
  TW: diversion(ALERT, 'Kaohsiung'),
  UY: transit('free zone trade with neighbouring countries', 'Montevideo Free Port', 'Colonia'),
  UZ: diversion(COMPLIANCE_NOTE, 'Navoi free economic zone'),
  ZA: diversion(ALERT, 'Coega', 'Richards Bay'),
};
