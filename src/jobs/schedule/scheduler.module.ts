import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ChangesModule } from '../../modules/changes/changes.module.js';
import { DeliveriesModule } from '../../modules/deliveries/deliveries.module.js';
import { EffortModule } from '../../modules/effort/effort.module.js';
import { ScheduleModule } from '../../modules/schedule/schedule.module.js';
import { SessionsModule } from '../../modules/sessions/sessions.module.js';
import { UpkeepMetrics } from '../upkeep/upkeep-metrics.js';
import { DropOld } from '../upkeep/drop-old.js';
import { Upkeep } from '../upkeep/upkeep.js';
import { DAY_TASKS, dayTasksIn } from './day-tasks.js';
import { FOLLOW_UP_TASKS, followUpTasksIn } from './follow-up-tasks.js';
import { ScheduleMetrics } from './schedule-metrics.js';
import { Scheduler } from './scheduler.js';

@Module({
  imports: [ChangesModule, DeliveriesModule, EffortModule, ScheduleModule, SessionsModule],
  providers: [
    { provide: DAY_TASKS, inject: [ModuleRef], useFactory: dayTasksIn },
    { provide: FOLLOW_UP_TASKS, inject: [ModuleRef], useFactory: followUpTasksIn },
    ScheduleMetrics,
    Scheduler,
    DropOld,
    Upkeep,
    UpkeepMetrics,
  ],
})
export class SchedulerModule {}
