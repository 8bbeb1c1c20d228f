import { setTimeout as pause } from 'node:timers/promises';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { portfoliosOf } from '../../../domain/access/access.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { within } from '../../../platform/database/request-scope.js';
import { isDatabaseAway } from '../../../platform/failure.js';
import { fault } from '../../../platform/faults.js';
import { requireAccess } from '../../identity/access.js';
import type { LiveContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { ChangeFollowers } from '../queries/change-followers.js';
import type { Following } from '../queries/following.js';

const TRIED_AGAIN_MS = 1_000;

const unknownPortfolio = (key: string): Error =>
  fault('NOT_FOUND', `There is no portfolio with the key ${JSON.stringify(key)} that you may know of.`);

/** What a subscription is told; without anything somebody asked for it like for a query. */
const told = (initiative: Initiative | undefined): Initiative => {
  if (initiative === undefined) {
    throw fault(
      'BAD_USER_INPUT',
      'Subscriptions are told over a WebSocket at this address, by the protocol graphql-transport-ws.',
    );
  }
  return initiative;
};

@Resolver()
export class InitiativeChangedResolver {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly initiatives: Initiatives,
    private readonly followers: ChangeFollowers,
  ) {}

  @Subscription(() => InitiativeType, {
    description:
      'Every change of an initiative of the portfolio that the viewer may see, from any replica: the initiative as it stands then. Several changes of one that come close together are told once.',
    resolve: told,
  })
  async initiativeChanged(
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Context() context: LiveContext,
  ): Promise<AsyncIterableIterator<Initiative>> {
    const portfolio = await this.portfolios.seenBy(context.viewer, portfolioKey);
    if (!portfolio) {
      throw unknownPortfolio(portfolioKey);
    }
    const following = await this.followers.follow(portfolio.id);
    const unwatch = context.admission.watch((viewer) => {
      if (viewer && !requireAccess(viewer, 'portfolio:read', portfolio.id)) {
        following.fail(unknownPortfolio(portfolioKey));
      }
    });
    const over = { done: true, value: undefined } as const;
    const finish = (): Promise<typeof over> => {
      unwatch();
      following.end();
      return Promise.resolve(over);
    };
    const stream: AsyncIterableIterator<Initiative> = {
      next: async () => {
        try {
          const initiative = await this.nextSeen(following, context);
          return initiative ? { done: false, value: initiative } : await finish();
        } catch (error) {
          await finish();
          throw error;
        }
      },
      // Not a generator: it could not end while it waits.
      return: finish,
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }

  /** The next initiative that changed and that the viewer may see, as it stands now; null at the end. While the database is away it waits. */
  private async nextSeen(following: Following, { admission }: LiveContext): Promise<Initiative | null> {
    for (;;) {
      const id = await following.next();
      if (id === null) {
        return null;
      }
      try {
        const viewer = await admission.renewed();
        if (viewer === null) {
          return null;
        }
        const initiative = await within(portfoliosOf(viewer), () => this.initiatives.seenBy(viewer, id));
        if (initiative) {
          return initiative;
        }
      } catch (error) {
        if (!isDatabaseAway(error)) {
          throw error;
        }
        following.add(id);
        await pause(TRIED_AGAIN_MS, undefined, { ref: false });
      }
    }
  }
}
