import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import {
  changedCriteria,
  statusesOf,
  type ChangedCriterion,
  type CriterionStatuses,
} from '../../../domain/gates/changed-criteria.js';
import { readinessOf } from '../../../domain/gates/readiness.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { FactsOfSignals } from './facts-of-signals.js';
import { InitiativeFactsQuery } from './initiative-facts.js';

/** What a gate said as of an event. */
export interface ToldGate {
  readonly gate: string;
  readonly at: Instant;
  readonly statuses: CriterionStatuses;
}

const STOOD_IN = `
  SELECT template_id AS "templateId", stage_key AS "stageKey" FROM stage_visit
  WHERE initiative_id = $1 AND recorded_at <= $2 AND (superseded_at IS NULL OR superseded_at > $2)
    AND entered_at <= $2 AND (left_at IS NULL OR left_at > $2)`;

@Injectable()
export class CriterionChanges {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly facts: InitiativeFactsQuery,
    private readonly signals: FactsOfSignals,
  ) {}

  /**
   * Which criteria of the gate that an initiative stood before at an instant changed their status in that millisecond, and
   * what the gate says since. Where another event of the same instant was looked at already (`last`), only what changed
   * since then. Null for an initiative that stood before no gate.
   */
  async at(
    initiativeId: string,
    at: Instant,
    last: ToldGate | null,
    tx: Tx,
  ): Promise<{ readonly told: ToldGate; readonly changes: readonly ChangedCriterion[] } | null> {
    const stay = await this.database.row<{ templateId: string; stageKey: string }>(STOOD_IN, [initiativeId, at], tx);
    const gate = stay && stageOf(await this.templates.get(stay.templateId, tx), stay.stageKey).exitGate;
    const facts = (await this.facts.ofInitiatives([initiativeId], tx)).get(initiativeId);
    if (!gate || !facts) {
      return null;
    }
    const justBefore = instantOf(millisecondsOf(at) - 1);
    const place = { initiativeId, definition: gate };
    const known = await this.signals.with(facts, place, [justBefore, at], tx);
    const said = (when: Instant) => statusesOf(readinessOf(gate, known, when).assessments);
    const statuses = said(at);
    const before = last?.gate === gate.key && last.at === at ? last.statuses : said(justBefore);
    return { told: { gate: gate.key, at, statuses }, changes: changedCriteria(before, statuses) };
  }
}
