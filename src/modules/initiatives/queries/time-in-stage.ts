import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageDefinition } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { daysOn, type StageClock } from '../../../domain/pipeline/stage-clock.js';
import { daysOnHold } from '../../../domain/pipeline/time-in-stage.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { loader } from '../../../platform/graphql/loader.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { StageHistories } from './stage-history.js';

export interface ShownVisit {
  readonly stage: StageDefinition;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  readonly daysOnHold: number;
}

interface ClockRow {
  readonly id: string;
  readonly since: CalendarDate | null;
  readonly days: number | null;
}

const CLOCKS = 'SELECT id, clock_since AS since, clock_days AS days FROM initiative WHERE id = ANY($1)';

const clockOf = ({ since, days }: ClockRow): StageClock => (since === null ? { days: days ?? 0 } : { since });

/** How long initiatives have stood where, as of now, in the days of their portfolio. `scope` is the request that asks. */
@Injectable()
export class TimeInStage {
  constructor(
    private readonly histories: StageHistories,
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  private readonly clocks = loader<string, StageClock>(
    async (ids) => new Map((await this.database.rows<ClockRow>(CLOCKS, [ids])).map((row) => [row.id, clockOf(row)])),
    (id) => {
      throw new Error(`Initiative ${id} is referred to but not there.`);
    },
  );

  /** What lists are sorted and filtered by, so it is read from the same clock and not counted anew. */
  async daysInStage(scope: object, { id, portfolioId }: Initiative): Promise<number> {
    const [clock, timeZone] = await Promise.all([this.clocks.load(scope, id), this.timeZone(scope, portfolioId)]);
    return daysOn(clock, dateAt(this.clock.now(), timeZone));
  }

  async daysOnHold(scope: object, initiative: Initiative): Promise<number> {
    return daysOnHold(await this.history(scope, initiative));
  }

  async visits(scope: object, initiative: Initiative): Promise<readonly ShownVisit[]> {
    const history = await this.history(scope, initiative);
    return Promise.all(
      history.visits.map(async (visit) => ({
        stage: stageOf(await this.templates.get(visit.templateId), visit.stageKey),
        enteredAt: visit.enteredAt,
        leftAt: visit.leftAt,
        daysOnHold: daysOnHold({ ...history, visits: [visit] }),
      })),
    );
  }

  private async history(scope: object, initiative: Initiative) {
    const [history, timeZone] = await Promise.all([
      this.histories.ofInitiative.load(scope, initiative.id),
      this.timeZone(scope, initiative.portfolioId),
    ]);
    return { ...history, at: this.clock.now(), timeZone };
  }

  private async timeZone(scope: object, portfolioId: string): Promise<string> {
    return (await this.portfolios.byId.load(scope, portfolioId))?.timeZone ?? 'UTC';
  }
}
