import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../../modules/connections/connections.module.js';
import { PullsModule } from '../../modules/pulls/pulls.module.js';
import { PullMetrics } from './pull-metrics.js';
import { PullTurns } from './pull-turns.js';

@Module({
  imports: [ConnectionsModule, PullsModule],
  providers: [PullMetrics, PullTurns],
})
export class PullModule {}
