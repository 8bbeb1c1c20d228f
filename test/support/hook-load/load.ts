import type { ConnectionSettings } from '../../../src/domain/tickets/connection-settings.js';
import type { TicketTool } from '../../../src/domain/tickets/ticket.js';
import { groupBy } from '../../../src/platform/graphql/loader.js';
import { chance } from '../chance.js';
import { lifeOf, type Life, type Telling, type TicketTelling } from './lives.js';
import { externalIdOf, HOURS_FIELD, WORDINGS, type Wording } from './wordings.js';

/** A connection of a load, by its place. */
export interface LoadConnection {
  readonly place: number;
  readonly tool: TicketTool;
  readonly settings: Partial<ConnectionSettings>;
}

/** A delivery to be sent; one that is repeated stands in a load several times. */
export interface LoadDelivery extends Wording {
  readonly connection: LoadConnection;
}

/** What has to stand of a ticket once all was told of it. */
export interface WantedTicket {
  readonly connection: LoadConnection;
  readonly externalId: string;
  readonly title: string;
  readonly statusCategory: string;
  readonly label: string;
  /** Seconds in the ledger by piece of work: of a running total the ticket's own id, else the ids of the entries. */
  readonly work: ReadonlyMap<string, number>;
}

export interface Load {
  readonly connections: readonly LoadConnection[];
  readonly initiatives: number;
  /** In the order in which they are sent. */
  readonly sends: readonly LoadDelivery[];
  readonly tickets: readonly WantedTicket[];
}

/** How much is sent, in which proportions, and when. */
export interface LoadSize {
  readonly deliveries: number;
  readonly tools: readonly TicketTool[];
  readonly initiatives: number;
  /** The instant of the sending, in milliseconds: some signatures hold for minutes only. */
  readonly sentAt: number;
}

const SETTINGS: Readonly<Record<TicketTool, Partial<ConnectionSettings>>> = {
  JIRA: { effort: 'WORKLOGS' },
  GITHUB: { effort: 'COUNTER', hoursField: HOURS_FIELD },
  GITLAB: { effort: 'COUNTER' },
  LINEAR: { effort: 'NONE' },
  AZURE_DEVOPS: { effort: 'COUNTER' },
  GENERIC: { effort: 'WORKLOGS' },
};

const TELLINGS = 8;
/** One delivery in ten comes again under its id, and one in twenty is told again under another. */
const REPEATED = 10;
const TOLD_AGAIN = 20;
/** How many other tickets begin before the next thing is told of one, and how far things come out of this order. */
const APART = 10;
const DISORDER = 30;

/**
 * A load of so many deliveries, and what has to stand after it: reckoned from what was told, by none of the product's own
 * code. Things come out of their order, so that many are stale when they come, and some twice before anything else.
 */
export const loadOf = ({ deliveries, tools, initiatives, sentAt }: LoadSize): Load => {
  const draw = chance(42);
  const connections = tools.map((tool, place) => ({ place, tool, settings: SETTINGS[tool] }));
  const repeated = Math.floor(deliveries / REPEATED);
  const again = Math.floor(deliveries / TOLD_AGAIN);
  const lives = livesOf(deliveries - repeated - again, { connections, initiatives, sentAt });
  const anywhere = (): number => draw(lives.length + APART * TELLINGS);
  const word = ({ life, connection }: OwnedLife, telling: Telling): LoadDelivery => ({
    connection,
    ...WORDINGS[connection.tool](life, telling, sentAt),
  });
  const told = lives.flatMap((owned, place) =>
    owned.tellings.map((telling, nth) => ({ owned, telling, rank: place + nth * APART + draw(DISORDER) })),
  );
  const first = told.map(({ owned, telling, rank }) => ({ rank, delivery: word(owned, telling) }));
  const second = Array.from({ length: again }, () => {
    const { owned, telling } = pick(told, draw);
    return { rank: anywhere(), delivery: word(owned, telling) };
  });
  const fresh = [...first, ...second];
  const third = Array.from({ length: repeated }, () => ({ rank: anywhere(), delivery: pick(fresh, draw).delivery }));
  return {
    connections,
    initiatives,
    sends: [...fresh, ...third].sort((a, b) => a.rank - b.rank).map(({ delivery }) => delivery),
    tickets: lives.map(wantedOf),
  };
};

interface OwnedLife {
  readonly life: Life;
  readonly connection: LoadConnection;
  /** As much of it as is told. */
  readonly tellings: readonly Telling[];
}

const pick = <T>(values: readonly T[], draw: (bound: number) => number): T => values[draw(values.length)] as T;

const livesOf = (
  tellings: number,
  { connections, initiatives, sentAt }: { connections: readonly LoadConnection[]; initiatives: number; sentAt: number },
): readonly OwnedLife[] =>
  Array.from({ length: Math.ceil(tellings / TELLINGS) }, (_, index) => {
    const connection = connections[index % connections.length] as LoadConnection;
    const isLogged = connection.settings.effort === 'WORKLOGS';
    const life = lifeOf(index + 1, { isLogged, initiatives, before: sentAt });
    return { life, connection, tellings: life.tellings.slice(0, tellings - index * TELLINGS) };
  });

const lastOf = <T extends { readonly version: number }>(tellings: readonly T[]): T =>
  tellings.reduce((last, each) => (each.version > last.version ? each : last));

const wantedOf = ({ life, connection, tellings }: OwnedLife): WantedTicket => {
  const externalId = externalIdOf(connection.tool, life);
  const last = lastOf(tellings.filter((telling) => telling.kind === 'TICKET'));
  return {
    connection,
    externalId,
    title: last.title,
    statusCategory: last.isDone ? 'DONE' : OPEN[connection.tool],
    label: last.label,
    work: workOf(externalId, connection, last, tellings),
  };
};

const OPEN: Readonly<Record<TicketTool, string>> = {
  JIRA: 'IN_PROGRESS',
  GITHUB: 'TODO',
  GITLAB: 'TODO',
  LINEAR: 'IN_PROGRESS',
  AZURE_DEVOPS: 'IN_PROGRESS',
  GENERIC: 'IN_PROGRESS',
};

const workOf = (
  externalId: string,
  { settings }: LoadConnection,
  last: TicketTelling,
  tellings: readonly Telling[],
): ReadonlyMap<string, number> => {
  switch (settings.effort) {
    case 'COUNTER':
      return new Map(last.seconds === 0 ? [] : [[externalId, last.seconds]]);
    case 'WORKLOGS': {
      const logs = groupBy(
        tellings.filter((telling) => telling.kind === 'WORKLOG'),
        ({ id }) => id,
      );
      const standing = [...logs].map(([id, versions]) => [id, lastOf(versions)] as const);
      return new Map(standing.filter(([, { isDeleted }]) => !isDeleted).map(([id, { seconds }]) => [id, seconds]));
    }
    case 'NONE':
    case undefined:
      return new Map();
  }
};
