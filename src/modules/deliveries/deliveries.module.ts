import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { ApplyDelivery } from './commands/apply-delivery.js';
import { ApplyKept } from './commands/apply-kept.js';
import { AuthenticateDelivery } from './commands/authenticate-delivery.js';
import { BeginReplay } from './commands/begin-replay.js';
import { DeliveryCounts } from './commands/delivery-counts.js';
import { DeliverySignal } from './commands/delivery-signal.js';
import { DismissDelivery } from './commands/dismiss-delivery.js';
import { DropBodies } from './commands/drop-bodies.js';
import { NoteFailure } from './commands/note-failure.js';
import { ReceiveDelivery } from './commands/receive-delivery.js';
import { ReplayDeliveries } from './commands/replay-deliveries.js';
import { ReplayDelivery } from './commands/replay-delivery.js';
import { ResumeDeliveries } from './commands/resume-deliveries.js';
import { DeliveryResolver } from './graphql/delivery.resolver.js';
import { DismissalResolver } from './graphql/dismissal.resolver.js';
import { HookDesk } from './http/hook-desk.js';
import { InboundDeliveryRepository } from './persistence/inbound-delivery.repository.js';
import { Hooks } from './queries/hooks.js';
import { InboundDeliveries } from './queries/inbound-deliveries.js';
import { ReplayTables } from './queries/replay-table.js';
import { WaitingDeliveries } from './queries/waiting-deliveries.js';

@Module({
  imports: [AuditModule, ConnectionsModule, IdentityModule, TicketsModule],
  providers: [
    ApplyDelivery,
    ApplyKept,
    AuthenticateDelivery,
    BeginReplay,
    DeliveryCounts,
    DeliveryResolver,
    DeliverySignal,
    DismissalResolver,
    DismissDelivery,
    DropBodies,
    HookDesk,
    Hooks,
    InboundDeliveries,
    InboundDeliveryRepository,
    NoteFailure,
    ReceiveDelivery,
    ReplayDeliveries,
    ReplayDelivery,
    ReplayTables,
    ResumeDeliveries,
    WaitingDeliveries,
  ],
  exports: [ApplyDelivery, DeliveryCounts, DeliverySignal, DropBodies, ResumeDeliveries, WaitingDeliveries],
})
export class DeliveriesModule {}
