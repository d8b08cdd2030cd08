import type { Format } from '../format.ts';
import { malformedRow } from '../malformed.ts';
import { columnOf, csvColumns, readCsv } from '../read-csv.ts';
import { refuseRepeated } from '../refuse-repeated.ts';

/** No subheading can be judged before the oldest loaded edition of the Harmonized System; rates before it are not needed. */
const FIRST_DAY = '2017-01-01';

/** The European Central Bank's euro reference rates, "eurofxref-hist.csv": one row a working day, one column a currency. */
export const ecbRates: Format = {
  id: 'ecb-rates',
  description: 'euro foreign exchange reference rates of the European Central Bank, CSV (columns Date, USD, JPY, … GBP, CHF)',
  source: 'Euro foreign exchange reference rates, European Central Bank',
  licence: 'free to use with the source named',
  recognises: (file) => {
    const [first, ...rest] = csvColumns(file);
    return first === 'Date' && ['USD', 'JPY', 'GBP', 'CHF'].every((currency) => rest.includes(currency));
  },
  read(file) {
    const rows = readCsv(file);
    refuseRepeated(file, 'Date', columnOf(rows, 'Date'));
    const days = rows
      .map(({ line, record }) => {
        const day = record['Date']!;
        if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw malformedRow(file, line, 'Date', `"${day}" is no day`);
        const rates = Object.entries(record).filter(([currency, text]) => /^[A-Z]{3}$/.test(currency) && text.trim() !== '' && text !== 'N/A');
        const wrong = rates.find(([, text]) => !/^\d+(\.\d+)?$/.test(text));
        if (wrong !== undefined) throw malformedRow(file, line, wrong[0], `"${wrong[1]}" is no rate`);
        return { day, rates: Object.fromEntries(rates) };
      })
      .filter(({ day }) => day >= FIRST_DAY)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    return { piece: { piece: 'exchange-rates', base: 'EUR', days }, rows: rows.length };
  },
};
