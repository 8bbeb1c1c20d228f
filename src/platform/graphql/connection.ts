import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { parseCalendarDate } from '../../domain/basics/calendar-date.js';
import { parseInstant } from '../../domain/basics/instant.js';
import { unstorable } from '../../domain/basics/text.js';
import { fault } from '../faults.js';
import { isId } from '../ids.js';

@ObjectType({ description: 'Where a page stands in its list, as Relay defines it; paging goes forward only.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether something stands before this page: true once `after` was given.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first entry; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last entry, to be given as `after`; null on an empty page.',
  })
  endCursor: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** Declares `XConnection` and `XEdge` for a node type: edges, nodes, pageInfo, and totalCount where it is cheap. */
export const connectionTypes = (node: Type, name: string, plural: string, counted = false): Type => {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural} of a page, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Where this entry stands, to be given as `after`.' })
    cursor: string;

    @Field(() => node, { description: 'The entry.' })
    node: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: `The ${plural} of this page with their cursors.` })
    edges: EdgeType[];

    @Field(() => [node], { description: `The ${plural} of this page.` })
    nodes: unknown[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;
  }

  if (counted) {
    Field(() => Int, { description: `How many ${plural} there are on all pages.` })(
      ConnectionType.prototype,
      'totalCount',
    );
  }
  return ConnectionType;
};

const MOST = 100;
/** How many rows a page has where the question does not say. */
export const USUAL_PAGE = 25;

/** The number of entries asked for, 1 to `most`; null takes 25. */
export const pageSize = (asked: number | null | undefined, most = MOST): number => {
  const first = asked ?? USUAL_PAGE;
  if (first < 1 || first > most) {
    throw fault('BAD_USER_INPUT', `first must be from 1 to ${most}, and was ${first}.`);
  }
  return first;
};

export type CursorValue = string | number;

/** An opaque cursor: what it belongs to, and the sort values of the entry it stands for. */
export const encodeCursor = (list: string, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url');

/** What a sort value in a cursor may be: of any other it is no cursor of ours. */
const KINDS = {
  text: (value: unknown) => typeof value === 'string' && unstorable(value) === null,
  number: (value: unknown) => Number.isSafeInteger(value),
  date: (value: unknown) => typeof value === 'string' && parseCalendarDate(value) !== null,
  instant: (value: unknown) => typeof value === 'string' && parseInstant(value) !== null,
  id: (value: unknown) => typeof value === 'string' && isId(value),
} as const;

export type CursorKind = keyof typeof KINDS;

/** The sort values of a cursor, of the kinds given; one of another list, or one that was edited, is BAD_USER_INPUT. */
export const decodeCursor = (
  list: string,
  cursor: string | null | undefined,
  kinds: readonly CursorKind[],
): readonly CursorValue[] | null => {
  if (cursor === null || cursor === undefined) {
    return null;
  }
  try {
    const [from, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [
      unknown,
      ...CursorValue[],
    ];
    if (from === list && values.length === kinds.length && kinds.every((kind, place) => KINDS[kind](values[place]))) {
      return values;
    }
  } catch {
    // Falls through: whatever cannot be decoded is no cursor of ours.
  }
  throw fault(
    'BAD_USER_INPUT',
    'after is not a cursor of this list; take it from pageInfo.endCursor, and keep order and filter.',
  );
};

/** A page from rows that were asked for with one more than the page holds: the extra row tells whether more follow. */
export const pageOf = <T>(rows: readonly T[], first: number, after: unknown, cursorOf: (row: T) => string): Page<T> => {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
