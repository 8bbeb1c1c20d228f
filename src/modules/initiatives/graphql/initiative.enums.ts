import {
  INITIATIVE_STATUSES,
  INVESTMENT_CLASSES,
  SOLUTION_TYPES,
  VALUE_THESES,
} from '../../../domain/initiatives/initiative.js';
import { HEALTHS } from '../../../domain/initiatives/health.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { INITIATIVE_ORDERS } from '../queries/initiative-list.js';

export const InitiativeStatus = graphqlEnum(
  'InitiativeStatus',
  INITIATIVE_STATUSES,
  'Whether an initiative moves; where it stands is the stage.',
  {
    ACTIVE: 'It is being worked on.',
    ON_HOLD: 'It waits; the time on hold is counted apart.',
    KILLED: 'It was stopped at a gate.',
    RETIRED: 'It was in use and has been taken out of use.',
  },
);

export const HealthEnum = graphqlEnum('Health', HEALTHS, 'How an initiative goes.', {
  ON_TRACK: 'Nothing stands against it.',
  AT_RISK: 'Somebody has to look at it.',
  OFF_TRACK: 'Somebody has to act.',
  NO_DATA: 'It is in use, or nearly so, and nothing was ever measured.',
});

export const ValueThesis = graphqlEnum('ValueThesis', VALUE_THESES, 'What value an initiative is expected to bring.', {
  PRODUCTIVITY: 'The same work in less time.',
  COST: 'Less money spent.',
  GROWTH: 'More business, or new business.',
  RISK_REDUCTION: 'Fewer or smaller losses.',
  EXPERIENCE: 'A better experience for those who use it.',
});

export const SolutionType = graphqlEnum('SolutionType', SOLUTION_TYPES, 'What kind of solution is built.', {
  CHAT_ASSISTANT: 'An assistant that people chat with.',
  WORKFLOW_EMBEDDED: 'A step inside a workflow people already use.',
  DECISION_SERVICE: 'A service that scores, ranks or decides.',
  AGENT: 'An agent that acts by itself within limits.',
  PLATFORM_CAPABILITY: 'A capability that other solutions build on.',
});

export const InvestmentClass = graphqlEnum(
  'InvestmentClass',
  INVESTMENT_CLASSES,
  'How far an initiative is from today’s business.',
  {
    CORE: 'It betters what is done today.',
    ADJACENT: 'It takes what is done today to new users or uses.',
    TRANSFORMATIONAL: 'It makes something that is not done today.',
  },
);

export const InitiativeOrder = graphqlEnum(
  'InitiativeOrder',
  INITIATIVE_ORDERS,
  'In which order initiatives are listed.',
  {
    UPDATED_DESC: 'The one changed last comes first.',
    KEY_ASC: 'By the number in the key.',
    NAME_ASC: 'By name.',
    DAYS_IN_STAGE_DESC: 'The one that has been in its stage for the most days comes first.',
  },
);
