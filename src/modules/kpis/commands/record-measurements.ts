import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import {
  checkMeasurement,
  measurementField,
  measurementMismatch,
  saysTheSame,
  type MeasurementStatement,
} from '../../../domain/kpis/check-measurements.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { newId } from '../../../platform/ids.js';
import { tidy } from '../../../domain/basics/text.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { existingMeasurements, insertMeasurements, type NewMeasurement } from '../persistence/insert-measurements.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Kpis, type Kpi } from '../queries/kpis.js';

/** What became of a batch: `recorded` are new, `duplicates` were known before with the same values. */
export interface MeasurementsRecorded {
  readonly recorded: number;
  readonly duplicates: number;
}

const MOST = 1_000;

type Candidate = NewMeasurement & { readonly index: number; readonly initiativeId: string };

/**
 * Records up to 1,000 measurements, all of them or none. It takes PROGRAM_MANAGER or INTEGRATION in the portfolio of each
 * KPI. The same (source, externalId) again in a portfolio is a duplicate when it says the same, and IDEMPOTENCY_MISMATCH
 * when not, within the batch too. NOT_FOUND for an unknown KPI, INVALID for a day in the future of the portfolio or a sample
 * below 1; each refusal names its row.
 */
@Injectable()
export class RecordMeasurements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly kpis: Kpis,
    private readonly portfolios: Portfolios,
    private readonly initiatives: Initiatives,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(viewer: Viewer, measurements: readonly MeasurementStatement[]): Promise<Result<MeasurementsRecorded>> {
    if (measurements.length > MOST) {
      return refuse(
        invalid(
          ['measurements'],
          `measurements must hold at most ${MOST} entries, and held ${measurements.length}; send them in several calls.`,
        ),
      );
    }
    return this.work.run(async (tx) => {
      const kpis = await this.kpisOf(viewer, measurements, tx);
      // The time is taken under the lock: what a decision did not see was recorded after it.
      await this.initiatives.lockAll([...new Set([...kpis.values()].map((kpi) => kpi.initiativeId))], tx);
      const stamp = this.trail.stamp(viewer);
      const todays = await this.todaysOf([...kpis.values()], stamp.at, tx);
      const refusals: Refusal[] = [];
      const candidates: Candidate[] = [];
      for (const [index, stated] of measurements.entries()) {
        const row = {
          ...stated,
          source: tidy(stated.source),
          externalId: stated.externalId === null ? null : tidy(stated.externalId),
        };
        const kpi = kpis.get(row.kpiId);
        const today = todays.get(kpi?.portfolioId ?? '');
        const problems =
          kpi && today ? checkMeasurement(row, index, today) : [notFound('The KPI', measurementField(index, 'kpiId'))];
        refusals.push(...problems);
        if (kpi && problems.length === 0) {
          candidates.push({ ...row, id: newId(), portfolioId: kpi.portfolioId, initiativeId: kpi.initiativeId, index });
        }
      }
      const { firsts, mismatches } = withoutRepeats(candidates);
      const written = await insertMeasurements(tx, firsts, stamp);
      refusals.push(
        ...mismatches,
        ...(await mismatchesWithStored(
          tx,
          firsts.filter((row) => !written.has(row.id)),
        )),
      );
      if (refusals.length > 0) {
        return refuse(...inOrderOfRows(refusals));
      }
      for (const [id, rows] of initiativesOf(firsts.filter((row) => written.has(row.id)))) {
        const portfolioId = rows[0]?.portfolioId ?? '';
        await this.trail.append(tx, { id, portfolioId }, stamp, {
          action: 'measurements.recorded',
          changes: { measurements: rows.map(statementIn) },
        });
      }
      return accept({ recorded: written.size, duplicates: measurements.length - written.size });
    });
  }

  /** The KPIs that are measured, as far as the viewer may measure them; FORBIDDEN for a member who may not. */
  private async kpisOf(
    viewer: Viewer,
    rows: readonly MeasurementStatement[],
    tx: Tx,
  ): Promise<ReadonlyMap<string, Kpi>> {
    const known = await this.kpis.byIds([...new Set(rows.map((row) => row.kpiId))], tx);
    return new Map(
      known.filter((kpi) => requireAccess(viewer, 'kpi:measure', kpi.portfolioId)).map((kpi) => [kpi.id, kpi]),
    );
  }

  private async todaysOf(kpis: readonly Kpi[], now: Instant, tx: Tx): Promise<ReadonlyMap<string, CalendarDate>> {
    const portfolios = await this.portfolios.byIds([...new Set(kpis.map((kpi) => kpi.portfolioId))], tx);
    return new Map(portfolios.map((portfolio) => [portfolio.id, dateAt(now, portfolio.timeZone)]));
  }
}

const keyOf = (row: Omit<NewMeasurement, 'id'>): string =>
  JSON.stringify([row.portfolioId, row.source, row.externalId]);

/** Of rows with one identifier the first stands; a later one that says something else is a mismatch. */
const withoutRepeats = (
  rows: readonly Candidate[],
): { firsts: readonly Candidate[]; mismatches: readonly Refusal[] } => {
  const groups = [...groupBy(rows, (row) => (row.externalId === null ? row.id : keyOf(row))).values()];
  return {
    firsts: groups.flatMap(([first]) => (first ? [first] : [])),
    mismatches: groups.flatMap(([first, ...repeats]) =>
      repeats.filter((row) => first && !saysTheSame(first, row)).map((row) => measurementMismatch(row, row.index)),
    ),
  };
};

const mismatchesWithStored = async (tx: Tx, rows: readonly Candidate[]): Promise<readonly Refusal[]> => {
  if (rows.length === 0) {
    return [];
  }
  const stored = new Map((await existingMeasurements(tx, rows)).map((row) => [keyOf(row), row]));
  return rows
    .filter((row) => {
      const known = stored.get(keyOf(row));
      return !known || !saysTheSame(known, row);
    })
    .map((row) => measurementMismatch(row, row.index));
};

const inOrderOfRows = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.toSorted((a, b) => Number(a.field?.[1]) - Number(b.field?.[1]));

/** By initiative, in the order of their ids, which is the order their audit chains are locked in. */
const initiativesOf = (rows: readonly Candidate[]): readonly (readonly [string, readonly Candidate[]])[] =>
  [...groupBy(rows, (row) => row.initiativeId)].toSorted(([a], [b]) => (a < b ? -1 : 1));

const statementIn = ({
  kpiId,
  value,
  measuredOn,
  sampleSize,
  source,
  externalId,
}: Candidate): MeasurementStatement => ({
  kpiId,
  value,
  measuredOn,
  sampleSize,
  source,
  externalId,
});
