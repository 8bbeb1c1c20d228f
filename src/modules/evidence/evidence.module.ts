import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { KpisModule } from '../kpis/kpis.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { KeepTicketEvidence } from './commands/keep-ticket-evidence.js';
import { NoteStaleEvidence } from './commands/note-stale-evidence.js';
import { ReviewEvidence } from './commands/review-evidence.js';
import { SubmitEvidence } from './commands/submit-evidence.js';
import { EvidenceResolver } from './graphql/evidence.resolver.js';
import { InitiativeEvidenceResolver } from './graphql/initiative-evidence.resolver.js';
import { ExpiryRepository } from './persistence/expiry.repository.js';
import { EvidenceLedger } from './queries/evidence-ledger.js';
import { EvidenceSurroundings } from './queries/evidence-surroundings.js';
import { PerishedEvidence } from './queries/perished-evidence.js';

@Module({
  imports: [IdentityModule, InitiativesModule, KpisModule, PortfoliosModule, TemplatesModule],
  providers: [
    EvidenceLedger,
    EvidenceResolver,
    EvidenceSurroundings,
    ExpiryRepository,
    InitiativeEvidenceResolver,
    KeepTicketEvidence,
    NoteStaleEvidence,
    PerishedEvidence,
    ReviewEvidence,
    SubmitEvidence,
  ],
  exports: [EvidenceLedger, KeepTicketEvidence, NoteStaleEvidence, ReviewEvidence, SubmitEvidence],
})
export class EvidenceModule {}
