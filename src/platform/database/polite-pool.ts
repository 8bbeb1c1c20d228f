import pg from 'pg';
import { fault, type Fault } from '../faults.js';
import { Silence } from './silence.js';

/** So many statements wait for a connection at a time; whoever comes beside is told to come again, and waits for nothing. One request may have dozens. */
export const MOST_WAITING = 500;
const SOON_SECONDS = 1;

const TOO_MANY = 'The server has more to do than it can just now. Try again in a second.';
const AWAY = 'The database does not answer just now. Try again in a second.';

type Checkout = Parameters<pg.Pool['connect']>[0];

/** Connections to PostgreSQL, for which no more wait than will have one in good time, and none while it is known to be away. */
export class PolitePool extends pg.Pool {
  private readonly silence = new Silence();

  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('acquire', (client) => {
      this.silence.watch(client);
    });
    this.on('release', (_error, client) => {
      this.silence.forget(client);
    });
    this.on('remove', (client) => {
      this.silence.forget(client);
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(checkout: NonNullable<Checkout>): void;
  override connect(checkout?: Checkout): Promise<pg.PoolClient> | undefined {
    const refusal = this.refusal();
    if (!checkout) {
      return refusal ? Promise.reject(refusal) : super.connect();
    }
    if (refusal) {
      process.nextTick(checkout, refusal, undefined, () => undefined);
    } else {
      super.connect(checkout);
    }
    return undefined;
  }

  override end(): Promise<void>;
  override end(ended: () => void): void;
  override end(ended?: () => void): Promise<void> | undefined {
    this.silence.end();
    if (!ended) {
      return super.end();
    }
    super.end(ended);
    return undefined;
  }

  private refusal(): Fault | null {
    if (this.silence.isAway) {
      return fault('SERVICE_UNAVAILABLE', AWAY, SOON_SECONDS);
    }
    return this.waitingCount >= MOST_WAITING ? fault('SERVICE_UNAVAILABLE', TOO_MANY, SOON_SECONDS) : null;
  }
}

/** The driver as it is, with pools of these. */
export const POLITE_POSTGRES = { ...pg, Pool: PolitePool };
