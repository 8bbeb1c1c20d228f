import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { parseCalendarDate } from '../../domain/basics/calendar-date.js';
import { parseDecimal } from '../../domain/basics/decimal.js';
import { parseInstant } from '../../domain/basics/instant.js';
import { unstorable } from '../../domain/basics/text.js';
import { Unreadable } from './unreadable.js';

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);

const wrongType = (scalar: string, expected: string): GraphQLError =>
  new GraphQLError(`${scalar} takes ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });

const textOf = (scalar: string, expected: string, value: unknown): string => {
  if (typeof value !== 'string') {
    throw wrongType(scalar, expected);
  }
  return value;
};

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : { kind: node.kind };

@Scalar('DateTime')
export class DateTimeScalar implements CustomScalar<string, unknown> {
  description =
    'An instant, RFC 3339 with a zone, for instance `2026-01-20T09:30:00Z`; always answered in UTC with three decimals.';

  serialize = (value: unknown): string => value as string;

  parseValue = (value: unknown): unknown => {
    const text = textOf('DateTime', 'a text such as "2026-01-20T09:30:00Z"', value);
    return (
      parseInstant(text) ??
      new Unreadable(text, `${shown(text)} is not an instant; write it as 2026-01-20T09:30:00Z, with a zone.`)
    );
  };

  parseLiteral = (node: ValueNode): unknown => this.parseValue(literal(node));
}

@Scalar('Date')
export class DateScalar implements CustomScalar<string, unknown> {
  description = "A calendar date, `YYYY-MM-DD`, in the portfolio's time zone; years 0001 to 9999.";

  serialize = (value: unknown): string => value as string;

  parseValue = (value: unknown): unknown => {
    const text = textOf('Date', 'a text such as "2026-01-20"', value);
    return (
      parseCalendarDate(text) ??
      new Unreadable(text, `${shown(text)} is not a calendar date; write it as YYYY-MM-DD, for instance 2026-01-20.`)
    );
  };

  parseLiteral = (node: ValueNode): unknown => this.parseValue(literal(node));
}

@Scalar('Decimal')
export class DecimalScalar implements CustomScalar<string, unknown> {
  description =
    'A decimal number as a text, exact: `12.50` stays `12.50`. At most 20 digits before the point and 10 after it.';

  serialize = (value: unknown): string => value as string;

  parseValue = (value: unknown): unknown => {
    const expected = 'a text such as "12.50" (or a whole number), for a number with a fraction is not exact';
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw wrongType('Decimal', expected);
    }
    const text = typeof value === 'number' ? String(value) : textOf('Decimal', expected, value);
    return (
      parseDecimal(text) ??
      new Unreadable(text, `${shown(text)} is not a decimal; write digits with a point, for instance 12.50.`)
    );
  };

  parseLiteral = (node: ValueNode): unknown => this.parseValue(literal(node));
}

const MAX_JSON_DEPTH = 32;

const jsonProblem = (value: unknown, depth = 0): string | null => {
  if (depth > MAX_JSON_DEPTH) {
    return `JSON is nested more than ${MAX_JSON_DEPTH} deep.`;
  }
  if (typeof value === 'string') {
    const problem = unstorable(value);
    return problem ? `JSON ${problem}.` : null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, entry] of Object.entries(value)) {
    // Reading arguments into their classes loses these, or fails over them.
    if (key in Object.prototype) {
      return `JSON cannot hold a field named ${key}; take another name.`;
    }
    const problem = jsonProblem(key) ?? jsonProblem(entry, depth + 1);
    if (problem) {
      return problem;
    }
  }
  return null;
};

@Scalar('JSON')
export class JsonScalar implements CustomScalar<unknown, unknown> {
  description = `Any JSON value, at most ${MAX_JSON_DEPTH} deep.`;

  serialize = (value: unknown): unknown => value;

  parseValue = (value: unknown): unknown => {
    const problem = jsonProblem(value);
    return problem ? new Unreadable('', problem) : value;
  };

  parseLiteral = (node: ValueNode, variables?: unknown): unknown =>
    this.parseValue(valueFromASTUntyped(node, variables as Record<string, unknown> | undefined));
}
