import { Module } from '@nestjs/common';
import { PatientHttp, Patience } from '../../platform/http/patient-http.js';
import { Pauses } from '../../platform/http/pauses.js';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { AnswerRefetchWishes } from './commands/answer-refetch-wishes.js';
import { BackfillConnection } from './commands/backfill-connection.js';
import { BeginDuePulls } from './commands/begin-due-pulls.js';
import { BeginPull } from './commands/begin-pull.js';
import { CarryOutPull } from './commands/carry-out-pull.js';
import { LinkedTickets } from './commands/linked-tickets.js';
import { PullBook } from './commands/pull-book.js';
import { PullsUnderWay } from './commands/pulls-under-way.js';
import { ReconcileConnection } from './commands/reconcile-connection.js';
import { StartPull } from './commands/start-pull.js';
import { TakeInPulled } from './commands/take-in-pulled.js';
import { ToolCalls } from './commands/tool-calls.js';
import { WishBook } from './commands/wish-book.js';
import { ConnectionPullsResolver } from './graphql/connection-pulls.resolver.js';
import { PullResolver } from './graphql/pull.resolver.js';
import { PullRepository } from './persistence/pull.repository.js';
import { WishRepository } from './persistence/wish.repository.js';
import { KnownTickets } from './queries/known-tickets.js';
import { PullRuns } from './queries/pull-runs.js';
import { PullSchedule } from './queries/pull-schedule.js';

@Module({
  imports: [AuditModule, ConnectionsModule, IdentityModule, TicketsModule],
  providers: [
    AnswerRefetchWishes,
    BackfillConnection,
    BeginDuePulls,
    BeginPull,
    CarryOutPull,
    ConnectionPullsResolver,
    KnownTickets,
    LinkedTickets,
    Patience,
    PatientHttp,
    Pauses,
    PullBook,
    PullRepository,
    PullResolver,
    PullRuns,
    PullSchedule,
    PullsUnderWay,
    ReconcileConnection,
    StartPull,
    TakeInPulled,
    ToolCalls,
    WishBook,
    WishRepository,
  ],
  exports: [AnswerRefetchWishes, BackfillConnection, BeginDuePulls, PullRuns, PullSchedule, ReconcileConnection],
})
export class PullsModule {}
