import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BeginDays } from './commands/begin-days.js';
import { CountDaysFrom } from './commands/count-days-from.js';
import { RetryJob } from './commands/retry-job.js';
import { JobResolver } from './graphql/job.resolver.js';
import { PortfolioDayRepository } from './persistence/portfolio-day.repository.js';
import { DaysOfPortfolios } from './queries/days-of-portfolios.js';
import { Jobs } from './queries/jobs.js';

@Module({
  imports: [AuditModule],
  providers: [BeginDays, CountDaysFrom, DaysOfPortfolios, JobResolver, Jobs, PortfolioDayRepository, RetryJob],
  exports: [BeginDays, CountDaysFrom, DaysOfPortfolios, Jobs],
})
export class ScheduleModule {}
