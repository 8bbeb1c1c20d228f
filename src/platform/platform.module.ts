import { randomBytes } from 'node:crypto';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { Database } from './database/database.js';
import { LongReads } from './database/long-reads.js';
import { NO_REPLICAS, ReplicaSettings } from './database/replica-settings.js';
import { Replicas } from './database/replicas.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { ArgumentsPipe } from './graphql/arguments.pipe.js';
import { ForgetfulInterceptor } from './graphql/forgetful.interceptor.js';
import { Compilation, COMPILATION } from './graphql/compiled-documents.plugin.js';
import { PointBudget } from './graphql/point-budget.js';
import { QueryPatience } from './graphql/query-deadline.plugin.js';
import { RefusalInterceptor } from './graphql/refusal.interceptor.js';
import { DateScalar, DateTimeScalar, DecimalScalar, JsonScalar } from './graphql/scalars.js';
import { FailureFilter } from './http/failure.filter.js';
import { HealthController } from './http/health.controller.js';
import { MetricsController } from './http/metrics.controller.js';
import type { Networks } from './http/networks.js';
import { OutgoingHttp } from './http/outgoing-http.js';
import { REQUEST_LIMITS, type RequestLimits } from './http/request-limits.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.js';
import { JobQueue } from './jobs/job-queue.js';
import { Metrics } from './metrics.js';
import type { AccessTokenSettings } from './config/oidc-settings.js';
import { AccessTokens } from './oidc/access-tokens.js';
import { DatabaseMetrics } from './observability/database-metrics.js';
import { PublicUrl } from './public-url.js';
import { Vault } from './vault.js';

/** What the process brings along: an open data source, a clock, and a vault for secrets. */
export interface Surroundings {
  readonly source: DataSource;
  readonly clock: Clock;
  /** Left out by programs that neither seal nor open anything that is to last. */
  readonly vault?: Vault;
  /** What may be called although it is not of the public internet; left out: nothing. */
  readonly allowedNetworks?: Networks;
  /** Where people reach the server; left out by programs that send nothing. */
  readonly publicUrl?: string;
  /** How much each client may have; left out: all it asks for. */
  readonly limits?: RequestLimits;
  /** The OpenID provider whose access tokens are taken beside API tokens; left out: none. */
  readonly accessTokens?: AccessTokenSettings | null;
  /** When documents are compiled; left out: once they come often. */
  readonly compilation?: Compilation;
  /** Where replicas of the database are; left out: there are none. */
  readonly replicas?: ReplicaSettings;
}

@Global()
@Module({})
export class PlatformModule {
  static on({
    source,
    clock,
    vault = new Vault(randomBytes(32)),
    allowedNetworks,
    publicUrl = '',
    limits,
    accessTokens = null,
    compilation = COMPILATION,
    replicas = NO_REPLICAS,
  }: Surroundings): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: DataSource, useValue: source },
        { provide: Clock, useValue: clock },
        { provide: Vault, useValue: vault },
        { provide: PublicUrl, useValue: new PublicUrl(publicUrl) },
        { provide: AccessTokens, useValue: new AccessTokens(accessTokens) },
        { provide: PointBudget, useValue: new PointBudget(limits?.pointsPerMinute ?? 0) },
        { provide: QueryPatience, useValue: new QueryPatience((limits ?? REQUEST_LIMITS).queryWithinMs) },
        { provide: Compilation, useValue: compilation },
        { provide: ReplicaSettings, useValue: replicas },
        { provide: OutgoingHttp, useValue: new OutgoingHttp(allowedNetworks) },
        { provide: APP_PIPE, useClass: ArgumentsPipe },
        { provide: APP_INTERCEPTOR, useClass: ForgetfulInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
        { provide: APP_FILTER, useClass: FailureFilter },
        Database,
        DatabaseMetrics,
        DateScalar,
        DateTimeScalar,
        DecimalScalar,
        IdempotencyKeys,
        JobQueue,
        JsonScalar,
        LongReads,
        Metrics,
        Replicas,
        UnitOfWork,
      ],
      exports: [
        AccessTokens,
        Clock,
        Compilation,
        Database,
        IdempotencyKeys,
        JobQueue,
        LongReads,
        Metrics,
        OutgoingHttp,
        PointBudget,
        PublicUrl,
        QueryPatience,
        Replicas,
        UnitOfWork,
        Vault,
      ],
    };
  }
}
