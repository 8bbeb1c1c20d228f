import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { find } from '../../../domain/findings/find.js';
import type { Finding, FindingScene } from '../../../domain/findings/finding.js';
import { healthOf, isMeasured } from '../../../domain/findings/health.js';
import { nextLookAt } from '../../../domain/findings/next-look.js';
import type { StageDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import { readinessOf } from '../../../domain/gates/readiness.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import type { InsightRow } from '../persistence/insight.repository.js';
import { FindingScenes } from './finding-scenes.js';

/** What an initiative comes to, with what the rules find of it. */
export interface Verdict extends InsightRow {
  readonly portfolioId: string;
  readonly findings: readonly Finding[];
  /** The day in the time zone of the portfolio. */
  readonly today: CalendarDate;
}

/** What initiatives come to as of an instant: a fixed number of statements, however many they are. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly scenes: FindingScenes,
    private readonly initiatives: Initiatives,
    private readonly templates: Templates,
  ) {}

  async ofInitiatives(ids: readonly string[], at: Instant, tx: Tx): Promise<readonly Verdict[]> {
    const scenes = await this.scenes.ofInitiatives(ids, at, tx);
    const initiatives = await this.initiatives.byIds(ids, tx);
    const templates = new Map<string, WorkflowTemplate>();
    // Within the transaction: one that waits for a second connection may wait for those that wait for its locks.
    for (const id of new Set(initiatives.map(({ templateId }) => templateId))) {
      templates.set(id, await this.templates.get(id, tx));
    }
    return initiatives.flatMap((initiative) => {
      const [scene, template] = [scenes.get(initiative.id), templates.get(initiative.templateId)];
      return scene && template ? [this.verdictOn(initiative, stageOf(template, initiative.stageKey), scene, at)] : [];
    });
  }

  private verdictOn(
    initiative: Initiative,
    { exitGate, category }: StageDefinition,
    scene: FindingScene,
    at: Instant,
  ): Verdict {
    const findings = find(scene);
    const measured = isMeasured(scene.kpis, at);
    const { health, reason } = healthOf(findings, { stageCategory: category, hasMeasurement: measured });
    const readiness =
      exitGate && readinessOf(exitGate, { ...scene, signalsAt: [{ at, standings: scene.signals }] }, at);
    return {
      initiativeId: initiative.id,
      portfolioId: initiative.portfolioId,
      findings,
      today: dateAt(at, scene.timeZone),
      health,
      healthReason: reason,
      isReady: initiative.status === 'ACTIVE' && readiness?.ready === true,
      dueAt: nextLookAt(scene),
    };
  }
}
