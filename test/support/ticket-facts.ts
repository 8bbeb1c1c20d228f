import type { Instant } from '../../src/domain/basics/instant.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import type { CounterReading, TicketSnapshot, WorklogSnapshot } from '../../src/domain/tickets/ticket.js';

/** Facts of tickets for specs: each helper makes something sound, and takes what should be otherwise. */

export const at = (text: string): Instant => text as Instant;

export const aSnapshot = (other: Partial<TicketSnapshot> = {}): TicketSnapshot => ({
  externalId: '10014',
  key: 'SCRUM-23',
  previousKeys: [],
  url: 'https://jira.example.org/browse/SCRUM-23',
  projectKey: 'SCRUM',
  parentExternalId: null,
  title: 'Train the counter staff',
  type: 'Task',
  statusName: 'In Progress',
  statusCategory: 'IN_PROGRESS',
  toldCategory: other.statusCategory ?? 'IN_PROGRESS',
  resolution: null,
  labels: ['change'],
  components: [],
  points: null,
  originalEstimateSeconds: null,
  timeSpentSeconds: null,
  remainingSeconds: null,
  assignee: null,
  createdAt: null,
  updatedAt: at('2026-03-02T09:00:00.000Z'),
  resolvedAt: null,
  revision: null,
  ...other,
});

export const aWorklog = (other: Partial<WorklogSnapshot> = {}): WorklogSnapshot => ({
  externalId: '10066',
  ticketExternalId: '10014',
  author: { externalId: 'u1', displayName: 'Ada Author' },
  localDate: '2026-03-02' as CalendarDate,
  seconds: 21_600,
  updatedAt: at('2026-03-02T09:00:00.000Z'),
  ...other,
});

export const aReading = (other: Partial<CounterReading> = {}): CounterReading => ({
  ticketExternalId: '10014',
  cumulativeSeconds: 9_000,
  previousSeconds: 5_400,
  by: { externalId: 'u1', displayName: 'Ada Author' },
  at: at('2026-03-02T09:00:00.000Z'),
  revision: null,
  ...other,
});
