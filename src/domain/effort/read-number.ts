import { parseDecimal, type Decimal } from '../basics/decimal.js';

export const DECIMAL_MARKS = ['POINT', 'COMMA'] as const;
/** What stands before the digits of a fraction. */
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** A value that was read, or a sentence on why it could not be. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const MARKS = { POINT: '.', COMMA: ',' } as const satisfies Record<DecimalMark, string>;
const VULGAR_FRACTIONS = { '¼': '25', '½': '5', '¾': '75' } as const;
const MOST_DIGITS = 12;
const MOST_DECIMALS = 10;

const VULGAR = /^(?<wholes>\d*)(?<fraction>[¼½¾])$/;
const GROUPED =
  /^(?<first>[1-9]\d{0,2})(?<separator>[ .,'’])(?<groups>\d{3}(?:\k<separator>\d{3})*)(?:(?<mark>[.,])(?<decimals>\d+))?$/;
const PLAIN = /^(?<wholes>\d*)(?<mark>[.,])(?<decimals>\d+)$/;
// What the parts of these patterns hold where they match.
interface Vulgar {
  readonly wholes: string;
  readonly fraction: keyof typeof VULGAR_FRACTIONS;
}
interface Grouped {
  readonly first: string;
  readonly separator: string;
  readonly groups: string;
  readonly mark?: string;
  readonly decimals?: string;
}
interface Plain {
  readonly wholes: string;
  readonly mark: string;
  readonly decimals: string;
}
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
  const vulgar = VULGAR.exec(text)?.groups as Vulgar | undefined;
  if (vulgar) {
    return numberOf(vulgar.wholes, VULGAR_FRACTIONS[vulgar.fraction]);
  }
  const grouped = GROUPED.exec(text)?.groups as Grouped | undefined;
  const plain = PLAIN.exec(text)?.groups as Plain | undefined;
  const mark = stated && MARKS[stated];
  if (grouped && plain && mark === null) {
    return unread(
      `"${text}" can be read in two ways: with ${markName(plain.mark)} for thousands or as the decimal mark. Say in the mapping which mark is the decimal one: "hours": { "decimal": "POINT" } or "COMMA".`,
    );
  }
  if (grouped && plain?.mark !== mark) {
    return isContradicted(grouped, mark)
      ? unread(otherwise(text, stated))
      : numberOf(grouped.first + grouped.groups.replaceAll(grouped.separator, ''), grouped.decimals ?? '');
  }
  if (plain) {
    return mark === null || plain.mark === mark
      ? numberOf(plain.wholes, plain.decimals)
      : unread(otherwise(text, stated));
  }
  return unread(`"${text}" is no number.`);
};

/** Whether a mark stands for thousands and a fraction at once, or for another of the two than is stated. */
const isContradicted = ({ separator, mark: own }: Grouped, stated: string | null): boolean =>
  separator === own || separator === stated || (stated !== null && own !== undefined && own !== stated);

const markName = (mark: string): string => (mark === ',' ? 'a comma' : 'a point');

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
