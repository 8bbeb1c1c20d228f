import DataLoader from 'dataloader';

/** Anything that lives as long as one request. */
type RequestScope = object;

export interface Loader<K, V> {
  load(scope: RequestScope, key: K): Promise<V>;
}

/**
 * A question that is asked for many keys at once: within one request all keys of a tick go into one call, and each key
 * is asked for once. `ask` answers by key; a key it leaves out gets `absent`.
 */
export const loader = <K extends string, V>(
  ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  absent: (key: K) => V,
): Loader<K, V> => {
  const perRequest = new WeakMap<RequestScope, DataLoader<K, V>>();
  return {
    load(scope, key) {
      let batched = perRequest.get(scope);
      if (!batched) {
        batched = new DataLoader<K, V>(async (keys) => {
          const answers = await ask(keys);
          return keys.map((each) => answers.get(each) ?? absent(each));
        });
        perRequest.set(scope, batched);
      }
      return batched.load(key);
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
