import DataLoader from 'dataloader';

/** Anything that lives as long as one request. */
type RequestScope = object;

export interface Loader<K, V> {
  load(scope: RequestScope, key: K): Promise<V>;
  /** Notes an answer that was come upon, so that nobody in the request asks for it. */
  note(scope: RequestScope, key: K, answer: V): void;
}

/** How often what was loaded in a request went out of date. */
const changes = new WeakMap<RequestScope, number>();

const changesIn = (scope: RequestScope): number => changes.get(scope) ?? 0;

/** Forgets all that was loaded in a request, for something is about to change: what is asked from here on is asked anew. */
export const forgetLoaded = (scope: RequestScope): void => {
  changes.set(scope, changesIn(scope) + 1);
};

interface Batched<K, V> {
  readonly since: number;
  readonly keys: DataLoader<K, V, string>;
}

/**
 * A question that is asked for many things at once: within one request all things of a tick go into one call, and each is asked for
 * once, unless `forgetLoaded` came between. `ask` answers in the order it was asked in, with an error for what it cannot answer.
 */
export const batchLoader = <Asked, V>(
  ask: (asked: readonly Asked[], scope: RequestScope) => Promise<readonly (V | Error)[]>,
  keyOf: (asked: Asked) => string,
): Loader<Asked, V> => {
  const perRequest = new WeakMap<RequestScope, Batched<Asked, V>>();
  const batchedIn = (scope: RequestScope): DataLoader<Asked, V, string> => {
    let batched = perRequest.get(scope);
    if (batched?.since !== changesIn(scope)) {
      batched = { since: changesIn(scope), keys: new DataLoader((asked) => ask(asked, scope), { cacheKeyFn: keyOf }) };
      perRequest.set(scope, batched);
    }
    return batched.keys;
  };
  return {
    load: (scope, key) => batchedIn(scope).load(key),
    note: (scope, key, answer) => {
      batchedIn(scope).prime(key, answer);
    },
  };
};

/** The same by a text: `ask` answers by key; a key it leaves out gets `absent`. */
export const loader = <K extends string, V>(
  ask: (keys: readonly K[], scope: RequestScope) => Promise<ReadonlyMap<K, V>>,
  absent: (key: K) => V,
): Loader<K, V> =>
  batchLoader(
    async (keys, scope) => {
      const answers = await ask(keys, scope);
      return keys.map((key) => answers.get(key) ?? absent(key));
    },
    (key) => key,
  );

/**
 * A question that is reckoned once within one request for all who ask it alike, as a report and its headline do, unless
 * `forgetLoaded` came between.
 */
export const oncePerRequest = <Asked, V>(ask: (asked: Asked) => Promise<V>, keyOf: (asked: Asked) => string) => {
  const perRequest = new WeakMap<RequestScope, { readonly since: number; readonly answers: Map<string, Promise<V>> }>();
  return {
    load: (scope: RequestScope, asked: Asked): Promise<V> => {
      let known = perRequest.get(scope);
      if (known?.since !== changesIn(scope)) {
        known = { since: changesIn(scope), answers: new Map() };
        perRequest.set(scope, known);
      }
      const answer = known.answers.get(keyOf(asked)) ?? ask(asked);
      known.answers.set(keyOf(asked), answer);
      return answer;
    },
  };
};

/** Rows by one of their columns, in the order they came. */
export const groupBy = <Row, K>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> => {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(keyOf(row), [row]);
    }
  }
  return groups;
};
