import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { CreatePortfolio } from './commands/create-portfolio.js';
import { PublishScheme } from './commands/publish-scheme.js';
import { SetMember } from './commands/set-member.js';
import { AuditResolver } from './graphql/audit.resolver.js';
import { AllocationSchemeResolver } from './graphql/allocation-scheme.resolver.js';
import { PortfolioResolver } from './graphql/portfolio.resolver.js';
import { PortfolioMembersResolver } from './graphql/portfolio-members.resolver.js';
import { ViewerResolver } from './graphql/viewer.resolver.js';
import { AllocationSchemes } from './queries/allocation-schemes.js';
import { PortfolioPeople } from './queries/portfolio-people.js';
import { Portfolios } from './queries/portfolios.js';
import { SettledKnowledge } from './queries/settled-knowledge.js';

@Module({
  imports: [AuditModule, IdentityModule, TemplatesModule],
  providers: [
    AllocationSchemeResolver,
    AllocationSchemes,
    PublishScheme,
    AuditResolver,
    CreatePortfolio,
    PortfolioMembersResolver,
    PortfolioPeople,
    PortfolioResolver,
    Portfolios,
    SetMember,
    SettledKnowledge,
    ViewerResolver,
  ],
  exports: [AllocationSchemes, CreatePortfolio, PortfolioPeople, Portfolios, SetMember, SettledKnowledge],
})
export class PortfoliosModule {}
