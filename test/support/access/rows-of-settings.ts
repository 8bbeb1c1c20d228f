import type { Row } from './row.js';
import { DRAFT } from './rows-to-read.js';
import { by, BY_ANYBODY, BY_INSTANCE_ADMIN, BY_ITSELF_OR_INSTANCE_ADMIN, BY_PUBLISHER } from './rules.js';
import { makeToken } from './world.js';

const CATEGORIES = [
  { key: 'PEOPLE_PROCESS', name: 'People', targetPercent: '70' },
  { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: '20' },
];

/** Who may change what a portfolio goes by, and what there is of users, tokens and the instance. */
export const OF_SETTINGS: readonly Row[] = [
  {
    operation: 'allocationSchemePublish',
    takes: by('scheme:publish'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({
      portfolioKey,
      input: { key: 'seventy', validFrom: '2026-07-01', categories: CATEGORIES },
    }),
    refusedAs: ['TARGETS_NOT_100'],
  },
  {
    operation: 'apiTokenCreate',
    of: 'for oneself',
    takes: BY_ANYBODY,
    target: (_, { userId }) => userId,
    variables: (userId) => ({ input: { userId, name: 'one more' } }),
  },
  {
    operation: 'apiTokenCreate',
    of: 'for somebody else',
    takes: BY_ITSELF_OR_INSTANCE_ADMIN,
    target: ({ bystander }) => bystander.userId,
    variables: (userId) => ({ input: { userId, name: 'one more' } }),
  },
  {
    operation: 'apiTokenRevoke',
    of: 'one’s own',
    takes: BY_ANYBODY,
    target: ({ server }, { userId }) => (userId === '' ? 'none' : makeToken(server, userId)),
    variables: (apiTokenId) => ({ apiTokenId }),
  },
  {
    operation: 'apiTokenRevoke',
    of: 'of somebody else',
    takes: BY_ITSELF_OR_INSTANCE_ADMIN,
    target: ({ bystander }) => bystander.tokenId,
    variables: (apiTokenId) => ({ apiTokenId }),
  },
  {
    operation: 'classificationRulesPreview',
    takes: by('rules:publish'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, input: { rules: [] } }),
  },
  {
    operation: 'classificationRulesPublish',
    takes: by('rules:publish'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, input: { rules: [{ name: 'It asks for nothing' }] } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'jobRetry',
    takes: BY_INSTANCE_ADMIN,
    target: ({ job }) => job,
    variables: (id) => ({ id }),
    refusedAs: ['WRONG_STATE'],
  },
  { operation: 'mentionsRead', takes: BY_ANYBODY, variables: (_, { comment }) => ({ ids: [comment] }) },
  {
    operation: 'portfolioCreate',
    takes: BY_INSTANCE_ADMIN,
    variables: (_, { key }) => ({ input: { key, name: 'The same again' } }),
    refusedAs: ['ALREADY_EXISTS'],
  },
  {
    operation: 'portfolioMemberSet',
    takes: by('portfolio:manage'),
    target: ({ key }) => key,
    variables: (portfolioKey, { bystander }) => ({
      portfolioKey,
      input: { userId: bystander.userId, roles: ['REVIEWER'] },
    }),
  },
  {
    operation: 'templateMigrate',
    takes: by('template:migrate'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ portfolioKey, input: { templateKey: DRAFT.key, reason: 'It is due' } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'userCreate',
    takes: BY_INSTANCE_ADMIN,
    variables: (_, { bystander }) => ({ input: { name: 'The same again', email: bystander.email } }),
    refusedAs: ['ALREADY_EXISTS'],
  },
  {
    operation: 'userDeactivate',
    takes: BY_INSTANCE_ADMIN,
    // Nobody deactivates themselves, whoever they are.
    variables: (_, __, { userId }) => ({ id: userId }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'userReactivate',
    takes: BY_INSTANCE_ADMIN,
    // Who is active stays so.
    variables: (_, { bystander }) => ({ id: bystander.userId }),
  },
  {
    operation: 'workflowTemplatePublish',
    takes: BY_PUBLISHER,
    variables: () => ({ input: { ...DRAFT, stages: [] } }),
    refusedAs: ['INVALID'],
  },
];
