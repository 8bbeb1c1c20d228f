import { lengthOf, tidy } from '../basics/text.js';
import type { CanonicalEvent, CounterReading, ExternalUser, TicketSnapshot, WorklogSnapshot } from './ticket.js';

const LONGEST_NAME = 200;
const LONGEST_TITLE = 1_000;
const LONGEST_URL = 2_000;
const LONGEST_ID = 300;
/** Of labels, and of components; of more the first are kept. */
export const MOST_LABELS = 50;
/** 68 years of seconds: no amount of work, and no count of changes. It is what the API can tell. */
const MOST_NUMBER = 2_147_483_647;

/** A text as it can be kept: without NUL, halves of characters and space at its ends, and cut off where it is too long. */
const kept = (text: string, longest: number): string => {
  const clean = tidy(text.replaceAll('\u0000', '').toWellFormed());
  return lengthOf(clean) > longest ? Array.from(clean).slice(0, longest).join('').trimEnd() : clean;
};

const keptIfAny = (text: string | null, longest: number): string | null =>
  (text === null ? null : kept(text, longest)) || null;

/** Texts as they can be kept, each once, none empty, and at most so many. */
export const keptList = (texts: readonly string[], most = MOST_LABELS): readonly string[] =>
  [...new Set(texts.map((text) => kept(text, LONGEST_NAME)))].filter((text) => text !== '').slice(0, most);

const keptNumber = (value: number | null): number | null =>
  value !== null && Number.isSafeInteger(value) && value >= 0 && value <= MOST_NUMBER ? value : null;

const keptUser = (user: ExternalUser | null): ExternalUser | null => {
  const externalId = user && kept(user.externalId, LONGEST_NAME);
  return user && externalId ? { externalId, displayName: keptIfAny(user.displayName, LONGEST_NAME) } : null;
};

const keptTicket = (ticket: TicketSnapshot): TicketSnapshot => {
  const externalId = kept(ticket.externalId, LONGEST_ID);
  const key = kept(ticket.key, LONGEST_NAME) || externalId;
  return {
    ...ticket,
    externalId,
    key,
    previousKeys: keptList(ticket.previousKeys),
    url: keptIfAny(ticket.url, LONGEST_URL),
    projectKey: keptIfAny(ticket.projectKey, LONGEST_NAME),
    parentExternalId: keptIfAny(ticket.parentExternalId, LONGEST_ID),
    title: kept(ticket.title, LONGEST_TITLE) || key,
    type: keptIfAny(ticket.type, LONGEST_NAME),
    statusName: keptIfAny(ticket.statusName, LONGEST_NAME),
    resolution: keptIfAny(ticket.resolution, LONGEST_NAME),
    labels: keptList(ticket.labels),
    components: keptList(ticket.components),
    originalEstimateSeconds: keptNumber(ticket.originalEstimateSeconds),
    timeSpentSeconds: keptNumber(ticket.timeSpentSeconds),
    remainingSeconds: keptNumber(ticket.remainingSeconds),
    assignee: keptUser(ticket.assignee),
    revision: keptNumber(ticket.revision),
  };
};

const keptWorklog = (worklog: WorklogSnapshot): WorklogSnapshot => ({
  ...worklog,
  externalId: kept(worklog.externalId, LONGEST_ID),
  ticketExternalId: kept(worklog.ticketExternalId, LONGEST_ID),
  author: keptUser(worklog.author),
  seconds: keptNumber(worklog.seconds) ?? 0,
});

const keptReading = (reading: CounterReading): CounterReading => ({
  ...reading,
  ticketExternalId: kept(reading.ticketExternalId, LONGEST_ID),
  cumulativeSeconds: keptNumber(reading.cumulativeSeconds) ?? 0,
  previousSeconds: keptNumber(reading.previousSeconds),
  by: keptUser(reading.by),
  revision: keptNumber(reading.revision),
});

/**
 * An event as it can be kept and worked with: what a tool lets people write may hold what a database cannot, or be longer than
 * anybody reads. Texts are cleaned and cut, numbers that are none or absurd are left out; at most 50 labels and 50 components.
 */
export const storable = (event: CanonicalEvent): CanonicalEvent => {
  switch (event.type) {
    case 'ticket.upserted':
      return { ...event, ticket: keptTicket(event.ticket) };
    case 'ticket.deleted':
    case 'ticket.restored':
      return {
        ...event,
        externalId: kept(event.externalId, LONGEST_ID),
        ticket: event.ticket && keptTicket(event.ticket),
      };
    case 'worklog.upserted':
      return { ...event, worklog: keptWorklog(event.worklog) };
    case 'worklog.deleted':
      return {
        ...event,
        externalId: kept(event.externalId, LONGEST_ID),
        ticketExternalId: keptIfAny(event.ticketExternalId, LONGEST_ID),
      };
    case 'effort.counter':
      return { ...event, ...keptReading(event) };
    case 'effort.carried':
      return {
        ...event,
        ticketExternalId: kept(event.ticketExternalId, LONGEST_ID),
        seconds: keptNumber(event.seconds) ?? 0,
      };
    case 'refetch':
      return {
        ...event,
        externalId: keptIfAny(event.externalId, LONGEST_ID),
        key: keptIfAny(event.key, LONGEST_NAME),
        worklogExternalId: keptIfAny(event.worklogExternalId, LONGEST_ID),
        why: kept(event.why, LONGEST_NAME),
      };
    case 'ignored':
    case 'unreadable':
      return event;
  }
};
