import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageDefinition } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { daysOn, type StageClock } from '../../../domain/pipeline/stage-clock.js';
import { daysOnHold } from '../../../domain/pipeline/time-in-stage.js';
import { Clock } from '../../../platform/clock.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { InitiativeCompanions, type Companions } from './initiative-companions.js';
import { StageHistories } from './stage-history.js';

export interface ShownVisit {
  readonly stage: StageDefinition;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  readonly daysOnHold: number;
}

const clockOf = ({ clockSince, clockDays }: Companions): StageClock =>
  clockSince === null ? { days: clockDays ?? 0 } : { since: clockSince };

/** How long initiatives have stood where, as of now, in the days of their portfolio. `scope` is the request that asks. */
@Injectable()
export class TimeInStage {
  constructor(
    private readonly histories: StageHistories,
    private readonly templates: Templates,
    private readonly clock: Clock,
    private readonly companions: InitiativeCompanions,
  ) {}

  /** What lists are sorted and filtered by, so it is read from the same clock and not counted anew. */
  async daysInStage(scope: object, { id }: Initiative): Promise<number> {
    const companions = await this.companions.of.load(scope, id);
    return daysOn(clockOf(companions), dateAt(this.clock.now(), companions.timeZone));
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
    const [history, { timeZone }] = await Promise.all([
      this.histories.ofInitiative.load(scope, initiative.id),
      this.companions.of.load(scope, initiative.id),
    ]);
    return { ...history, at: this.clock.now(), timeZone };
  }
}
