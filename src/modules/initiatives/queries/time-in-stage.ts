import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageDefinition } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { daysInStage, daysOnHold } from '../../../domain/pipeline/time-in-stage.js';
import { Clock } from '../../../platform/clock.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { StageHistories } from './stage-history.js';

export interface ShownVisit {
  readonly stage: StageDefinition;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  readonly daysOnHold: number;
}

/** How long initiatives have stood where, as of now, in the days of their portfolio. `scope` is the request that asks. */
@Injectable()
export class TimeInStage {
  constructor(
    private readonly histories: StageHistories,
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  async daysInStage(scope: object, initiative: Initiative): Promise<number> {
    const history = await this.history(scope, initiative);
    // A visit that stayed behind on an older version is none to the stage of that key in this one.
    const visits = history.visits.filter(({ templateId }) => templateId === initiative.templateId);
    return daysInStage({ ...history, visits, stageKey: initiative.stageKey });
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
    const [history, portfolio] = await Promise.all([
      this.histories.ofInitiative.load(scope, initiative.id),
      this.portfolios.byId.load(scope, initiative.portfolioId),
    ]);
    return { ...history, at: this.clock.now(), timeZone: portfolio?.timeZone ?? 'UTC' };
  }
}
