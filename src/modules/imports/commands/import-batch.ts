import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { accept } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { RowAttributes } from '../../../domain/imports/fields.js';
import type { ReadRow } from '../../../domain/imports/read-row.js';
import type { RowToPlan, StatedAttributes } from '../../../domain/imports/plan-row.js';
import type { RowOutcome } from '../../../domain/imports/report.js';
import type { Remark } from '../../../domain/imports/visits.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Users } from '../../identity/queries/users.js';
import { TakeInInitiatives } from '../../initiatives/commands/take-in-initiatives.js';

/** A row of the file after reading: to be taken in, or refused already. */
export type BatchRow =
  | { readonly line: number; readonly row: ReadRow; readonly warnings: readonly Remark[] }
  | { readonly line: number; readonly row: null; readonly refusals: readonly Remark[] };

export interface BatchTarget {
  readonly viewer: Viewer;
  readonly portfolio: { readonly id: string; readonly key: string };
  readonly template: WorkflowTemplate;
  readonly isDryRun: boolean;
}

interface ReadyRow {
  readonly line: number;
  readonly row: RowToPlan;
  readonly warnings: readonly Remark[];
}

/**
 * Takes a batch of rows in, in one transaction: all of them or, where it fails, none. A row whose owner or sponsor is no
 * user is refused; an initiative for which no owner is stated is owned by who imports it.
 */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly users: Users,
    private readonly takeIn: TakeInInitiatives,
    private readonly clock: Clock,
  ) {}

  async run(target: BatchTarget, batch: readonly BatchRow[]): Promise<readonly RowOutcome[]> {
    const idByEmail = await this.idsByEmail(batch);
    const refused: RowOutcome[] = [];
    const ready: ReadyRow[] = [];
    for (const each of batch) {
      const refusals = each.row === null ? each.refusals : unknownPeople(each.row, idByEmail);
      if (each.row === null || refusals.length > 0) {
        refused.push({ line: each.line, outcome: 'REFUSED', remarks: refusals });
      } else {
        ready.push({ line: each.line, row: readyRow(each.row, target, idByEmail), warnings: each.warnings });
      }
    }
    return [...refused, ...(ready.length > 0 ? await this.takenIn(target, ready) : [])];
  }

  private async takenIn(
    { viewer, ...target }: BatchTarget,
    ready: readonly ReadyRow[],
  ): Promise<readonly RowOutcome[]> {
    const result = await this.work.run(async (tx) => {
      await this.takeIn.begin(tx);
      const stamp = { at: this.clock.now(), by: viewer.userId };
      return accept(await this.takeIn.run(tx, { ...target, rows: ready.map(({ row }) => row) }, stamp));
    });
    return (result.ok ? result.value : []).map(({ outcome, warnings }, position) => {
      const { line = 0, warnings: ownWarnings = [] } = ready[position] ?? {};
      return { line, outcome, remarks: [...ownWarnings, ...warnings] };
    });
  }

  private async idsByEmail(batch: readonly BatchRow[]): Promise<ReadonlyMap<string, string>> {
    const emails = new Set(batch.flatMap(({ row }) => (row === null ? [] : emailsOf(row).map(([, email]) => email))));
    if (emails.size === 0) {
      return new Map();
    }
    const found = await this.users.byEmails([...emails]);
    return new Map(found.filter(({ id }) => id !== SYSTEM_USER_ID).map(({ email, id }) => [email, id]));
  }
}

const emailsOf = ({ stated, assumed }: ReadRow): readonly (readonly [field: string, email: string])[] =>
  (['ownerEmail', 'sponsorEmail'] as const).flatMap((field) =>
    [stated[field], assumed[field]]
      .filter((email) => email !== undefined && email !== null)
      .map((email) => [field, email.toLowerCase()] as const),
  );

const unknownPeople = (row: ReadRow, idByEmail: ReadonlyMap<string, string>): readonly Remark[] =>
  emailsOf(row)
    .filter(([, email]) => !idByEmail.has(email))
    .map(([field, email]) => ({
      column: field,
      value: email,
      reason: `No user has the e-mail address ${email}: add the user first, or correct the address.`,
    }));

const readyRow = (
  row: ReadRow,
  { viewer, template }: BatchTarget,
  idByEmail: ReadonlyMap<string, string>,
): RowToPlan => ({
  externalRef: row.externalRef,
  stated: withPeople(row.stated, idByEmail),
  assumed: { ownerId: viewer.userId, ...withPeople(row.assumed, idByEmail) },
  course: row.course,
  assumedStage: row.assumedStage ?? template.stages[0]?.key ?? '',
});

const withPeople = (attributes: Partial<RowAttributes>, idByEmail: ReadonlyMap<string, string>): StatedAttributes => {
  const { ownerEmail, sponsorEmail, ...rest } = attributes;
  const idOf = (email: string): string => idByEmail.get(email.toLowerCase()) ?? '';
  return {
    ...rest,
    // An initiative always has an owner, so a map that says "none" says nothing.
    ...(ownerEmail ? { ownerId: idOf(ownerEmail) } : {}),
    ...(sponsorEmail === undefined ? {} : { sponsorId: sponsorEmail === null ? null : idOf(sponsorEmail) }),
  };
};
