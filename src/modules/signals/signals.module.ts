import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { AskPrometheus } from './commands/ask-prometheus.js';
import { EnterReadings } from './commands/enter-readings.js';
import { NoteReadings } from './commands/note-readings.js';
import { PullBook } from './commands/pull-book.js';
import { PullDueSignal } from './commands/pull-due-signal.js';
import { RecordSignals } from './commands/record-signals.js';
import { RemoveSignalSource } from './commands/remove-signal-source.js';
import { SetSignalSource } from './commands/set-signal-source.js';
import { SourceBook } from './commands/source-book.js';
import {
  InitiativeSignalsResolver,
  SignalReadingEdgesResolver,
  SignalReadingsResolver,
} from './graphql/initiative-signals.resolver.js';
import { SignalResolver } from './graphql/signal.resolver.js';
import { SignalsController } from './http/signals.controller.js';
import { ReadingRepository } from './persistence/reading.repository.js';
import { SourceRepository } from './persistence/source.repository.js';
import { InitiativesByKey } from './queries/initiatives-by-key.js';
import { NewestReadings } from './queries/newest-readings.js';
import { SignalReads } from './queries/signal-reads.js';
import { SignalReadings } from './queries/signal-readings.js';
import { SignalSources } from './queries/signal-sources.js';
import { SignalStandings } from './queries/signal-standings.js';
import { WatchedInitiatives } from './queries/watched-initiatives.js';

@Module({
  imports: [IdentityModule, InitiativesModule, PortfoliosModule, SessionsModule],
  controllers: [SignalsController],
  providers: [
    AskPrometheus,
    EnterReadings,
    InitiativesByKey,
    InitiativeSignalsResolver,
    NewestReadings,
    NoteReadings,
    PullBook,
    PullDueSignal,
    ReadingRepository,
    RecordSignals,
    RemoveSignalSource,
    SetSignalSource,
    SignalReadingEdgesResolver,
    SignalReadings,
    SignalReadingsResolver,
    SignalReads,
    SignalResolver,
    SignalSources,
    SignalStandings,
    SourceBook,
    SourceRepository,
    WatchedInitiatives,
  ],
  exports: [PullDueSignal, RecordSignals, SignalReads, SignalSources, SignalStandings],
})
export class SignalsModule {}
