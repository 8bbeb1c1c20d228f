import type { Row } from './row.js';
import { by, BY_ANY_ADMIN, BY_ANYBODY, BY_INSTANCE_ADMIN, BY_ITSELF_OR_INSTANCE_ADMIN } from './rules.js';

/** A draft of a template that could be published. */
export const DRAFT = {
  key: 'ai-poc-to-production',
  name: 'Draft',
  stages: [
    {
      key: 'intake',
      name: 'Intake',
      category: 'INTAKE',
      exitGate: {
        key: 'g0',
        name: 'Screen',
        criteria: [{ key: 'problem-statement', name: 'Problem', kind: 'DOCUMENT', guidance: 'Say it.' }],
      },
    },
    { key: 'discovery', name: 'Discovery', category: 'INTAKE' },
  ],
};

const READ = by('portfolio:read');

/** Who may ask for each root query. */
export const QUERIES: readonly Row[] = [
  {
    operation: 'apiTokens',
    of: 'one’s own',
    takes: BY_ANYBODY,
    target: (_, { userId }) => userId,
    variables: (userId) => ({ userId }),
  },
  {
    operation: 'apiTokens',
    of: 'of somebody else',
    takes: BY_ITSELF_OR_INSTANCE_ADMIN,
    target: ({ bystander }) => bystander.userId,
    variables: (userId) => ({ userId }),
  },
  {
    operation: 'auditVerify',
    takes: by('audit:verify'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey }),
  },
  { operation: 'comment', takes: READ, target: ({ comment }) => comment, variables: (id) => ({ id }) },
  {
    operation: 'gatePreview',
    takes: READ,
    target: ({ initiative }) => initiative,
    variables: (initiativeId) => ({ initiativeId, outcome: 'GO' }),
  },
  { operation: 'gateReview', takes: READ, target: ({ openReview }) => openReview, variables: (id) => ({ id }) },
  {
    operation: 'inboundDeliveries',
    takes: READ,
    target: ({ connection }) => connection,
    variables: (connectionId) => ({ connectionId }),
  },
  { operation: 'initiative', takes: READ, target: ({ initiative }) => initiative, variables: (id) => ({ id }) },
  {
    operation: 'initiativeByKey',
    takes: READ,
    target: ({ initiativeKey }) => initiativeKey,
    variables: (key) => ({ key }),
  },
  {
    operation: 'integrationConnection',
    takes: READ,
    target: ({ connection }) => connection,
    variables: (id) => ({ id }),
  },
  {
    operation: 'integrationConnections',
    takes: READ,
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey }),
  },
  { operation: 'jobs', takes: BY_INSTANCE_ADMIN },
  { operation: 'portfolio', takes: READ, target: ({ key }) => key, variables: (key) => ({ key }) },
  { operation: 'portfolios', takes: READ, holds: ({ key }) => `"key":"${key}"` },
  {
    operation: 'templateMigrationPreview',
    takes: READ,
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, templateKey: DRAFT.key }),
  },
  {
    operation: 'tickets',
    takes: READ,
    target: ({ ticketConnection }) => ticketConnection,
    variables: (connectionId) => ({ connectionId }),
  },
  { operation: 'users', takes: BY_ANY_ADMIN },
  { operation: 'viewer', takes: BY_ANYBODY },
  {
    operation: 'webhookEndpoint',
    takes: by('webhook:manage'),
    target: ({ endpoint }) => endpoint,
    variables: (id) => ({ id }),
  },
  {
    operation: 'webhookEndpoints',
    takes: by('webhook:manage'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey }),
  },
  { operation: 'workflowTemplate', takes: BY_ANYBODY, variables: () => ({ key: DRAFT.key }) },
  {
    operation: 'workflowTemplateDryRun',
    takes: READ,
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, input: DRAFT }),
  },
  { operation: 'workflowTemplates', takes: BY_ANYBODY },
];

export const SUBSCRIPTIONS: readonly Row[] = [{ operation: 'initiativeChanged', takes: READ }];
