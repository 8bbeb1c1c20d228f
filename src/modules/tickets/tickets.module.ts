import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { EffortModule } from '../effort/effort.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { BookWork } from './commands/book-work.js';
import { FollowLinks } from './commands/follow-links.js';
import { FollowRules } from './commands/follow-rules.js';
import { FollowTicket } from './commands/follow-ticket.js';
import { HeldTickets } from './commands/held-tickets.js';
import { HoldTickets } from './commands/hold-tickets.js';
import { KeepTicket } from './commands/keep-ticket.js';
import { KeepWork } from './commands/keep-work.js';
import { LinkTable } from './commands/link-table.js';
import { LinkTicket } from './commands/link-ticket.js';
import { NoteTicketEvidence } from './commands/note-ticket-evidence.js';
import { RelinkTicket } from './commands/relink-ticket.js';
import { RelinkTickets } from './commands/relink-tickets.js';
import { SyncEffort } from './commands/sync-effort.js';
import { TakeIn } from './commands/take-in.js';
import { TellLinks } from './commands/tell-links.js';
import { UnlinkTicket } from './commands/unlink-ticket.js';
import {
  BasisChangeEdgesResolver,
  InitiativeTicketsResolver,
  TicketLinkEdgesResolver,
} from './graphql/ticket-edges.resolver.js';
import { TicketResolver } from './graphql/ticket.resolver.js';
import { TicketLinkRepository } from './persistence/ticket-link.repository.js';
import { TicketRepository } from './persistence/ticket.repository.js';
import { WorkRepository } from './persistence/work.repository.js';
import { BasisChanges } from './queries/basis-changes.js';
import { TicketFacts } from './queries/ticket-facts.js';
import { Tickets } from './queries/tickets.js';

@Module({
  imports: [
    AuditModule,
    ConnectionsModule,
    EffortModule,
    EvidenceModule,
    IdentityModule,
    InitiativesModule,
    PortfoliosModule,
    TemplatesModule,
  ],
  providers: [
    BasisChangeEdgesResolver,
    BasisChanges,
    BookWork,
    FollowLinks,
    FollowRules,
    FollowTicket,
    HeldTickets,
    HoldTickets,
    InitiativeTicketsResolver,
    KeepTicket,
    KeepWork,
    LinkTable,
    LinkTicket,
    NoteTicketEvidence,
    RelinkTicket,
    RelinkTickets,
    SyncEffort,
    TakeIn,
    TellLinks,
    TicketFacts,
    TicketLinkEdgesResolver,
    TicketLinkRepository,
    TicketRepository,
    TicketResolver,
    Tickets,
    UnlinkTicket,
    WorkRepository,
  ],
  exports: [BasisChanges, LinkTicket, RelinkTickets, TakeIn, TicketFacts, Tickets, UnlinkTicket],
})
export class TicketsModule {}
