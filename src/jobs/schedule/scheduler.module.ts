import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ScheduleModule } from '../../modules/schedule/schedule.module.js';
import { DAY_TASKS, dayTasksIn } from './day-tasks.js';
import { ScheduleMetrics } from './schedule-metrics.js';
import { Scheduler } from './scheduler.js';

@Module({
  imports: [ScheduleModule],
  providers: [{ provide: DAY_TASKS, inject: [ModuleRef], useFactory: dayTasksIn }, ScheduleMetrics, Scheduler],
})
export class SchedulerModule {}
