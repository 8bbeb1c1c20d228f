import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { GateDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { templateInForce } from '../../../domain/pipeline/template-in-force.js';
import { TemplateHistories } from '../../initiatives/queries/template-histories.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';

/** A gate as one initiative meets it. */
export interface StandingGate {
  readonly initiativeId: string;
  readonly definition: GateDefinition;
  /** The instant that is asked about where a question names none; without it, now. */
  readonly asOf?: Instant | null;
}

/** Which gates lay in the way of an initiative at an instant: those of the template version it was on then. */
@Injectable()
export class GatesInForce {
  constructor(
    private readonly histories: TemplateHistories,
    private readonly templates: Templates,
  ) {}

  /** The exit gate of the current stage; null in the last one. */
  async exitOf({ id, templateId, stageKey }: Initiative): Promise<StandingGate | null> {
    const { exitGate } = stageOf(await this.templates.get(templateId), stageKey);
    return exitGate && { initiativeId: id, definition: exitGate };
  }

  /** Every gate of the template in force at an instant, or now, in their order; those it has passed too. */
  async ofInitiative(scope: object, initiative: Initiative, asOf: Instant | null): Promise<readonly StandingGate[]> {
    const { id, templateId } = initiative;
    const template = await this.templates.get(
      asOf === null
        ? templateId
        : templateInForce({ templateId, moves: await this.histories.movesOf.load(scope, id) }, asOf),
    );
    return gatesOf(template).map((definition) => ({ initiativeId: id, definition, asOf }));
  }

  /**
   * What a gate asked for at an instant: what the gate of the same key did in the version in force then. Where that version
   * had no such gate, what it asks for in the version it was taken from.
   */
  async definitionAt(scope: object, gate: StandingGate, at: Instant): Promise<GateDefinition> {
    const moves = await this.histories.movesOf.load(scope, gate.initiativeId);
    const newest = moves.at(-1);
    if (!newest) {
      return gate.definition;
    }
    const template = await this.templates.get(templateInForce({ templateId: newest.toTemplateId, moves }, at));
    return gatesOf(template).find(({ key }) => key === gate.definition.key) ?? gate.definition;
  }
}

const gatesOf = ({ stages }: WorkflowTemplate): readonly GateDefinition[] =>
  stages.flatMap(({ exitGate }) => (exitGate ? [exitGate] : []));
