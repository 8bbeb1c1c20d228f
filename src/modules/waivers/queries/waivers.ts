import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { waiverStatusOn, type WaiverFact, type WaiverStatus } from '../../../domain/gates/waiver.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { requireAccess } from '../../identity/access.js';

/** A waiver as it stands now. */
export interface Waiver {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly gateKey: string;
  readonly criterionKey: string;
  readonly status: WaiverStatus;
  readonly reason: string;
  readonly compensatingControl: string;
  readonly expiresOn: CalendarDate;
  readonly renewals: number;
  readonly requestedById: string;
  readonly requestedAt: Instant;
  readonly decidedById: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionComment: string | null;
  readonly revokedById: string | null;
  readonly revokedAt: Instant | null;
  readonly revokeReason: string | null;
}

/** Its status is the last step that was written down; what it comes to by now is for the domain. */
interface Row extends Waiver {
  readonly timeZone: string;
}

const WAIVER = `
  SELECT w.id, w.portfolio_id AS "portfolioId", w.initiative_id AS "initiativeId", w.gate_key AS "gateKey",
    w.criterion_key AS "criterionKey", w.status, w.reason, w.compensating_control AS "compensatingControl",
    w.expires_on AS "expiresOn", w.renewals, w.requested_by AS "requestedById", w.requested_at AS "requestedAt",
    w.decided_by AS "decidedById", w.decided_at AS "decidedAt", w.decision_comment AS "decisionComment",
    w.revoked_by AS "revokedById", w.revoked_at AS "revokedAt", w.revoke_reason AS "revokeReason", p.time_zone AS "timeZone"
  FROM waiver w JOIN portfolio p ON p.id = w.portfolio_id`;

const BY_IDS = `${WAIVER} WHERE w.id = ANY($1)`;
const OF_INITIATIVES = `
  ${WAIVER} WHERE w.initiative_id = ANY($1) ORDER BY w.initiative_id, w.requested_at DESC, w.id DESC`;

// Oldest expiry first, so that a run that is cut short has done what was due longest.
const INITIATIVES_WITH_LAPSED = `
  SELECT w.initiative_id AS id FROM waiver w
  WHERE w.portfolio_id = $1 AND w.status IN ('PENDING', 'APPROVED') AND w.expires_on < $2
  GROUP BY w.initiative_id ORDER BY min(w.expires_on), w.initiative_id`;
const LAPSED = `
  ${WAIVER} WHERE w.initiative_id = $1 AND w.status IN ('PENDING', 'APPROVED') AND w.expires_on < $2
  ORDER BY w.expires_on, w.id`;

@Injectable()
export class Waivers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  readonly byId = loader<string, Waiver | null>(
    async (ids) => new Map((await this.byIds(ids)).map((waiver) => [waiver.id, waiver])),
    () => null,
  );

  /** The waivers of an initiative, the one requested last first. */
  readonly ofInitiative = loader<string, readonly Waiver[]>(
    async (ids) => groupBy(await this.read(OF_INITIATIVES, [ids]), (waiver) => waiver.initiativeId),
    () => [],
  );

  byIds(ids: readonly string[], tx?: Tx): Promise<readonly Waiver[]> {
    return this.read(BY_IDS, [ids.filter(isId)], tx);
  }

  /** A waiver that is known to be there. */
  async get(id: string, tx: Tx): Promise<Waiver> {
    const [waiver] = await this.byIds([id], tx);
    if (!waiver) {
      throw new Error(`Waiver ${id} is referred to but not there.`);
    }
    return waiver;
  }

  /** The waiver with this id, as far as the viewer may know of it. */
  async seenBy(viewer: Viewer, id: string, tx?: Tx): Promise<Waiver | null> {
    const [waiver] = await this.byIds([id], tx);
    return requireAccess(viewer, 'portfolio:read', waiver?.portfolioId) ? (waiver ?? null) : null;
  }

  /** All waivers of many initiatives, by initiative; every initiative asked for has an entry. */
  async factsOf(initiativeIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly WaiverFact[]>> {
    const rows = groupBy(await this.database.rows<Row>(OF_INITIATIVES, [initiativeIds], tx), (row) => row.initiativeId);
    return new Map(initiativeIds.map((id) => [id, (rows.get(id) ?? []).map(factIn)]));
  }

  /** The initiatives of a portfolio with a waiver that is over by its date and not marked yet, the oldest expiry first. */
  async initiativesWithLapsed(portfolioId: string, today: CalendarDate): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(INITIATIVES_WITH_LAPSED, [portfolioId, today]);
    return rows.map(({ id }) => id);
  }

  /** The waivers of an initiative that are over by their date and not marked yet, the oldest expiry first. */
  lapsed(initiativeId: string, today: CalendarDate, tx: Tx): Promise<readonly Waiver[]> {
    return this.read(LAPSED, [initiativeId, today], tx);
  }

  private async read(sql: string, parameters: readonly unknown[], tx?: Tx): Promise<readonly Waiver[]> {
    const now = this.clock.now();
    return (await this.database.rows<Row>(sql, parameters, tx)).map((row) => waiverIn(row, now));
  }
}

const waiverIn = (row: Row, now: Instant): Waiver => {
  const { timeZone, ...waiver } = row;
  // A clock may be behind the one by which it was marked as over: what is written down is not undone by that.
  const status = waiver.status === 'EXPIRED' ? 'EXPIRED' : waiverStatusOn(factIn(row), dateAt(now, timeZone));
  return { ...waiver, status };
};

const factIn = (row: Row): WaiverFact => ({
  id: row.id,
  gateKey: row.gateKey,
  criterionKey: row.criterionKey,
  compensatingControl: row.compensatingControl,
  expiresOn: row.expiresOn,
  requestedBy: row.requestedById,
  requestedAt: row.requestedAt,
  // A waiver that was decided and is not DENIED was approved, whatever became of it since.
  decision:
    row.decidedById !== null && row.decidedAt !== null
      ? {
          outcome: row.status === 'DENIED' ? 'DENIED' : 'APPROVED',
          decidedBy: row.decidedById,
          decidedAt: row.decidedAt,
        }
      : null,
  revokedAt: row.revokedAt,
});
