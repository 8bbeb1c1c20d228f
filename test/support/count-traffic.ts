import pg from 'pg';

const TIMES = 5;

/** What is said to a PostgreSQL: how many statements, and in how many messages that are waited for. */
export interface Traffic {
  readonly statements: number;
  readonly messages: number;
}

interface Talking {
  execute: (...given: unknown[]) => unknown;
  sync: () => unknown;
  query: (text: string) => unknown;
}

/**
 * What this process says to its databases while something is done, transactions and all: the least of several times, for the first time a
 * connection may have something to learn. Nothing else may go on meanwhile.
 */
export const countTraffic = async (act: () => Promise<unknown>): Promise<Traffic> => {
  const line = (pg.Connection as unknown as { prototype: Talking }).prototype;
  const { execute, sync, query } = line;
  let [statements, messages] = [0, 0];
  line.execute = function (...given) {
    statements += 1;
    return execute.apply(this, given);
  };
  line.sync = function () {
    messages += 1;
    return sync.apply(this);
  };
  line.query = function (text) {
    statements += 1;
    messages += 1;
    return query.call(this, text);
  };
  const counts: Traffic[] = [];
  try {
    for (let time = 0; time < TIMES; time += 1) {
      [statements, messages] = [0, 0];
      await act();
      counts.push({ statements, messages });
    }
  } finally {
    Object.assign(line, { execute, sync, query });
  }
  return counts.reduce((least, each) => (each.statements < least.statements ? each : least));
};
