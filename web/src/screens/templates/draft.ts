import type {
  CriterionDefinitionInput,
  GateDefinitionInput,
  StageDefinitionInput,
  WorkflowTemplatePublishInput,
} from '../../api/generated/schema';
import type { TemplateVersionFragment } from '../../api/generated/graphql';
import { settingsOf } from './settings';

const keptAs = (key: string): string => `tollgate-template-draft-${key}`;

/** The next version as it begins: what the newest says. */
export const draftOf = ({ key, name, stages }: TemplateVersionFragment): WorkflowTemplatePublishInput => ({
  key,
  name,
  stages: stages.map(({ position, exitGate, ...stage }) => ({
    ...stage,
    exitGate: exitGate && {
      ...exitGate,
      criteria: exitGate.criteria.map((criterion) => ({ ...criterion, settings: settingsOf(criterion.settings) })),
    },
  })),
});

export const NEW_CRITERION: CriterionDefinitionInput = {
  key: '',
  name: '',
  kind: 'DOCUMENT',
  weight: 'MUST_MEET',
  veto: false,
  guidance: '',
};

export const NEW_GATE: GateDefinitionInput = { key: '', name: '', quorum: 1, criteria: [NEW_CRITERION] };

export const NEW_STAGE: StageDefinitionInput = { key: '', name: '', category: 'PRODUCTION', exitGate: NEW_GATE };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isCriterion = (value: unknown): boolean =>
  isRecord(value) && ['key', 'name', 'kind', 'guidance'].every((field) => typeof value[field] === 'string');

const isGate = (value: unknown): boolean =>
  isRecord(value) && Array.isArray(value['criteria']) && value['criteria'].every(isCriterion);

const isStage = (value: unknown): boolean =>
  isRecord(value) &&
  ['key', 'name', 'category'].every((field) => typeof value[field] === 'string') &&
  (value['exitGate'] === undefined || value['exitGate'] === null || isGate(value['exitGate']));

const isDraft = (value: unknown): value is WorkflowTemplatePublishInput =>
  isRecord(value) &&
  typeof value['key'] === 'string' &&
  typeof value['name'] === 'string' &&
  Array.isArray(value['stages']) &&
  value['stages'].every(isStage);

/** A draft read from JSON; null where the text is no template. What is wrong in it besides its form is told on publishing. */
export const readDraft = (text: string): WorkflowTemplatePublishInput | null => {
  try {
    const read: unknown = JSON.parse(text);
    return isDraft(read) ? read : null;
  } catch {
    return null;
  }
};

/** The draft of a template that this browser keeps; null where there is none. */
export const keptDraft = (key: string): WorkflowTemplatePublishInput | null =>
  readDraft(localStorage.getItem(keptAs(key)) ?? '');

export const keepDraft = (key: string, draft: WorkflowTemplatePublishInput): void => {
  localStorage.setItem(keptAs(key), JSON.stringify(draft));
};

export const forgetDraft = (key: string): void => {
  localStorage.removeItem(keptAs(key));
};
