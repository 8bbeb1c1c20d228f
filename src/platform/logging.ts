import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** What operators read: JSON lines on standard error, so that standard output stays for people. */
export const log = pino({ name: 'tollgate', base: null }, pino.destination(2));

/** An error that someone must look at, under the id the client was told. */
export const logFailure = (id: string, error: unknown): void => {
  log.error({ id, err: error }, 'a request failed');
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
