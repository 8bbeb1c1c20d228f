import type { DataSource } from 'typeorm';
import type { LaidOut } from './lay-out.js';
import type { Load, WantedTicket } from './load.js';
import { nameOf, type Sent } from './send-all.js';

/** What does not stand as it should, a line each. */
export interface Reckoning {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Deliveries that were not settled at the first try. */
  readonly triedAgain: number;
}

interface DeliveryRow {
  readonly connectionId: string;
  readonly deliveryKey: string;
  readonly status: string;
  readonly repetitions: number;
  readonly attempts: number;
  readonly reason: string | null;
}

interface TicketRow {
  readonly connectionId: string;
  readonly externalId: string;
  readonly title: string;
  readonly statusCategory: string;
  /** The initiatives it is linked to. */
  readonly keys: readonly string[];
  /** How much oftener it was told to be linked than unlinked. */
  readonly told: number;
}

interface WorkRow {
  readonly connectionId: string;
  readonly work: string;
  readonly key: string;
  readonly seconds: number;
}

const DELIVERIES = `
  SELECT connection_id AS "connectionId", delivery_key AS "deliveryKey", status, repetitions, attempts, reason
  FROM inbound_delivery`;

const TICKETS = `
  WITH event AS (SELECT body::jsonb AS said FROM audit_event WHERE body LIKE '%"ticket.%linked"%'),
  told AS (
    SELECT (said ->> 'subjectId')::uuid AS id, sum(CASE said ->> 'action' WHEN 'ticket.linked' THEN 1 ELSE -1 END)::int AS count
    FROM event WHERE said ->> 'action' IN ('ticket.linked', 'ticket.unlinked') GROUP BY 1)
  SELECT t.connection_id AS "connectionId", t.external_id AS "externalId", t.title, t.status_category AS "statusCategory",
    ARRAY(SELECT i.key FROM ticket_link l JOIN initiative i ON i.id = l.initiative_id
          WHERE l.ticket_id = t.id AND l.unlinked_at IS NULL) AS keys,
    coalesce(told.count, 0) AS told
  FROM ticket t LEFT JOIN told ON told.id = t.id`;

const PIECE = `split_part(e.external_id, '/', 2) AS work`;
const SECONDS = 'round(sum(e.person_days) * 28800)::int AS seconds';

// Everything that was ever entered, and what took it back.
const LEDGER = `
  SELECT e.connection_id AS "connectionId", ${PIECE}, i.key, ${SECONDS}
  FROM effort_entry e JOIN initiative i ON i.id = e.initiative_id
  GROUP BY 1, 2, 3 HAVING sum(e.person_days) <> 0`;

const STANDING = `
  SELECT e.connection_id AS "connectionId", ${PIECE}, i.key, ${SECONDS}
  FROM effort_identity h JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on
  JOIN initiative i ON i.id = e.initiative_id
  GROUP BY 1, 2, 3`;

/** Compares what stands in the database with what a load, as it was answered, has to come to. */
export const reckon = async (source: DataSource, load: Load, laidOut: LaidOut, sent: Sent): Promise<Reckoning> => {
  const deliveries = await source.query<DeliveryRow[]>(DELIVERIES);
  const wanted = load.tickets.map((ticket) => ({
    ...ticket,
    connectionId: laidOut.connections[ticket.connection.place]?.id ?? '',
    key: laidOut.initiativeKeys.get(ticket.label) ?? '',
  }));
  const parts = [
    compareDeliveries(deliveries, sent),
    compareTickets(await source.query<TicketRow[]>(TICKETS), wanted),
    compareWork('the ledger', await source.query<WorkRow[]>(LEDGER), wanted),
    compareWork('what stands', await source.query<WorkRow[]>(STANDING), wanted),
  ];
  return {
    lost: parts.flatMap(({ lost }) => lost),
    doubled: parts.flatMap(({ doubled }) => doubled),
    triedAgain: deliveries.filter(({ attempts }) => attempts !== 1).length,
  };
};

type Part = Pick<Reckoning, 'lost' | 'doubled'>;
type Wanted = WantedTicket & { readonly connectionId: string; readonly key: string };

const SETTLED: ReadonlySet<string> = new Set(['APPLIED', 'DUPLICATE']);

const compareDeliveries = (rows: readonly DeliveryRow[], { answered }: Sent): Part => {
  const lost: string[] = [];
  const doubled: string[] = [];
  const missing = new Set(answered.keys());
  for (const { connectionId, deliveryKey, status, repetitions, reason } of rows) {
    const name = nameOf(connectionId, deliveryKey);
    const count = answered.get(name);
    if (count === undefined || !missing.delete(name)) {
      doubled.push(`delivery ${name}: it is there, and once more, or nobody sent it`);
      continue;
    }
    const { answers, tries } = count;
    if (!SETTLED.has(status)) {
      lost.push(`delivery ${name}: ${status} (${reason ?? ''})`);
    }
    // A try that was not answered may have been counted.
    if (repetitions < answers - 1) {
      lost.push(`delivery ${name}: ${repetitions} repetitions of ${answers - 1} counted`);
    }
    if (repetitions > tries - 1) {
      doubled.push(`delivery ${name}: ${repetitions} repetitions counted, ${tries - 1} sent`);
    }
  }
  return { lost: [...lost, ...[...missing].map((name) => `delivery ${name}: answered 200 and not kept`)], doubled };
};

const compareTickets = (rows: readonly TicketRow[], wanted: readonly Wanted[]): Part => {
  const lost: string[] = [];
  const doubled: string[] = [];
  const standing = new Map(rows.map((row) => [nameOf(row.connectionId, row.externalId), row]));
  for (const { connectionId, externalId, title, statusCategory, key } of wanted) {
    const name = nameOf(connectionId, externalId);
    const row = standing.get(name);
    standing.delete(name);
    if (row?.title !== title || row.statusCategory !== statusCategory || !row.keys.includes(key)) {
      lost.push(`ticket ${name}: ${JSON.stringify({ title, statusCategory, key })} came to ${JSON.stringify(row)}`);
    } else if (row.keys.length !== 1 || row.told !== 1) {
      doubled.push(`ticket ${name}: linked to ${row.keys.join(', ')}, told ${row.told} times`);
    }
  }
  return { lost, doubled: [...doubled, ...[...standing.keys()].map((name) => `ticket ${name}: nobody told of it`)] };
};

const compareWork = (where: string, rows: readonly WorkRow[], wanted: readonly Wanted[]): Part => {
  const lost: string[] = [];
  const doubled: string[] = [];
  const said = (name: string, seconds: number, right: number): void => {
    (seconds < right ? lost : doubled).push(`work ${name}: ${seconds} s in ${where}, ${right} s were told`);
  };
  const standing = new Map(
    rows.map(({ connectionId, work, key, seconds }) => [`${connectionId} ${work} ${key}`, seconds]),
  );
  for (const { connectionId, key, work } of wanted) {
    for (const [piece, right] of work) {
      const name = `${connectionId} ${piece} ${key}`;
      const seconds = standing.get(name) ?? 0;
      standing.delete(name);
      if (seconds !== right) {
        said(name, seconds, right);
      }
    }
  }
  standing.forEach((seconds, name) => {
    said(name, seconds, 0);
  });
  return { lost, doubled };
};
