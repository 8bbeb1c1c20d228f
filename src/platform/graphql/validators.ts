import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import { parseDecimal } from '../../domain/basics/decimal.js';
import { compare } from '../../domain/basics/decimal.js';
import { tidy, unreadable } from '../../domain/basics/text.js';

const LONGEST_URL = 2_000;

const check = (
  name: string,
  isFine: (value: unknown) => boolean,
  message: (property: string) => string,
): PropertyDecorator =>
  ValidateBy({
    name,
    validator: { validate: isFine, defaultMessage: (context) => message(context?.property ?? 'It') },
  });

/** Absent means: leave as it is; null is a mistake where the field must hold something. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Null and absent are both fine. */
export const MayBeNull = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined && value !== null);

/** Cuts off space at the ends of a text, and makes one that nobody can see empty; a rule of the domain says what it must hold. */
export const Tidied = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value));

/** A text of at most `longest` characters that is not blank; space at its ends is cut off. */
export const Text = (longest: number): PropertyDecorator =>
  applyDecorators(
    Tidied(),
    check(
      'text',
      (value) => typeof value === 'string' && unreadable('', value, longest) === null,
      (property) => unreadable(property, '', longest) ?? '',
    ),
  );

/** A web address: http or https, at most 2,000 characters. */
export const WebAddress = (): PropertyDecorator =>
  check(
    'webAddress',
    (value) => typeof value === 'string' && value.length <= LONGEST_URL && isWebAddress(value),
    (property) => `${property} must be a web address that begins with http:// or https://.`,
  );

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** A whole number from `lowest` to `highest`. */
export const Whole = (lowest: number, highest: number): PropertyDecorator =>
  check(
    'whole',
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest,
    (property) => `${property} must be a whole number from ${lowest} to ${highest}.`,
  );

/** A decimal from `lowest` to `highest`. */
export const DecimalBetween = (lowest: string, highest: string): PropertyDecorator => {
  const bounds = [parseDecimal(lowest), parseDecimal(highest)] as const;
  return check(
    'decimalBetween',
    (value) => {
      const parsed = typeof value === 'string' ? parseDecimal(value) : null;
      const [low, high] = bounds;
      return (
        parsed !== null && low !== null && high !== null && compare(parsed, low) >= 0 && compare(parsed, high) <= 0
      );
    },
    (property) => `${property} must be a number from ${lowest} to ${highest}.`,
  );
};

/** A list of at least `fewest` and at most `most` entries. */
export const ListOf = (fewest: number, most: number): PropertyDecorator =>
  check(
    'listOf',
    (value) => Array.isArray(value) && value.length >= fewest && value.length <= most,
    (property) => `${property} must hold ${fewest} to ${most} entries.`,
  );
