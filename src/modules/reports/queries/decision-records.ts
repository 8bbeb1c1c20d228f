import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Days } from '../../../domain/effort/days.js';
import type { GateDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { GateOutcome } from '../../../domain/gates/vote.js';
import { countIn } from '../../../domain/basics/day-counts.js';
import { LAST_DECISIONS } from '../../../domain/gates/rubber-stamp.js';
import { gateStatisticsOf, type GateStatistics } from '../../../domain/reports/decision-statistics.js';
import { Database } from '../../../platform/database/database.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { GATE_RECORDS } from './gate-records-sql.js';
import { PortfolioStages, type TemplateVersions } from './portfolio-stages.js';
import { ReportMoments, type ReportPeriod } from './report-moments.js';

interface Row {
  readonly part: 'DECIDED' | 'CANCELLED' | 'OPEN' | 'LAST';
  readonly gateKey: string;
  readonly outcome: GateOutcome;
  readonly days: number;
  readonly count: number;
}

export interface DecisionStatistics extends ReportPeriod {
  readonly gates: readonly GateStatistics[];
}

@Injectable()
export class DecisionRecords {
  constructor(
    private readonly database: Database,
    private readonly moments: ReportMoments,
    private readonly stages: PortfolioStages,
  ) {}

  /**
   * How the gates of a portfolio decide (`gateStatisticsOf`): what was decided and called off in the period, and as of now or
   * of then, whatever the period, which reviews are open and what the last 20 decisions were. A row for each gate of the
   * version of the template in force, in order, then one for each gate of an older version at which there was something.
   * Gates go by their keys. One question to the database. BAD_USER_INPUT as for `checkWindow`.
   */
  async ofPortfolio(portfolio: Portfolio, days: Days, asOf: Instant | null): Promise<DecisionStatistics> {
    const period = await this.moments.period(portfolio, days, asOf);
    const versions = await this.stages.at(portfolio, period.at);
    const gates = gatesOf(versions.all);
    const rows = await this.database.rows<Row>(GATE_RECORDS, [
      portfolio.id,
      period.at,
      period.since,
      period.until,
      [...gates.keys()],
      portfolio.timeZone,
      LAST_DECISIONS,
    ]);
    const byGate = groupBy(rows, ({ gateKey }) => gateKey);
    const inForce = gatesOf([versions.inForce]);
    const told = [...gates.values()].filter(({ key }) => inForce.has(key) || byGate.has(key));
    return { ...period, gates: told.map((gate) => statisticsOf(gate, byGate.get(gate.key) ?? [])) };
  }
}

/** The gates of versions of a template by their keys, each as the version says that comes first. */
const gatesOf = (versions: TemplateVersions['all']): ReadonlyMap<string, GateDefinition> => {
  const gates = new Map<string, GateDefinition>();
  for (const { exitGate } of versions.flatMap(({ stages }: WorkflowTemplate) => stages)) {
    if (exitGate !== null && !gates.has(exitGate.key)) {
      gates.set(exitGate.key, exitGate);
    }
  }
  return gates;
};

const statisticsOf = (gate: GateDefinition, rows: readonly Row[]): GateStatistics => {
  const of = (part: Row['part']): readonly Row[] => rows.filter((row) => row.part === part);
  return gateStatisticsOf({
    gate,
    decided: of('DECIDED'),
    cancelled: countIn(of('CANCELLED')),
    open: of('OPEN'),
    last: of('LAST'),
  });
};
