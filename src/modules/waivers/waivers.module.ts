import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { DecideWaiver } from './commands/decide-waiver.js';
import { ExpireWaivers } from './commands/expire-waivers.js';
import { RequestWaiver } from './commands/request-waiver.js';
import { RevokeWaiver } from './commands/revoke-waiver.js';
import { WaiverBook } from './commands/waiver-book.js';
import { InitiativeWaiversResolver } from './graphql/initiative-waivers.resolver.js';
import { WaiverResolver } from './graphql/waiver.resolver.js';
import { WaiverRepository } from './persistence/waiver.repository.js';
import { WaiverSurroundings } from './queries/waiver-surroundings.js';
import { WaiverTables } from './queries/waiver-table.js';
import { Waivers } from './queries/waivers.js';

@Module({
  imports: [IdentityModule, InitiativesModule, PortfoliosModule, TemplatesModule],
  providers: [
    DecideWaiver,
    ExpireWaivers,
    InitiativeWaiversResolver,
    RequestWaiver,
    RevokeWaiver,
    WaiverBook,
    WaiverRepository,
    WaiverResolver,
    WaiverSurroundings,
    WaiverTables,
    Waivers,
  ],
  exports: [DecideWaiver, ExpireWaivers, RequestWaiver, RevokeWaiver, Waivers],
})
export class WaiversModule {}
