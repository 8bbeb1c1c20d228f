import { CRITERION_KINDS, CRITERION_WEIGHTS, RISK_TIERS, STAGE_CATEGORIES } from '../../../domain/gates/gate.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const StageCategoryEnum = graphqlEnum(
  'StageCategory',
  STAGE_CATEGORIES,
  'What kind of work a stage is, the same over all templates.',
  {
    INTAKE: 'The idea is described and examined; nothing is built yet.',
    POC: 'A proof of concept shows whether it can work at all.',
    PILOT: 'Real people work with it, in a limited setting.',
    PRODUCTION: 'It is rolled out or runs in daily operation.',
  },
);

export const CriterionKindEnum = graphqlEnum(
  'CriterionKind',
  CRITERION_KINDS,
  'What a criterion looks at when it is assessed.',
  {
    KPI_CONTRACT: 'A primary business KPI and a guardrail exist, with owner, source, baseline, target and date.',
    KPI_ATTAINMENT: 'Primary KPIs reach their target, guardrails hold, measurements are fresh.',
    UX_REVIEW: 'An accepted UX review with enough participants and no critical finding unresolved.',
    MONITORING_PLAN:
      'An accepted plan that watches every primary KPI and guardrail, and drift or quality, with thresholds.',
    CHANGE_PLAN: 'An accepted plan for the people concerned, with a target and a date for adoption.',
    DOCUMENT: 'An accepted document.',
    CHECKLIST: 'An accepted checklist with every item done.',
    SIGN_OFF: 'An accepted statement of somebody who answers for it.',
    EXTERNAL_CHECK: 'Reported by a machine: pass or fail, with a link.',
    TICKETS_DONE: 'Every ticket linked to the criterion is done.',
    EFFORT_SHARE: 'A share of effort in a category over a window, for instance PEOPLE_PROCESS >= 30 % of 90 days.',
  },
);

export const CriterionWeightEnum = graphqlEnum(
  'CriterionWeight',
  CRITERION_WEIGHTS,
  'Whether a criterion can hold an initiative up.',
  {
    MUST_MEET: 'It blocks the gate until it is met; nothing else makes up for it.',
    SHOULD_MEET: 'It is shown to those who decide, and blocks nothing.',
  },
);

export const RiskTierEnum = graphqlEnum(
  'RiskTier',
  RISK_TIERS,
  'How much harm an initiative could do if it went wrong.',
  {
    MINIMAL: 'Hardly any: no decision about people rests on it.',
    LIMITED: 'Some: people deal with it and must be told that they do.',
    HIGH: 'Much: it bears on rights, safety, health or money of people, and needs an independent review.',
  },
);

export const TEMPLATE_STATES = ['NEWEST', 'SUPERSEDED'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

export const TemplateStateEnum = graphqlEnum(
  'TemplateState',
  TEMPLATE_STATES,
  'Where a published version stands. A version that is not published is with whoever writes it: the server keeps no drafts.',
  {
    NEWEST: 'New initiatives begin with it.',
    SUPERSEDED: 'A newer version was published; initiatives that began with it may still be on it.',
  },
);
