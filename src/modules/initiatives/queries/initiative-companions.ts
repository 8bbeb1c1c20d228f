import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { batchLoader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';
import { Users } from '../../identity/queries/users.js';
import { INITIATIVE_COLUMNS } from './initiatives.js';

/** What nearly everybody asks for who asks for an initiative: read with it, in the same statement. */
export interface Companions {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly ownerDeactivatedAt: Instant | null;
  /** Of its portfolio. */
  readonly timeZone: string;
  /** The clock of the stage it stands in: since when it runs, or how many days it had when it stopped. */
  readonly clockSince: CalendarDate | null;
  readonly clockDays: number | null;
  /** How many events its audit trail has. */
  readonly trailLength: number;
  /** What it came to when it was looked at last; null before the first time. */
  readonly health: Health | null;
  readonly healthReason: string | null;
  /** Nothing that was written since, and no time that passed, can have made it another one. */
  readonly isSettled: boolean;
}

// The trail by a question for each row: as a join it is read whole where a page is a good part of a portfolio.
/** The columns of `Companions` beside an initiative `i`, as of the instant at this place, for `COMPANY`. */
export const companionColumns = (now: string): string => `
  o.name AS "ownerName", o.email AS "ownerEmail", o.deactivated_at AS "ownerDeactivatedAt", p.time_zone AS "timeZone", i.clock_since AS "clockSince",
  i.clock_days AS "clockDays", coalesce((SELECT h.sequence FROM audit_chain h WHERE h.chain = 'initiative:' || i.id), 0) AS "trailLength", n.health, n.health_reason AS "healthReason",
  coalesce(n.due_at > ${now} AND n.looked_at <= ${now}, false)
    AND NOT EXISTS (SELECT 1 FROM initiative_change c WHERE c.portfolio_id = i.portfolio_id)
    AND NOT EXISTS (SELECT 1 FROM pending_mark m WHERE m.portfolio_id = i.portfolio_id) AS "isSettled"`;

export const COMPANY = `
  JOIN app_user o ON o.id = i.owner_id
  JOIN portfolio p ON p.id = i.portfolio_id
  LEFT JOIN initiative_insight n ON n.initiative_id = i.id`;

const BY_IDS = `
  SELECT i.id, i.owner_id AS "ownerId", ${companionColumns('$2::timestamptz')} FROM initiative i ${COMPANY} WHERE i.id = ANY($1)`;

const whole = (where: string): string => `
  SELECT ${INITIATIVE_COLUMNS}, ${companionColumns('$2::timestamptz')} FROM initiative i ${COMPANY} WHERE ${where}`;
const WHOLE_BY_ID = whole('i.id = $1');
const WHOLE_BY_KEY = whole('i.key = $1');

@Injectable()
export class InitiativeCompanions {
  constructor(
    private readonly database: Database,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** Of an initiative, which is there. */
  readonly of = batchLoader<string, Companions>(
    async (ids) => {
      const found = new Map((await this.read(ids)).map((companions) => [companions.id, companions]));
      return ids.map((id) => found.get(id) ?? new Error(`Initiative ${id} is referred to but not there.`));
    },
    (id) => id,
  );

  /** Notes what was read with initiatives, so that the request does not ask for it. */
  note(scope: object, read: readonly Companions[]): void {
    for (const companions of read) {
      this.of.note(scope, companions.id, companions);
      this.users.byId.note(scope, companions.ownerId, {
        id: companions.ownerId,
        name: companions.ownerName,
        email: companions.ownerEmail,
        deactivatedAt: companions.ownerDeactivatedAt,
      });
    }
  }

  /** The initiative with this id, as far as the viewer may know of it, with its companions noted. */
  seenBy(scope: object, viewer: Viewer, id: string): Promise<Initiative | null> {
    return isId(id) ? this.readSeen(scope, viewer, WHOLE_BY_ID, id) : Promise.resolve(null);
  }

  seenByKey(scope: object, viewer: Viewer, key: string): Promise<Initiative | null> {
    return this.readSeen(scope, viewer, WHOLE_BY_KEY, key);
  }

  private async readSeen(scope: object, viewer: Viewer, sql: string, name: string): Promise<Initiative | null> {
    const row = await this.database.row<Initiative & Companions>(sql, [name, this.clock.now()]);
    if (!requireAccess(viewer, 'portfolio:read', row?.portfolioId) || row === null) {
      return null;
    }
    this.note(scope, [row]);
    return row;
  }

  /** As they are now, whatever the request knows of them. */
  read(ids: readonly string[]): Promise<readonly Companions[]> {
    return this.database.rows<Companions>(BY_IDS, [ids, this.clock.now()]);
  }
}
