import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import {
  EvidencePermissionsResolver,
  GateReviewPermissionsResolver,
  InitiativePermissionsResolver,
  WaiverPermissionsResolver,
} from './graphql/permissions.resolver.js';
import { GatePermissions } from './queries/gate-permissions.js';
import { InitiativePermissions } from './queries/initiative-permissions.js';
import { Permissions } from './queries/permissions.js';

@Module({
  imports: [GatesModule, InitiativesModule, PortfoliosModule, TemplatesModule],
  providers: [
    EvidencePermissionsResolver,
    GatePermissions,
    GateReviewPermissionsResolver,
    InitiativePermissions,
    InitiativePermissionsResolver,
    Permissions,
    WaiverPermissionsResolver,
  ],
})
export class PermissionsModule {}
