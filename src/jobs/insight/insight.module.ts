import { Module } from '@nestjs/common';
import { ChangesModule } from '../../modules/changes/changes.module.js';
import { FindingsModule } from '../../modules/findings/findings.module.js';
import { InsightMetrics } from './insight-metrics.js';
import { InsightWorker } from './insight-worker.js';

@Module({ imports: [ChangesModule, FindingsModule], providers: [InsightMetrics, InsightWorker] })
export class InsightModule {}
