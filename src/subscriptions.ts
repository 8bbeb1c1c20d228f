import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { COST_POLICY } from './cost-policy.js';
import { portfoliosOf, type Viewer } from './domain/access/access.js';
import type { LiveContext } from './modules/identity/graphql-context.js';
import type { Admission } from './modules/identity/queries/admissions.js';
import { Callers } from './modules/sessions/callers.js';
import { describeFailure } from './platform/failure.js';
import { DOCUMENT_LIMITS } from './platform/graphql/document-limits.js';
import { formatErrorWith } from './platform/graphql/format-error.js';
import { Fault } from './platform/faults.js';
import type { AddressAllowances } from './platform/http/address-allowances.js';
import { addressOf } from './platform/http/client-address.js';
import type { Networks } from './platform/http/networks.js';
import { GraphqlSockets, type Guest } from './platform/live/graphql-sockets.js';
import { SOCKET_LIMITS } from './platform/live/socket-limits.js';
import type { EventContext } from './platform/live/tell-events.js';
import { refuseUpgrade, takeUpgrades } from './platform/live/upgrades.js';
import { logFailure } from './platform/logging.js';
import { Metrics } from './platform/metrics.js';
import { PublicUrl } from './platform/public-url.js';

const PATH = '/graphql';

/**
 * Lets the application take subscriptions over WebSockets at /graphql, behind an API token or a session; to be called before it is
 * initialised. It ends them when it closes. What comes from an address is counted with its requests over HTTP.
 */
export const registerSubscriptions = (
  app: NestFastifyApplication,
  allowances: AddressAllowances,
  trustedProxies: Networks,
): void => {
  const callers = app.get(Callers, { strict: false });
  const publicUrl = app.get(PublicUrl, { strict: false });
  const sockets = new GraphqlSockets({
    schema: () => app.get(GraphQLSchemaHost, { strict: false }).schema,
    admit: (authorization, request) => {
      const address = addressOf(request, trustedProxies);
      return allowances.tried(address, async () => {
        try {
          return guestOf(await callers.admit(authorization, request.headers));
        } catch (error) {
          if (error instanceof Fault && error.code === 'UNAUTHENTICATED') {
            await allowances.noteRefused(address);
          }
          throw error;
        }
      });
    },
    isOwnOrigin: (origin, host) => publicUrl.isOwnOrigin(origin, host),
    formatError: formatErrorWith(logFailure),
    reading: { limits: DOCUMENT_LIMITS, cost: COST_POLICY },
    limits: SOCKET_LIMITS,
  });
  takeUpgrades(app.getHttpServer(), (request, socket, head) => {
    if (request.url?.split('?')[0] !== PATH) {
      refuseUpgrade(socket, 404, `There are WebSockets at ${PATH} only.`);
      return;
    }
    allowances.take(addressOf(request, trustedProxies)).then(
      () => {
        sockets.take(request, socket, head);
      },
      (error: unknown) => {
        const { status, message, retryAfterSeconds } = describeFailure(error, logFailure);
        refuseUpgrade(socket, status, message, retryAfterSeconds);
      },
    );
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preClose', () => sockets.close());
  watch(app.get(Metrics, { strict: false }), sockets);
};

const guestOf = ({ viewer, admission }: { readonly viewer: Viewer; readonly admission: Admission }): Guest => {
  let current = viewer;
  admission.watch((changed) => {
    current = changed ?? current;
  });
  const context = (): EventContext & LiveContext => ({
    viewer: current,
    portfolios: portfoliosOf(current),
    admission,
    afresh: context,
  });
  return {
    id: viewer.userId,
    context,
    renew: () => admission.renewed(),
    onLost: (end) => {
      admission.watch((changed) => {
        if (changed === null) {
          end();
        }
      });
    },
  };
};

const watch = (metrics: Metrics, sockets: GraphqlSockets): void => {
  metrics.add({
    name: 'tollgate_live_connections',
    help: 'WebSockets of clients, in this process.',
    read: () => Promise.resolve([{ value: sockets.connections }]),
  });
  metrics.add({
    name: 'tollgate_live_connections_ended',
    help: 'WebSockets that were ended since this process began: slow, for nothing was read of what waited; gone, for there was no sign of life.',
    labelNames: ['reason'],
    read: () =>
      Promise.resolve(Object.entries(sockets.endings).map(([reason, value]) => ({ labels: { reason }, value }))),
  });
};
