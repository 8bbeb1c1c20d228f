import { chance } from '../chance.js';

/** What a tool tells of a ticket at one moment; the moments are milliseconds. */
export interface TicketTelling {
  readonly kind: 'TICKET';
  /** From 1 on, without gaps. */
  readonly version: number;
  readonly at: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly label: string;
  /** All that was ever spent on it, and how much that was a version ago. */
  readonly seconds: number;
  readonly secondsBefore: number;
  readonly points: number;
}

/** What a tool tells of an entry of work on a ticket. */
export interface WorklogTelling {
  readonly kind: 'WORKLOG';
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly seconds: number;
  readonly isDeleted: boolean;
}

export type Telling = TicketTelling | WorklogTelling;

/** A ticket, and everything that is ever told of it, in order. */
export interface Life {
  /** Counted from 1 over all connections. */
  readonly number: number;
  readonly createdAt: number;
  readonly person: string;
  readonly tellings: readonly Telling[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUARTER_HOUR = 900;
const VERSIONS = 4;
const LOGS = 4;

/** The label by which a rule links a ticket to the initiative of this number. */
export const labelOf = (initiative: number): string => `initiative-${initiative}`;

/**
 * The life of a ticket, the same for the same number and seed: it is told of eight times in all. Totals grow and now and then
 * shrink, entries of work are edited and deleted, and every tenth ticket goes from one initiative to another.
 */
export const lifeOf = (
  number: number,
  { isLogged, initiatives, before }: { isLogged: boolean; initiatives: number; before: number },
): Life => {
  const draw = chance(number * 7_919);
  // Some numbers of this kind are near each other at first.
  draw(2);
  const createdAt = before - DAY * (2 + draw(20));
  const first = draw(initiatives);
  const second = number % 10 === 0 ? (first + 1) % initiatives : first;
  const ticketVersions = isLogged ? VERSIONS : VERSIONS + LOGS;
  const tickets: TicketTelling[] = [];
  let seconds = 0;
  for (let version = 1; version <= ticketVersions; version += 1) {
    const secondsBefore = seconds;
    seconds = version === 1 ? 0 : Math.max(0, seconds + QUARTER_HOUR * (draw(8) - 1));
    tickets.push({
      kind: 'TICKET',
      version,
      at: createdAt + version * MINUTE,
      title: `Ticket ${number}, version ${version}`,
      isDone: version === ticketVersions,
      label: labelOf(version * 2 > ticketVersions ? second : first),
      seconds,
      secondsBefore,
      points: 1 + draw(8),
    });
  }
  return {
    number,
    createdAt,
    person: `person-${number % 50}`,
    tellings: isLogged ? [...tickets, ...logsOf(number, createdAt, draw)] : tickets,
  };
};

/** Two entries: one is edited, the other edited or deleted. */
const logsOf = (number: number, createdAt: number, draw: (bound: number) => number): readonly WorklogTelling[] => {
  const isDeleted = draw(4) === 0;
  return [1, 2].flatMap((entry) =>
    [1, 2].map((version) => ({
      kind: 'WORKLOG' as const,
      id: String(number * 10 + entry),
      version,
      at: createdAt + (entry * 10 + version) * MINUTE,
      seconds: QUARTER_HOUR * (1 + draw(8)),
      isDeleted: isDeleted && entry === 2 && version === 2,
    })),
  );
};
