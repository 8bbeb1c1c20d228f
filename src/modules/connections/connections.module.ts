import { Module } from '@nestjs/common';
import { Connections } from './queries/connections.js';

@Module({
  providers: [Connections],
  exports: [Connections],
})
export class ConnectionsModule {}
