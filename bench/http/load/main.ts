// A process that does nothing but ask, as it is told over its channel: whoever drives the run is not in the way of its clock.
import { DIALECTS, type ContestantName } from '../contestants/index.js';
import type { OperationName, World } from '../operations/operation.js';
import { offer, type Target } from './load.js';

/** Whom it will be told to ask, or what. */
export type Order =
  | { readonly know: ContestantName; readonly url: string; readonly token: string | null; readonly world: World }
  | {
      readonly ask: ContestantName;
      readonly operation: OperationName;
      readonly clients: number;
      readonly milliseconds: number;
      /** Only these are asked about: some of the world that is known. */
      readonly initiatives?: World['initiatives'];
    };

const targets = new Map<ContestantName, Target>();
const counts = new Map<string, number>();

const obey = async (order: Order): Promise<unknown> => {
  if ('know' in order) {
    const { know, url, token, world } = order;
    targets.set(know, { url, token, world, dialect: DIALECTS[know] });
    return null;
  }
  const target = targets.get(order.ask);
  if (!target) {
    throw new Error(`${order.ask} is not known.`);
  }
  const { operation, clients, milliseconds, initiatives = target.world.initiatives } = order;
  const counted = `${order.ask} ${operation}`;
  const count = (): number => {
    const n = counts.get(counted) ?? 0;
    counts.set(counted, n + 1);
    return n;
  };
  return offer({ ...target, world: { ...target.world, initiatives } }, operation, { clients, milliseconds, count });
};

process.on('message', (order: Order) => {
  obey(order).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ outcome: null });
