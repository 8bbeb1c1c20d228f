import { Injectable } from '@nestjs/common';
import { conditionsAt } from '../../../domain/gates/condition.js';
import { find } from '../../../domain/findings/find.js';
import type { Finding, Stuck } from '../../../domain/findings/finding.js';
import { metSince } from '../../../domain/findings/met-since.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import { InitiativeFactsQuery } from '../../gates/queries/initiative-facts.js';
import { StuckInitiatives } from '../../initiatives/queries/stuck-initiatives.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';

@Injectable()
export class Findings {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly stuck: StuckInitiatives,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  /** What the rules find of an initiative now. One that has ended, KILLED or RETIRED, needs nobody any more: none. */
  async ofInitiative(scope: object, initiative: Initiative): Promise<readonly Finding[]> {
    if (initiative.status === 'KILLED' || initiative.status === 'RETIRED') {
      return [];
    }
    const at = this.clock.now();
    const [facts, stuck] = await Promise.all([
      this.facts.ofInitiative.load(scope, initiative.id),
      this.stuckness(scope, initiative),
    ]);
    const { timeZone, kpis, effort } = facts;
    const { stages } = await this.templates.get(initiative.templateId);
    const gates = stages.flatMap(({ exitGate }) => exitGate ?? []);
    return find({
      at,
      timeZone,
      kpis,
      conditions: conditionsAt(facts.conditions, at),
      stuck,
      changePlanMetSince: metSince('CHANGE_PLAN', gates, facts, at),
      effort,
    });
  }

  private async stuckness(scope: object, { id, templateId, stageKey }: Initiative): Promise<Stuck | null> {
    const stuck = await this.stuck.ofInitiative.load(scope, id);
    if (!stuck) {
      return null;
    }
    const { name, category } = stageOf(await this.templates.get(templateId), stageKey);
    return { ...stuck, stageName: name, stageCategory: category };
  }
}
