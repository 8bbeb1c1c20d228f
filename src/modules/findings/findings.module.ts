import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { FindingEdgesResolver, InitiativeFindingsResolver } from './graphql/initiative-findings.resolver.js';
import { Findings } from './queries/findings.js';

@Module({
  imports: [GatesModule, InitiativesModule, TemplatesModule],
  providers: [FindingEdgesResolver, Findings, InitiativeFindingsResolver],
})
export class FindingsModule {}
