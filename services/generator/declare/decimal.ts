import { type DecimalText, knownDecimal } from '../../risk/declaration/decimal-text.ts';

/** A whole number of 10^-scale parts as a plain decimal without trailing zeros: 1250 hundredths are "12.5". */
export function decimal(parts: number, scale: number): DecimalText {
  const unit = 10 ** scale;
  const whole = Math.floor(parts / unit);
  const rest = parts - whole * unit;
  return knownDecimal(
    rest === 0 ? String(whole) : `${String(whole)}.${String(rest).padStart(scale, '0').replace(/0+$/, '')}`,
  );
}
