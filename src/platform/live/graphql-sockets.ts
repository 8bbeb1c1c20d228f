import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Context, type Server } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { Fault } from '../faults.js';
import { log } from '../logging.js';
import { LiveSocket } from './live-socket.js';
import { readSubscription, type ReadingLimits } from './read-subscription.js';
import type { SocketLimits } from './socket-limits.js';
import { tellEvents, type EventContext } from './tell-events.js';
import { refuseUpgrade } from './upgrades.js';

/** Codes of the WebSocket protocol; clients come back by themselves after them. */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/** Who is at the other end. */
export interface Guest {
  /** Whose connections are counted together. */
  readonly id: string;
  /** What resolvers share, as it is now. */
  context(): EventContext;
  /** Looks whether it is still admitted; whoever is not any more is told so by `onLost`. */
  renew(): Promise<unknown>;
  onLost(end: () => void): void;
}

export interface SocketPolicy {
  schema(): GraphQLSchema;
  /** UNAUTHENTICATED for who is not let in, by what was stated or by the request it began with; RATE_LIMITED for who tries too often. */
  admit(authorization: string | undefined, request: IncomingMessage): Promise<Guest>;
  /** Whether a page that a browser says is of this origin may talk to us, who are called `host` by it. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  readonly reading: ReadingLimits;
  readonly limits: SocketLimits;
}

interface Visit {
  readonly socket: LiveSocket;
  /** With which it began. */
  readonly request: IncomingMessage;
  guest: Guest | null;
}
type Session = Context<Record<string, unknown>, Visit>;

const tooMany = (most: number): GraphQLError =>
  new GraphQLError(`One connection takes at most ${most} subscriptions. End one, or open another connection.`, {
    extensions: { code: 'BAD_REQUEST' },
  });

/** What has been ended since the process began, by reason. */
export type Endings = Record<'slow' | 'gone', number>;

/** Subscriptions over WebSockets, by the protocol graphql-transport-ws, and nothing else over them. */
export class GraphqlSockets {
  readonly endings: Endings = { slow: 0, gone: 0 };
  private readonly server: WebSocketServer;
  private readonly protocol: Server<Visit>;
  private readonly visits = new Set<Visit>();
  private readonly looking: NodeJS.Timeout;
  private isClosing = false;

  constructor(private readonly policy: SocketPolicy) {
    const { limits } = policy;
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: limits.mostPayload,
      perMessageDeflate: false,
      handleProtocols,
    });
    this.protocol = makeServer<Record<string, unknown>, Visit>({
      connectionInitWaitTimeout: limits.initWithin,
      onConnect: (session) => this.admit(session),
      onSubscribe: (session, _id, payload) => {
        const { guest } = session.extra;
        if (!guest || Object.keys(session.subscriptions).length > limits.mostSubscriptions) {
          return [tooMany(limits.mostSubscriptions)];
        }
        const reading = readSubscription(policy.schema(), payload, policy.reading);
        return 'schema' in reading ? { ...reading, contextValue: guest.context() } : reading;
      },
      subscribe: (args) => tellEvents(args as Parameters<typeof tellEvents>[0]),
      onNext: (_session, _id, _payload, _args, { errors, ...result }) =>
        errors && { ...result, errors: errors.map((error) => this.told(error)) },
      onError: (_session, _id, _payload, errors) => errors.map((error) => this.told(error)),
    });
    this.looking = setInterval(() => {
      this.look();
    }, limits.lookEvery).unref();
  }

  get connections(): number {
    return this.visits.size;
  }

  /** Makes a connection of a request for one. Refused with 403 for a page of somebody else, with 503 while there are too many or it closes. */
  take(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const { headers } = request;
    const { origin, host } = headers;
    if (origin !== undefined && !this.policy.isOwnOrigin(origin, host)) {
      refuseUpgrade(socket, 403, 'A page of another origin may not connect here.');
    } else if (this.isClosing || this.visits.size >= this.policy.limits.mostConnections) {
      refuseUpgrade(socket, 503, 'No more connections can be taken just now. Try again in a moment.');
    } else {
      this.server.handleUpgrade(request, socket, head, (opened) => {
        const visit: Visit = { socket: new LiveSocket(opened, this.policy.limits), request, guest: null };
        this.visits.add(visit);
        const ended = this.protocol.opened(visit.socket, visit);
        visit.socket.onClosed((code, reason) => {
          this.visits.delete(visit);
          ended(code, reason).catch((error: unknown) => {
            log.error({ err: error }, 'a connection of a client did not end well');
          });
        });
      });
    }
  }

  /** Tells all clients that it goes away, so that they come back to another, and takes no more. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.looking);
    await Promise.all(
      [...this.visits].map(
        ({ socket }) =>
          new Promise<void>((resolve) => {
            socket.onClosed(() => {
              resolve();
            });
            socket.close(GOING_AWAY, 'Going away');
          }),
      ),
    );
  }

  private async admit({ connectionParams, extra: visit }: Session): Promise<boolean> {
    const { authorization, Authorization } = connectionParams ?? {};
    const stated = authorization ?? Authorization ?? visit.request.headers.authorization;
    try {
      const guest = await this.policy.admit(typeof stated === 'string' ? stated : undefined, visit.request);
      const others = [...this.visits].filter((other) => other.guest?.id === guest.id);
      if (others.length >= this.policy.limits.mostOfGuest) {
        visit.socket.close(
          CloseCode.TooManyInitialisationRequests,
          `More than ${this.policy.limits.mostOfGuest} connections of one user`,
        );
        return false;
      }
      visit.guest = guest;
      guest.onLost(() => {
        visit.socket.close(CloseCode.Forbidden, 'Forbidden');
      });
      return true;
    } catch (error) {
      if (error instanceof Fault && error.code === 'RATE_LIMITED') {
        visit.socket.close(TRY_AGAIN_LATER, 'Too many tries with credentials that do not hold');
      } else if (!(error instanceof Fault && error.code === 'UNAUTHENTICATED')) {
        log.warn({ err: error }, 'it could not be found out who connects');
        visit.socket.close(TRY_AGAIN_LATER, 'Try again later');
      }
      return false;
    }
  }

  /** Ends those who do not keep up, and finds out who is no longer admitted. */
  private look(): void {
    for (const { socket, guest } of this.visits) {
      const state = socket.look();
      if (state === 'slow') {
        this.endings.slow += 1;
        log.warn({ guest: guest?.id }, 'a client does not read what it subscribed to, and is ended');
        socket.close(TRY_AGAIN_LATER, 'Too slow: nothing was read for a while. Ask again, and subscribe anew.');
      } else if (state === 'gone') {
        this.endings.gone += 1;
        socket.cutOff();
      }
      // A database that is away tells nothing of anybody; it is asked again in a moment.
      guest?.renew().catch(() => undefined);
    }
  }

  private told(error: GraphQLError): GraphQLFormattedError {
    return this.policy.formatError(error.toJSON(), error.path ? error : (error.originalError ?? error));
  }
}
