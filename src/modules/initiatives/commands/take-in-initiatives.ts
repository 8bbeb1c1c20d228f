import { Injectable } from '@nestjs/common';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import {
  planChange,
  planNew,
  type ChangePlan,
  type NewPlan,
  type RowToPlan,
  type Standing,
} from '../../../domain/imports/plan-row.js';
import type { Remark } from '../../../domain/imports/visits.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Templates } from '../../templates/queries/templates.js';
import { InitiativeIntakeRepository } from '../persistence/initiative-intake.repository.js';
import { attributesOf, type Stamp } from '../persistence/initiative.repository.js';
import { InitiativesByReference, type StandingRow } from '../queries/initiatives-by-reference.js';
import { changedByImport, createdByImport } from './intake-records.js';

export interface Intake {
  readonly portfolio: { readonly id: string; readonly key: string };
  /** For new initiatives; one that stands keeps its own version. */
  readonly template: WorkflowTemplate;
  /** No externalRef twice. */
  readonly rows: readonly RowToPlan[];
  /** True: only tell what would become of each row. */
  readonly isDryRun: boolean;
}

/** What became of a row, in the order of the rows. */
export interface TakenIn {
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
  readonly warnings: readonly Remark[];
}

type Planned =
  | { readonly row: RowToPlan; readonly standing: null; readonly plan: NewPlan }
  | { readonly row: RowToPlan; readonly standing: StandingRow; readonly plan: ChangePlan };
type PlannedNew = Extract<Planned, { standing: null }>;
type PlannedChange = Exclude<Planned, { standing: null }>;

/**
 * Takes rows of another register in, within the transaction of the caller, who has checked that the viewer may: by
 * externalRef each is created, or changed where the row says otherwise, as one new version with one audit event. It moves
 * no initiative that was moved here since.
 */
@Injectable()
export class TakeInInitiatives {
  constructor(
    private readonly initiatives: InitiativesByReference,
    private readonly repository: InitiativeIntakeRepository,
    private readonly templates: Templates,
    private readonly audit: AppendAudit,
  ) {}

  /** Says that rows are about to be taken in: the stamp of `run` is made after it, so that an answer as of then waits. */
  begin(tx: Tx): Promise<void> {
    return this.repository.announce(tx);
  }

  async run(tx: Tx, intake: Intake, stamp: Stamp): Promise<readonly TakenIn[]> {
    const standing = await this.initiatives.lock(
      tx,
      intake.portfolio.id,
      intake.rows.map(({ externalRef }) => externalRef),
    );
    const stageKeys = await this.stageKeys(tx, intake.template, [...standing.values()]);
    const planned = intake.rows.map((row): Planned => {
      const found = standing.get(row.externalRef);
      return found
        ? { row, standing: found, plan: planChange(row, standingOf(found, stageKeys), stamp.at) }
        : { row, standing: null, plan: planNew(row, stamp.at) };
    });
    if (!intake.isDryRun) {
      await this.create(
        tx,
        intake,
        planned.filter((each) => each.standing === null),
        stamp,
      );
      await this.change(
        tx,
        intake,
        planned.filter((each): each is PlannedChange => each.standing !== null && each.plan.isChanged),
        stamp,
      );
    }
    return planned.map((each) =>
      each.standing === null
        ? { outcome: 'CREATED', warnings: [] }
        : { outcome: each.plan.isChanged ? 'UPDATED' : 'UNCHANGED', warnings: each.plan.warnings },
    );
  }

  /** Keys of stages by template id, of every version that one of the initiatives is on. */
  private async stageKeys(
    tx: Tx,
    newest: WorkflowTemplate,
    rows: readonly StandingRow[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const keysOf = ({ id, stages }: WorkflowTemplate) => [id, stages.map((stage) => stage.key)] as const;
    const known = new Map([keysOf(newest)]);
    for (const { templateId } of rows.map(({ initiative }) => initiative)) {
      if (!known.has(templateId)) {
        known.set(...keysOf(await this.templates.get(templateId, tx)));
      }
    }
    return known;
  }

  private async create(
    tx: Tx,
    { portfolio, template }: Intake,
    planned: readonly PlannedNew[],
    stamp: Stamp,
  ): Promise<void> {
    if (planned.length === 0) {
      return;
    }
    const first = await this.repository.takeNumbers(tx, portfolio.id, planned.length);
    const made = planned.map(({ row, plan }, position) => {
      const number = first + position;
      const initiative: Initiative = {
        ...plan.attributes,
        id: newId(),
        key: `${portfolio.key}-${number}`,
        portfolioId: portfolio.id,
        templateId: template.id,
        stageKey: plan.visits.at(-1)?.stageKey ?? row.assumedStage,
        status: plan.status,
        externalRef: row.externalRef,
        version: 1,
        createdAt: stamp.at,
        updatedAt: stamp.at,
      };
      return { initiative, number, visits: plan.visits };
    });
    await this.repository.create(tx, made, stamp);
    await this.audit.runAll(
      tx,
      made.map(({ initiative, visits }) => createdByImport(initiative, visits, template.version, stamp)),
    );
  }

  private async change(tx: Tx, { portfolio }: Intake, planned: readonly PlannedChange[], stamp: Stamp): Promise<void> {
    if (planned.length === 0) {
      return;
    }
    const changed = planned.map(({ standing, plan }) => ({
      before: standing,
      visits: plan.visits,
      isStatusChanged: plan.status !== null,
      next: {
        ...standing.initiative,
        ...plan.attributes,
        status: plan.status ?? standing.initiative.status,
        stageKey: plan.visits?.at(-1)?.stageKey ?? standing.initiative.stageKey,
        version: standing.initiative.version + 1,
        updatedAt: stamp.at,
      },
    }));
    await this.repository.change(tx, portfolio.id, changed, stamp);
    await this.audit.runAll(
      tx,
      changed.map(({ before, next, visits }) => changedByImport(before, next, visits, stamp)),
    );
  }
}

const standingOf = (
  { initiative, visits, isMovedHere }: StandingRow,
  stageKeys: ReadonlyMap<string, readonly string[]>,
): Standing => {
  const { key, stageKey, status, templateId } = initiative;
  return {
    key,
    stageKey,
    status,
    visits,
    isMovedHere,
    attributes: attributesOf(initiative),
    stageKeys: stageKeys.get(templateId) ?? [],
  };
};
