import type { MetricObjectWithValues, MetricValue } from 'prom-client';

/** The numbers of one process, as its registry tells them. */
export type Numbers = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What a server process needs to know of what was made ready for all of them. */
export interface Ground {
  /** Where the database is. */
  readonly url: string;
  /** Where a session of one's own is to be had, where a pooler is there; null: there too. */
  readonly directUrl: string | null;
  /** The role that the server takes there; null: none can be had. */
  readonly appRole: string | null;
  /** Where they listen. */
  readonly port: number;
}

/** What the first process of a program tells one that serves. */
export type ToServing =
  | { readonly tollgate: 'ground'; readonly ground: Ground }
  | { readonly tollgate: 'numbers?'; readonly id: number }
  | { readonly tollgate: 'metrics'; readonly id: number; readonly text: string }
  | { readonly tollgate: 'end' };

/** What it is told by one that serves. */
export type ToFirst =
  | { readonly tollgate: 'ground?' }
  | { readonly tollgate: 'ready'; readonly base: string }
  | { readonly tollgate: 'numbers'; readonly id: number; readonly numbers: Numbers }
  | { readonly tollgate: 'metrics?'; readonly id: number };

/** Whether a message is one of these, and not of a library. */
export const isOurs = (message: unknown): message is ToServing | ToFirst =>
  typeof message === 'object' && message !== null && 'tollgate' in message;
