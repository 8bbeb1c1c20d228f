import { Module } from '@nestjs/common';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { InboxItemResolver, ViewerInboxResolver } from './graphql/inbox.resolver.js';
import { Inbox } from './queries/inbox.js';

@Module({
  imports: [InitiativesModule, PortfoliosModule],
  providers: [Inbox, InboxItemResolver, ViewerInboxResolver],
})
export class InboxModule {}
