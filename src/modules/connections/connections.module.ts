import { Module } from '@nestjs/common';
import { RelinkLater } from './commands/relink-later.js';
import { Connections } from './queries/connections.js';

@Module({
  providers: [Connections, RelinkLater],
  exports: [Connections, RelinkLater],
})
export class ConnectionsModule {}
