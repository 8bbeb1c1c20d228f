import { Module } from '@nestjs/common';
import { EffortModule } from '../effort/effort.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { FindingEdgesResolver, InitiativeFindingsResolver } from './graphql/initiative-findings.resolver.js';
import { FindingScenes } from './queries/finding-scenes.js';
import { Findings } from './queries/findings.js';
import { InitiativeCourses } from './queries/initiative-courses.js';
import { PortfolioScenes } from './queries/portfolio-scenes.js';

@Module({
  imports: [EffortModule, GatesModule, InitiativesModule, PortfoliosModule, TemplatesModule],
  providers: [
    FindingEdgesResolver,
    Findings,
    FindingScenes,
    InitiativeCourses,
    InitiativeFindingsResolver,
    PortfolioScenes,
  ],
  exports: [FindingScenes],
})
export class FindingsModule {}
