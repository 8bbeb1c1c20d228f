import type { CriterionDefinition, GateDefinition } from '../../../domain/gates/gate.js';
import type { TemplateDraft } from '../../../domain/pipeline/validate-template.js';
import type {
  CriterionDefinitionInput,
  GateDefinitionInput,
  StageDefinitionInput,
  WorkflowTemplatePublishInput,
} from './template.inputs.js';

/** The workflow an input describes; what is left out or null takes its default. */
export const draftOf = ({ key, name, stages }: WorkflowTemplatePublishInput): TemplateDraft => ({
  key,
  name,
  stages: stages.map(stageOf),
});

const stageOf = (input: StageDefinitionInput): TemplateDraft['stages'][number] => ({
  key: input.key,
  name: input.name,
  category: input.category,
  timeBoxDays: input.timeBoxDays ?? null,
  wipLimit: input.wipLimit ?? null,
  exitGate: input.exitGate ? gateOf(input.exitGate) : null,
});

const gateOf = (input: GateDefinitionInput): GateDefinition => ({
  key: input.key,
  name: input.name,
  quorum: input.quorum ?? 1,
  recycleLimit: input.recycleLimit ?? null,
  slaDays: input.slaDays ?? null,
  criteria: input.criteria.map(criterionOf),
});

const criterionOf = (input: CriterionDefinitionInput): CriterionDefinition => ({
  key: input.key,
  name: input.name,
  kind: input.kind,
  weight: input.weight ?? 'MUST_MEET',
  veto: input.veto ?? false,
  guidance: input.guidance,
  example: input.example ?? null,
  validForDays: input.validForDays ?? null,
  riskTiers: input.riskTiers ?? null,
  settings: input.settings ?? {},
});
