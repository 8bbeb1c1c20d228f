import { insertConnection } from '../connections.js';
import type { Row } from './row.js';
import { by } from './rules.js';
import { linkTicket, makeEndpoint, NOBODY_LISTENS, TICKET } from './world-of-tools.js';

const SINCE = '2026-04-01T00:00:00Z';
const TO_COME = '2027-01-01T00:00:00Z';

/** Who may change connections, tickets and deliveries, and who tells other tools. */
export const OF_TOOLS: readonly Row[] = [
  {
    operation: 'inboundDeliveriesReplay',
    takes: by('delivery:replay'),
    target: ({ connection }) => connection,
    variables: (connectionId) => ({ connectionId, since: SINCE, statuses: [] }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'inboundDeliveryDismiss',
    takes: by('delivery:replay'),
    target: ({ delivery }) => delivery,
    variables: (id) => ({ id, reason: 'Known' }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'inboundDeliveryReplay',
    takes: by('delivery:replay'),
    target: ({ delivery }) => delivery,
    variables: (id) => ({ id }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'integrationConnectionBackfill',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id, since: TO_COME }),
    refusedAs: ['INVALID', 'WRONG_STATE'],
  },
  {
    operation: 'integrationConnectionReconcile',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'integrationConnectionCreate',
    takes: by('connection:manage'),
    target: ({ key }) => key,
    variables: (portfolioKey, { connectionName }) => ({
      input: { portfolioKey, tool: 'GITHUB', name: connectionName },
    }),
    refusedAs: ['ALREADY_EXISTS'],
  },
  {
    operation: 'integrationConnectionDelete',
    takes: by('connection:manage'),
    target: async ({ server, key }) =>
      (await insertConnection(server, { portfolioKey: key, tool: 'JIRA', secret: 'not told' })).id,
    variables: (id) => ({ id }),
  },
  {
    operation: 'integrationConnectionRotateSecret',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id, secret: 'short' }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'integrationConnectionSetCredential',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id, credential: ' ' }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'integrationConnectionSetPaused',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id, paused: true }),
  },
  {
    operation: 'integrationConnectionUpdate',
    takes: by('connection:manage'),
    target: ({ connection }) => connection,
    variables: (id) => ({ id, input: { name: 'Mine', expectedVersion: 999 } }),
    refusedAs: ['STALE_VERSION'],
  },
  {
    operation: 'ticketLink',
    takes: by('ticket:link'),
    target: ({ initiative }) => initiative,
    variables: (initiativeId, { ticketConnection }) => ({
      initiativeId,
      input: { connectionId: ticketConnection, ticketKey: TICKET, sharePercent: '200' },
    }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'ticketUnlink',
    takes: by('ticket:link'),
    target: async (world) => {
      await linkTicket(world.company, world.initiative, world.ticketConnection);
      return world.initiative;
    },
    variables: (initiativeId, { ticketConnection }) => ({
      initiativeId,
      input: { connectionId: ticketConnection, ticketKey: TICKET },
    }),
  },
  {
    operation: 'webhookEndpointCreate',
    takes: by('webhook:manage'),
    target: ({ key }) => key,
    variables: (portfolioKey) => ({ input: { portfolioKey, url: NOBODY_LISTENS, events: [] } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'webhookEndpointDelete',
    takes: by('webhook:manage'),
    target: ({ company }) => makeEndpoint(company),
    variables: (id) => ({ id }),
  },
  {
    operation: 'webhookEndpointPing',
    takes: by('webhook:manage'),
    target: ({ endpoint }) => endpoint,
    variables: (id) => ({ id }),
  },
  {
    operation: 'webhookEndpointRotateSecret',
    takes: by('webhook:manage'),
    target: ({ endpoint }) => endpoint,
    variables: (id) => ({ id }),
  },
  {
    operation: 'webhookEndpointUpdate',
    takes: by('webhook:manage'),
    target: ({ endpoint }) => endpoint,
    variables: (id) => ({ id, input: { events: [] } }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'webhookMessageResend',
    takes: by('webhook:manage'),
    target: ({ message }) => message,
    variables: (id) => ({ id }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'webhookMessagesResend',
    takes: by('webhook:manage'),
    target: ({ disabledEndpoint }) => disabledEndpoint,
    variables: (endpointId) => ({ endpointId, since: SINCE }),
    refusedAs: ['WRONG_STATE'],
  },
];
