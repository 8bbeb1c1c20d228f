import type { LoggerService } from '@nestjs/common';
import { requestScopes } from './database/request-scope.js';
import { pino, stdSerializers, type SerializedError } from 'pino';

/** What a failed statement was given: it holds what people wrote, and may hold secrets. */
const WITHHELD = ['parameters', 'driverError', 'detail', 'where'] as const;

/** An error as it is logged: with its stack, without what a statement was given. */
export const toldError = (error: unknown): unknown => {
  if (!(error instanceof Error)) {
    return error;
  }
  const told: SerializedError = stdSerializers.err(error);
  return Object.fromEntries(Object.entries(told).filter(([name]) => !WITHHELD.some((withheld) => withheld === name)));
};

/** Which request a line is about, and what that asks for. */
const underWay = (): object => {
  const { id, operation } = requestScopes.getStore() ?? { id: null };
  return id === null ? {} : { requestId: id, ...(operation ? { operation } : {}) };
};

/** What operators read: JSON lines on standard error, so that standard output stays for people. */
export const log = pino(
  { name: 'tollgate', level: 'warn', base: null, mixin: underWay, serializers: { err: toldError } },
  pino.destination(2),
);

/** Of many things that are alike it tells the first, and then one in so many milliseconds, with how many were left out in between. */
export class Sparingly {
  private last = -Infinity;
  private untold = 0;

  constructor(
    private readonly everyMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  tell(say: (untold: number) => void): void {
    if (this.now() - this.last < this.everyMs) {
      this.untold += 1;
      return;
    }
    this.last = this.now();
    say(this.untold);
    this.untold = 0;
  }
}

/** What fails only because the database is away goes by this id, for all of it is one failure. */
export const DATABASE_AWAY = 'database';
const whileAway = new Sparingly(1_000);

/** An error that someone must look at, under the id the client was told. */
export const logFailure = (id: string, error: unknown): void => {
  if (id !== DATABASE_AWAY) {
    log.error({ id, err: error }, 'a request failed');
    return;
  }
  whileAway.tell((untold) => {
    log.error({ id, err: error, ...(untold > 0 ? { untold } : {}) }, 'a request failed');
  });
};

/** NestJS speaks through the same log; what it says of a normal start is left out. */
export const nestLogger: LoggerService = {
  log: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
  warn: (message: unknown) => {
    log.warn(String(message));
  },
  error: (message: unknown, ...details: readonly unknown[]) => {
    log.error({ details }, String(message));
  },
};
