import type { Rng } from './rng.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The number of a freight container of that owner (three letters), with its check digit (ISO 6346): "TDWU0001238". */
export function containerNumber(owner: string, rng: Rng): string {
  const body = `${owner}U${rng.digits(6)}`;
  return `${body}${checkDigit(body)}`;
}

/** A movement reference number: year, country, thirteen letters or digits, check digit (Union Customs Code, annex B). */
export function movementReference(year: number, country: string, serial: number, rng: Rng): string {
  const body = `${String(year % 100).padStart(2, '0')}${country}${rng.digits(4)}${serial.toString(36).toUpperCase().padStart(9, '0')}`;
  return `${body}${checkDigit(body)}`;
}

/** The check digit of ISO 6346: values by letter (multiples of 11 left out) weighted by powers of two, modulo 11, ten as zero. */
export function checkDigit(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += valueOf(body.charAt(i)) * 2 ** i;
  return (sum % 11) % 10;
}

function valueOf(symbol: string): number {
  if (symbol >= '0' && symbol <= '9') return Number(symbol);
  const plain = 10 + LETTERS.indexOf(symbol);
  return plain + Math.floor((plain - 1) / 10);
}
