import { keepable } from './read-delivery.js';

/** What adapters and people need of the headers. What proves who sent it is not among them, and is never stored. */
const KEPT: ReadonlySet<string> = new Set([
  'content-type',
  'user-agent',
  'x-request-id',
  'x-atlassian-webhook-identifier',
  'x-atlassian-webhook-retry',
  'x-atlassian-webhook-flow',
  'x-github-event',
  'x-github-delivery',
  'x-github-hook-id',
  'x-github-hook-installation-target-type',
  'x-github-hook-installation-target-id',
  'x-gitlab-event',
  'x-gitlab-event-uuid',
  'x-gitlab-instance',
  'x-gitlab-webhook-uuid',
  'idempotency-key',
  'webhook-id',
  'webhook-timestamp',
  'linear-event',
  'linear-delivery',
  'linear-timestamp',
  'x-vss-activityid',
]);

/** The headers of a delivery that are kept with it, each of at most 300 characters. */
export const keptHeaders = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const kept = KEPT.has(name) ? keepable(value) : null;
      return kept === null ? [] : [[name, kept]];
    }),
  );
