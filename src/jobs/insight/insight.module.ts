import { Module } from '@nestjs/common';
import { ChangesModule } from '../../modules/changes/changes.module.js';
import { FindingsModule } from '../../modules/findings/findings.module.js';
import { InsightWorker } from './insight-worker.js';

@Module({ imports: [ChangesModule, FindingsModule], providers: [InsightWorker] })
export class InsightModule {}
