/** Part numbers that one maker gives to one kind of goods: how they begin, and what they name. */
interface Family {
  readonly pattern: RegExp;
  readonly names: string;
}

/**
 * Prefixes as makers publish them in their catalogues and ordering guides; own compilation, only where a prefix is the maker's own for these goods.
 * Each pattern has to match a whole word.
 */
const FAMILIES: readonly (readonly [pattern: string, names: string])[] = [
  ['xc(?:[2-7][a-z]|95|[a-z]u|vu|ku|zu|zx|7[aksvz])[a-z0-9-]{2,}', 'field programmable gate array integrated circuit'],
  ['xq[rv]?[a-z0-9]{4,}[a-z0-9-]*', 'field programmable gate array integrated circuit'],
  [
    '(?:ep[1-5][a-z]{1,3}|5c[eg][a-z]|10[acm]{1,2}|1s[gxtd]|agf|epm|5ag)[a-z0-9]{2,}\\d[a-z0-9-]*',
    'field programmable gate array integrated circuit',
  ],
  ['(?:lcmxo|lfe\\d|ice40|lfxp\\d)[a-z0-9-]{2,}', 'field programmable gate array integrated circuit'],
  ['(?:a2f|m2s|m2gl|mpf|rt4g|a3p|apa|agl)\\d[a-z0-9-]*', 'field programmable gate array integrated circuit'],
  ['stm(?:32|8)[a-z0-9-]+', 'microcontroller integrated circuit'],
  ['(?:pic(?:10|12|16|18|24|32)|dspic)[a-z0-9-]+', 'microcontroller integrated circuit'],
  ['at(?:mega|tiny|xmega|sam)[a-z0-9-]+', 'microcontroller integrated circuit'],
  [
    '(?:esp32|esp8266|nrf5\\d|rp2040|gd32|msp430|mk\\d\\d|lpc\\d|efm32|r5f|r7f|s9k|spc5|sam[dlev]\\d|cy8c)[a-z0-9-]*',
    'microcontroller integrated circuit',
  ],
  ['(?:tms320|adsp|sharc)[a-z0-9-]+', 'digital signal processor integrated circuit'],
  ['(?:imx[678]|mimx|am335|am437|am572|omap)[a-z0-9-]*', 'processor integrated circuit'],
  [
    '(?:k4[abfr]|k9|mt4[0-9]|mt2[59]|mt5|h5[atw]|w25[qnx]|w9[4-8]|is4[1-6]|is6[1-6]|s25f|s29g|at2[458]|24[lac]{1,2}|25[lac]{1,2}|m24c|cy62|cy7c)[a-z0-9]{2,}[a-z0-9-]*',
    'memory integrated circuit',
  ],
  [
    '(?:ad\\d{3,5}|ad[flv]\\d{4}|adum\\d{4}|adis\\d{5}|lt[cm]?\\d{4}|max\\d{3,5}|opa\\d{3,4}|ina\\d{3}|ads\\d{3,4}|dac\\d{3,5}|tps\\d{4,5}|lm\\d{3,5}|tl0\\d\\d|ne5\\d\\d|hmc\\d{3,4}|sn74[a-z]+\\d+|74(?:hc|ls)\\d+|cd4\\d{3}|mcp\\d{4}|drv8\\d{3}|isl\\d{4})[a-z]{1,4}[a-z0-9-]*',
    'integrated circuit',
  ],
  [
    '(?:irf[a-z]?\\d{3}|bss1\\d\\d|2n\\d{4}|bc5\\d\\d|ipw\\d|ipp\\d|ao\\d{4}|si\\d{4}d|stp\\d|fqp\\d|c2m0|c3m0|sct\\d)[a-z0-9-]*',
    'transistor semiconductor',
  ],
  ['(?:1n\\d{4}|bat54|bav\\d\\d|bzx\\d|smbj|smaj|p6ke|ss\\d4|mbr\\d)[a-z0-9-]*', 'diode semiconductor'],
  ['(?:taj|tps[abcde]|t49[158]|t52\\d|293d|tcj|tr3)[a-e]?\\d{3}[a-z0-9]*', 'tantalum capacitor'],
  ['(?:grm|gcm|gjm|cl\\d\\d|c0[2468]\\d\\d|c1[28]\\d\\d|cc0|cga|vj0)[0-9a-z]{6,}', 'multilayer ceramic capacitor'],
  ['(?:rc0|erj|crcw|rk73|mcr0)[0-9a-z-]{4,}', 'fixed resistor'],
  ['(?:srr|slf|vlf|lqh|lqw|mss1|xal|ihlp)\\d[0-9a-z-]{3,}', 'inductor coil'],
  [
    'neo-?[678mp][a-z0-9-]*|zed-?f9[a-z0-9-]*|sam-?m[78]q|max-?m(?:8|10)[a-z]?|lea-?[m678][a-z0-9-]*',
    'satellite navigation receiver module',
  ],
  [
    'sim(?:800|808|868|7[0-9]{3}|900)[a-z0-9-]*|quectel|ec2[0-9]-?[a-z]*|bg9[56]-?[a-z0-9]*',
    'cellular radio modem module transmission apparatus',
  ],
  ['(?:6[0-4]|16|618|619|63|62)\\d{2}-?(?:2rs|zz|2z|2rsr|ddu|llu|rs|z)[a-z0-9/-]*', 'deep groove ball bearing'],
  ['(?:302|303|322|323|330|320|331|332)\\d{2}[a-z]?-?(?:jr|j2|a|x)?', 'tapered roller bearing'],
  ['(?:nu|nj|nup|nn|nf)-?[23]\\d{2}[a-z-]*', 'cylindrical roller bearing'],
  [
    '6es7[0-9a-z-]+|6gk\\d[0-9a-z-]+|fx[235]u-?[0-9a-z]+|cj[12][mwgh]-?[0-9a-z]+|1769-[a-z0-9]+|1756-[a-z0-9]+|1746-[a-z0-9]+',
    'programmable logic controller',
  ],
  ['(?:6sl3|6se[67]|atv\\d{2,3}|acs\\d{3})[0-9a-z-]*', 'frequency inverter drive static converter'],
  ['(?:lrs|hdr|ndr|edr|sdr|rsp|nes|mdr|dr)-\\d{2,4}-\\d{1,2}', 'switching power supply'],
  ['n5[12]\\d\\d[a-z]?|e4[48]\\d\\d[a-z]?|smb100[a-z]?|sma100[a-z]?|smw200[a-z]?|dsg\\d{3}[a-z]?', 'signal generator'],
  [
    'ds[1-8]\\d{3}[a-z-]*|dsox\\d{4}[a-z]?|msox?\\d{4}[a-z]?|tds\\d{3,4}[a-z]?|tbs\\d{4}[a-z]?|mdo\\d{3,4}|sds\\d{4}[a-z-]*|mso\\d{4}|rtb2\\d*|rto\\d{4}',
    'oscilloscope',
  ],
  [
    'n9[03]\\d\\d[a-z]?|fsv\\d*|fsw\\d*|fpl1\\d*|rsa\\d{3,4}[a-z]?|e5[0-9]{3}[a-z]|zna\\d*|znb\\d*|ms2[0-9]{3}[a-z]?',
    'spectrum network analyzer',
  ],
  ['ar-?15|akm?-?47|akm|ak-?74|m4a1|m16a[1-4]|hk416|sr-?25', 'rifle'],
];

const COMPILED: readonly Family[] = FAMILIES.map(([pattern, names]) => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  names,
}));

/** Letters and digits together, four or more; hyphens and strokes within. */
const SHAPE = /^(?=[a-z0-9/-]*\d)(?=[a-z0-9/-]*[a-z])[a-z0-9][a-z0-9/-]{2,}$/;

/** What a part number names; undefined where it is of no known family. @param word small letters */
export function goodsOfPartNumber(word: string): string | undefined {
  return SHAPE.test(word) ? COMPILED.find(({ pattern }) => pattern.test(word))?.names : undefined;
}
