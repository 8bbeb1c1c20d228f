/** What one connection may take; times in milliseconds, sizes in bytes. */
export interface SocketLimits {
  /** The longest message a client may send. */
  readonly mostPayload: number;
  /** Within which a client says who it is. */
  readonly initWithin: number;
  readonly mostSubscriptions: number;
  /** Connections of one guest, in this process. */
  readonly mostOfGuest: number;
  /** Connections of all, in this process. */
  readonly mostConnections: number;
  /** A client that lets so much wait is not listened to until it has read some of it. */
  readonly mostUnsent: number;
  /** Without any message having gone out in this time, while some wait, a client is ended as too slow. */
  readonly stalledAfter: number;
  /** How often a client is asked whether it is there. */
  readonly pingEvery: number;
  /** Without any sign of life in this time a client is gone. */
  readonly goneAfter: number;
  /** How often it is looked at all this, and whether guests are still admitted. */
  readonly lookEvery: number;
  /** How long a client that is told to close has for it. */
  readonly farewell: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  mostPayload: 65_536,
  initWithin: 3_000,
  mostSubscriptions: 20,
  mostOfGuest: 50,
  mostConnections: 5_000,
  mostUnsent: 65_536,
  stalledAfter: 30_000,
  pingEvery: 15_000,
  goneAfter: 45_000,
  lookEvery: 1_000,
  farewell: 2_000,
};
