import { invalid, type Refusal } from '../basics/result.js';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from './event-type.js';

export const WEBHOOK_FORMATS = ['STANDARD', 'CLOUD_EVENTS', 'SLACK', 'TEAMS'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** As many as one portfolio may have. */
export const MOST_ENDPOINTS = 20;
const LONGEST_URL = 2_000;

/** The kinds of events in the order of the list, each once. */
export const eventsInOrder = (events: readonly WebhookEventType[]): readonly WebhookEventType[] =>
  WEBHOOK_EVENT_TYPES.filter((type) => events.includes(type));

/**
 * An endpoint has an address nothing speaks against (`problem`, in words that follow on "The address"), of at most 2,000
 * characters, and at least one kind of event. INVALID otherwise.
 */
export const checkEndpoint = (
  endpoint: { readonly url: string; readonly events: readonly WebhookEventType[] },
  problem: string | null,
): readonly Refusal[] => [
  ...(problem === null ? [] : [invalid(['input', 'url'], `The address ${problem}.`)]),
  ...(endpoint.url.length > LONGEST_URL
    ? [invalid(['input', 'url'], `The address must have at most ${LONGEST_URL} characters.`)]
    : []),
  ...(endpoint.events.length === 0
    ? [invalid(['input', 'events'], 'Name at least one kind of event that is to be sent.')]
    : []),
];
