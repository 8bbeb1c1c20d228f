import { isDeepStrictEqual } from 'node:util';
import { DIALECTS, type ContestantName } from './contestants/index.js';
import type { Running } from './contestants/start.js';
import type { OperationName, World } from './operations/operation.js';
import { askOnce } from './world.js';

const TIMES = 4;

/**
 * Asks all contestants the same and throws where they do not tell the same: initiatives, criteria, evidence, KPIs, events, sums and
 * counts. What is written twice must be there once. How each puts it, and the status of a criterion, which only the product has rules
 * for, is left aside.
 */
export const checkAnswers = async (
  contestants: readonly Running[],
  worlds: ReadonlyMap<ContestantName, World>,
  names: readonly OperationName[],
): Promise<void> => {
  for (const name of names) {
    for (let n = 0; n < TIMES; n += 1) {
      let first: { readonly of: ContestantName; readonly told: unknown } | null = null;
      for (const running of contestants) {
        const world = worlds.get(running.name);
        const told = world && (await tell(running, world, name, n));
        if (told === undefined) {
          continue;
        }
        first ??= { of: running.name, told };
        if (!isDeepStrictEqual(told, first.told)) {
          throw new Error(
            `${name} ${n}: ${running.name} does not answer what ${first.of} does.\n${firstDifference(told, first.told)}`,
          );
        }
      }
    }
  }
};

const tell = async (running: Running, world: World, name: OperationName, n: number): Promise<unknown> => {
  const { asks, told } = DIALECTS[running.name];
  const ask = asks[name];
  if (!ask) {
    return undefined;
  }
  const ofCheck = { ...world, run: `${world.run}-check` };
  const once = async (): Promise<unknown> => {
    const body = await askOnce(running, ask(ofCheck, n));
    try {
      return told(name, body);
    } catch {
      throw new Error(`${name} ${n}: ${running.name} answers ${JSON.stringify(body).slice(0, 1_000)}`);
    }
  };
  const answered = await once();
  return name === 'M2' ? [answered, await once()] : answered;
};

const firstDifference = (a: unknown, b: unknown, path = ''): string => {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [one, other] = [a, b] as Record<string, unknown>[];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (!isDeepStrictEqual(one?.[key], other?.[key])) {
        return firstDifference(one?.[key], other?.[key], `${path}/${key}`);
      }
    }
  }
  return `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
};
