import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { toldAt } from '../../../domain/findings/told-on.js';
import type { MuteDraft } from '../../../domain/findings/check-mute.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { FindingList, type ListedFinding } from '../queries/finding-list.js';

interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

/** A finding that somebody may mute, when and by whom. */
export interface OpenFinding {
  readonly finding: ListedFinding;
  readonly timeZone: string;
  readonly stamp: Stamp;
}

/** Conflicts with nobody who reads or writes; it is what `SettledKnowledge` waits for. */
const ANNOUNCE = 'LOCK TABLE finding_mute IN ROW EXCLUSIVE MODE';
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1 || ':finding mute', 6))`;

const OWN = `portfolio_id = $1 AND initiative_id IS NOT DISTINCT FROM $2::uuid AND code = $3 AND subject = $4 AND ended_at IS NULL`;
const END = `UPDATE finding_mute SET ended_at = greatest(muted_at, $5), ended_by = $6 WHERE ${OWN}`;
const BEGIN = `
  INSERT INTO finding_mute (id, portfolio_id, initiative_id, code, subject, reason, until, muted_at, muted_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** What muting and unmuting have in common. Open to no client by itself. */
@Injectable()
export class MuteBook {
  constructor(
    private readonly findings: FindingList,
    private readonly portfolios: Portfolios,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  /** The finding, if the viewer may know of it, to be muted by nobody else until the transaction ends; a member without the role is FORBIDDEN. */
  async open(viewer: Viewer, id: string, tx: Tx): Promise<OpenFinding | null> {
    await tx.query(ANNOUNCE);
    const at = this.clock.now();
    const seen = await this.findings.byId(id, dateAt(at, 'UTC'), tx);
    if (!seen || !requireAccess(viewer, 'finding:mute', seen.portfolioId)) {
      return null;
    }
    await tx.query(LOCK, [seen.initiativeId ?? seen.portfolioId]);
    const { timeZone } = await this.portfolios.get(seen.portfolioId, tx);
    const finding = await this.findings.byId(id, dateAt(at, timeZone), tx);
    return finding && { finding, timeZone, stamp: { at, by: viewer.userId } };
  }

  /** Ends the mute there is, also one whose last day has passed. */
  async end(tx: Tx, { portfolioId, initiativeId, code, subject }: ListedFinding, { at, by }: Stamp): Promise<void> {
    await tx.query(END, [portfolioId, initiativeId, code, subject, at, by]);
  }

  async begin(tx: Tx, finding: ListedFinding, { reason, until }: MuteDraft, stamp: Stamp): Promise<void> {
    const { portfolioId, initiativeId, code, subject } = finding;
    const values = [newId(), portfolioId, initiativeId, code, subject, reason, until, stamp.at, stamp.by];
    await tx.query(BEGIN, values);
    await this.note(tx, finding, stamp, 'finding.muted', { reason, until });
  }

  async note(
    tx: Tx,
    { id, portfolioId, initiativeId, code, subject }: ListedFinding,
    { at, by }: Stamp,
    action: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.run(tx, {
      initiativeId,
      portfolioId,
      at,
      actorId: by,
      action,
      subjectType: 'Finding',
      subjectId: id,
      changes: { code, subject, ...changes },
    });
  }

  /** The finding as it stands now. */
  async read(tx: Tx, { finding: { id }, timeZone, stamp: { at } }: OpenFinding): Promise<ListedFinding> {
    const finding = await this.findings.byId(id, dateAt(at, timeZone), tx);
    if (!finding) {
      throw new Error(`Finding ${id} is referred to but not there.`);
    }
    return toldAt(finding, at, timeZone);
  }
}
