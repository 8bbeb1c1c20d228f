import { groupBy, loader } from './loader.js';

export interface ListLoader<Asked, V> {
  load(scope: object, id: string, asked: Asked): Promise<V>;
}

/**
 * The same question about the lists of many things: within one request, all that ask it with the same arguments go into
 * one call. `asked` must be plain JSON. A thing that `ask` leaves out gets `absent`.
 */
export const listLoader = <Asked extends object, V>(
  ask: (ids: readonly string[], asked: Asked) => Promise<ReadonlyMap<string, V>>,
  absent: (asked: Asked) => V,
): ListLoader<Asked, V> => {
  const batched = loader<string, V>(
    async (keys) => {
      const groups = groupBy(keys.map(questionOf<Asked>), (question) => JSON.stringify(question.asked));
      const answers = await Promise.all(
        [...groups.values()].map(async (group) => {
          const found = await ask(
            group.map((question) => question.id),
            (group[0] as Question<Asked>).asked,
          );
          return group.map(({ key, id, asked }) => [key, found.get(id) ?? absent(asked)] as const);
        }),
      );
      return new Map(answers.flat());
    },
    (key) => absent(questionOf<Asked>(key).asked),
  );
  return { load: (scope, id, asked) => batched.load(scope, JSON.stringify([id, asked])) };
};

interface Question<Asked> {
  readonly key: string;
  readonly id: string;
  readonly asked: Asked;
}

const questionOf = <Asked>(key: string): Question<Asked> => {
  const [id, asked] = JSON.parse(key) as [string, Asked];
  return { key, id, asked };
};
