import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { InitiativeChangedResolver } from './graphql/initiative-changed.resolver.js';
import { ChangeFollowers } from './queries/change-followers.js';

/** What clients are told of while it happens. */
@Module({
  imports: [ChangesModule, InitiativesModule, PortfoliosModule],
  providers: [ChangeFollowers, InitiativeChangedResolver],
  exports: [ChangeFollowers],
})
export class SubscriptionsModule {}
