import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { ConnectionBook } from './commands/connection-book.js';
import { CreateConnection } from './commands/create-connection.js';
import { DeleteConnection } from './commands/delete-connection.js';
import { NoteSignatureFailure } from './commands/note-signature-failure.js';
import { RelinkLater } from './commands/relink-later.js';
import { RotateConnectionSecret } from './commands/rotate-connection-secret.js';
import { SetConnectionCredential } from './commands/set-connection-credential.js';
import { SetConnectionPaused } from './commands/set-connection-paused.js';
import { UpdateConnection } from './commands/update-connection.js';
import { ConnectionHealthResolver } from './graphql/connection-health.resolver.js';
import { ConnectionLifeResolver } from './graphql/connection-life.resolver.js';
import { ConnectionResolver } from './graphql/connection.resolver.js';
import { PortfolioConnectionsResolver } from './graphql/portfolio-connections.resolver.js';
import { ConnectionHealths } from './queries/connection-healths.js';
import { ConnectionSecrets } from './queries/connection-secrets.js';
import { Connections } from './queries/connections.js';

@Module({
  imports: [AuditModule, PortfoliosModule],
  providers: [
    ConnectionBook,
    ConnectionHealthResolver,
    ConnectionHealths,
    ConnectionLifeResolver,
    ConnectionResolver,
    ConnectionSecrets,
    Connections,
    CreateConnection,
    DeleteConnection,
    NoteSignatureFailure,
    PortfolioConnectionsResolver,
    RelinkLater,
    RotateConnectionSecret,
    SetConnectionCredential,
    SetConnectionPaused,
    UpdateConnection,
  ],
  exports: [ConnectionSecrets, Connections, CreateConnection, NoteSignatureFailure, RelinkLater],
})
export class ConnectionsModule {}
