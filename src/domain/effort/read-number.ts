import { parseDecimal, type Decimal } from '../basics/decimal.js';

export const DECIMAL_MARKS = ['POINT', 'COMMA'] as const;
/** What stands before the digits of a fraction. */
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** A value that was read, or a sentence on why it could not be. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const MARKS = { POINT: '.', COMMA: ',' } as const satisfies Record<DecimalMark, string>;
const VULGAR_FRACTIONS: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' };
const MOST_DIGITS = 12;
const MOST_DECIMALS = 10;

const VULGAR = /^(\d*)([¼½¾])$/;
const GROUPED = /^([1-9]\d{0,2})([ .,'’])(\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/;
const PLAIN = /^(\d*)([.,])(\d+)$/;
const WHOLE = /^\d+$/;

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const unread = (reason: string): Reading<never> => ({ ok: false, reason });

/**
 * Reads a number without a sign as people write it: `12.5` and `12,5`, thousands apart by point, comma, apostrophe or one
 * space (`1,234.5`, `1.234,5`, `1'234.5`), and `7½`. Which mark is the decimal one is told by the form. Where the form does
 * not tell (`1,234` is a thousand or one and a bit), only a stated mark decides; and a number that is not written by the
 * stated mark is refused. At most 12 digits before the mark and 10 after it.
 */
export const readNumber = (text: string, stated: DecimalMark | null): Reading<Decimal> => {
  if (WHOLE.test(text)) {
    return numberOf(text, '');
  }
  const [, wholes = '', vulgar = ''] = VULGAR.exec(text) ?? [];
  const fraction = VULGAR_FRACTIONS[vulgar];
  if (fraction !== undefined) {
    return numberOf(wholes, fraction);
  }
  const grouped = GROUPED.exec(text);
  const plain = PLAIN.exec(text);
  const mark = stated && MARKS[stated];
  if (grouped && plain && mark === null) {
    return unread(
      `"${text}" can be read in two ways: with ${markName(grouped[2])} for thousands or as the decimal mark. Say in the mapping which mark is the decimal one: "hours": { "decimal": "POINT" } or "COMMA".`,
    );
  }
  if (grouped && !(plain && grouped[2] === mark)) {
    const [, first = '', separator = '', groups = '', ownMark, decimals = ''] = grouped;
    return separator === ownMark || separator === mark || (mark !== null && ownMark !== undefined && ownMark !== mark)
      ? unread(otherwise(text, stated))
      : numberOf(first + groups.replaceAll(separator, ''), decimals);
  }
  if (plain) {
    const [, whole = '', ownMark = '', decimals = ''] = plain;
    return mark === null || ownMark === mark ? numberOf(whole, decimals) : unread(otherwise(text, stated));
  }
  return unread(`"${text}" is no number.`);
};

const markName = (mark: string | undefined): string => (mark === ',' ? 'a comma' : 'a point');

const otherwise = (text: string, stated: DecimalMark | null): string =>
  stated === null
    ? `"${text}" is no number: its marks contradict each other.`
    : `"${text}" is no number where the decimal mark is ${markName(MARKS[stated])}, as the mapping states.`;

const numberOf = (wholes: string, decimals: string): Reading<Decimal> => {
  const digits = wholes.replace(/^0+(?=\d)/, '') || '0';
  const value = parseDecimal(decimals === '' ? digits : `${digits}.${decimals}`);
  return value === null || digits.length > MOST_DIGITS
    ? unread(
        `The number has more than ${MOST_DIGITS} digits before the decimal mark, or more than ${MOST_DECIMALS} after it.`,
      )
    : read(value);
};
