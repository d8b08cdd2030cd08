import type { Hub } from '../../services/risk/facts/facts.ts';

const ALERT =
  'FinCEN and BIS joint alert FIN-2022-Alert003 of 28 June 2022: common transshipment points for controlled goods';
const COMPLIANCE_NOTE =
  'US Departments of Commerce, Treasury and Justice, Tri-Seal Compliance Note of 2 March 2023: transshipment points used to redirect restricted items';
const EU_GUIDANCE =
  'European Commission, guidance on enhanced due diligence against sanctions circumvention (2023): re-exports of common high priority items';
const UK_GUIDANCE =
  'UK Office of Trade Sanctions Implementation, Countering Russian sanctions evasion: guidance for exporters (7 January 2025): places with an elevated risk of diversion';
const PORT = "among the world's busiest container transshipment ports (UNCTAD, Review of Maritime Transport)";

const EAEU = 'in customs union with Russia (Eurasian Economic Union)';

/** Named, but most goods of the kind that go there stay there or go on to where they may. */
const diversion = (basis: string, ...zones: readonly string[]): Hub => ({
  kind: 'diversion',
  concern: 'named',
  basis,
  zones,
});
/** Named, and either in that customs union, a neighbour of it, or a centre of re-exports whose part in the trade authorities point out. */
const ofHighConcern = (basis: string, ...zones: readonly string[]): Hub => ({
  kind: 'diversion',
  concern: 'high',
  basis,
  zones,
});
const transit = (basis: string, ...zones: readonly string[]): Hub => ({ kind: 'transit', basis, zones });

/**
 * Well-known transshipment hubs and diversion points: every place that the alert of 2022, the note of 2023 and the guidance of 2025 name, and others.
 * `diversion` only where an authority named the place; `transit` where most goods that pass are in honest transit. What is of high concern is our own
 * judgement; the facts are public.
 */
export const HUBS: Readonly<Record<string, Hub>> = {
  AE: ofHighConcern(
    `${ALERT}; ${UK_GUIDANCE}`,
    'Jebel Ali Free Zone (AEJEA)',
    'Dubai Airport Freezone',
    'Sharjah Hamriyah and SAIF zones',
    'Ras Al Khaimah Economic Zone',
    'Fujairah Free Zone',
  ),
  AM: ofHighConcern(`${COMPLIANCE_NOTE}; ${ALERT}; ${UK_GUIDANCE}; ${EAEU}`, 'Zvartnots free economic zone'),
  AZ: diversion(EU_GUIDANCE, 'Alat Free Economic Zone'),
  BH: transit('regional re-export centre with free zones', 'Bahrain International Investment Park'),
  BR: diversion(ALERT),
  BS: transit(PORT, 'Freeport'),
  BY: ofHighConcern(
    'Council Regulation (EC) 765/2006 and UK Republic of Belarus (Sanctions) Regulations 2019: itself under controls, and in customs union with Russia',
  ),
  BZ: transit('free zone trade with neighbouring countries', 'Corozal Free Zone'),
  CL: transit('free zone trade with neighbouring countries', 'Iquique (ZOFRI)', 'Punta Arenas'),
  CN: diversion(
    `${COMPLIANCE_NOTE}; ${ALERT}; ${UK_GUIDANCE}`,
    'Shanghai Free Trade Zone',
    'Shenzhen Qianhai',
    'Tianjin',
  ),
  CW: transit('free zone trade in the Caribbean', 'Curaçao Free Zone'),
  CY: transit('free zone and freight-forwarding centre of the eastern Mediterranean', 'Larnaca', 'Limassol'),
  DJ: transit('gateway to Ethiopia with free zones', 'Djibouti International Free Trade Zone'),
  EG: transit(PORT, 'Port Said East', 'Suez Canal Economic Zone'),
  GE: ofHighConcern(ALERT, 'Poti and Kutaisi free industrial zones', 'Tbilisi'),
  HK: ofHighConcern(`${COMPLIANCE_NOTE}; ${UK_GUIDANCE}`, 'Hong Kong is a free port as a whole (HKHKG)'),
  IL: diversion(`${ALERT}; ${UK_GUIDANCE}`),
  IN: diversion(`${ALERT}; ${UK_GUIDANCE}`, 'Kandla', 'SEEPZ Mumbai'),
  JM: transit(PORT, 'Kingston Free Zone'),
  JO: transit('gateway to Iraq with free zones', 'Aqaba Special Economic Zone', 'Zarqa Free Zone'),
  KG: ofHighConcern(`${ALERT}; ${UK_GUIDANCE}; ${EAEU}`, 'Bishkek free economic zone', 'Naryn'),
  KZ: ofHighConcern(`${ALERT}; ${UK_GUIDANCE}; ${EAEU}`, 'Khorgos – Eastern Gate'),
  LK: transit(PORT, 'Colombo', 'Hambantota'),
  MA: transit(PORT, 'Tanger Med zones'),
  MD: diversion(EU_GUIDANCE, 'Giurgiulești International Free Port'),
  MN: diversion(UK_GUIDANCE),
  MO: ofHighConcern(`${COMPLIANCE_NOTE}; ${UK_GUIDANCE}`),
  MT: transit(PORT, 'Malta Freeport (Marsaxlokk)'),
  MU: transit('free port of the Indian Ocean', 'Mauritius Freeport'),
  MV: ofHighConcern(
    'US Department of Commerce, Bureau of Industry and Security (2023): shipments of semiconductors to Russia through the Maldives',
  ),
  MX: diversion(ALERT),
  MY: diversion(UK_GUIDANCE, 'Port Klang Free Zone', 'Tanjung Pelepas', 'Labuan'),
  NI: diversion(ALERT),
  OM: transit(PORT, 'Salalah Free Zone', 'Sohar Freezone', 'Duqm'),
  PA: transit(PORT, 'Colón Free Zone (PAONX)', 'Panamá Pacífico'),
  PY: transit('border trade with Brazil and Argentina', 'Ciudad del Este'),
  RS: diversion(`${ALERT}; ${UK_GUIDANCE}`, 'Belgrade', 'Pirot'),
  SG: diversion(ALERT, 'Singapore free trade zones (SGSIN, Changi)'),
  TH: diversion(UK_GUIDANCE, 'Laem Chabang'),
  TJ: ofHighConcern(ALERT, 'Panj and Dangara free economic zones'),
  TM: diversion(EU_GUIDANCE, 'Türkmenbaşy'),
  TR: ofHighConcern(
    `${COMPLIANCE_NOTE}; ${ALERT}; ${UK_GUIDANCE}`,
    'Mersin Free Zone',
    'Istanbul free zones',
    'İzmir (Aegean Free Zone)',
  ),
  TW: diversion(ALERT, 'Kaohsiung'),
  UY: transit('free zone trade with neighbouring countries', 'Montevideo Free Port', 'Colonia'),
  UZ: ofHighConcern(`${COMPLIANCE_NOTE}; ${ALERT}; ${UK_GUIDANCE}`, 'Navoi free economic zone'),
  VN: diversion(UK_GUIDANCE),
  ZA: diversion(ALERT, 'Coega', 'Richards Bay'),
};
