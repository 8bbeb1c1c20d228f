import { setTimeout as pause } from 'node:timers/promises';
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { PortfolioScope } from '../database/portfolio-scope.js';
import { within } from '../database/request-scope.js';
import { isDatabaseAway } from '../failure.js';

/** What the resolvers of a subscription share. */
export interface EventContext {
  /** Whose rows are seen in it. */
  readonly portfolios: PortfolioScope;
  /** The same for one event: nothing that was loaded for one event is told with another. */
  afresh(): EventContext;
}

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;

const isFailedByDatabase = ({ errors = [] }: ExecutionResult): boolean =>
  errors.some(({ originalError }) => isDatabaseAway(originalError));

/**
 * Subscribes, and answers each event with what its fields are then, in a context of its own. While the database is away an event
 * waits, for about eight seconds, before it is told with errors.
 */
export const tellEvents = async (
  args: ExecutionArgs & { readonly contextValue: EventContext },
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> => {
  const source = await within(args.contextValue.portfolios, () => createSourceEventStream(args));
  if (!(Symbol.asyncIterator in source)) {
    return source;
  }
  const events: AsyncIterator<unknown, unknown> = source[Symbol.asyncIterator]();
  let isOver = false;
  const answer = async (event: unknown): Promise<ExecutionResult> => {
    for (let attempt = 1; ; attempt += 1) {
      const contextValue = args.contextValue.afresh();
      const result = await within(contextValue.portfolios, () => execute({ ...args, rootValue: event, contextValue }));
      if (attempt >= ATTEMPTS || !isFailedByDatabase(result)) {
        return result;
      }
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1), undefined, { ref: false });
    }
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const step = isOver ? null : await events.next();
      return step === null || step.done
        ? { done: true, value: undefined }
        : { done: false, value: await answer(step.value) };
    },
    // Not a generator: it could not end while it waits for an event.
    return: async () => {
      isOver = true;
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
};
