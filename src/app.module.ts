import { Module, type DynamicModule } from '@nestjs/common';
import { graphqlModule } from './graphql.module.js';
import { LiveModule } from './jobs/live/live.module.js';
import { OutboundModule } from './jobs/outbound/outbound.module.js';
import { InboundModule } from './jobs/inbound/inbound.module.js';
import { PullModule } from './jobs/pull/pull.module.js';
import { InsightModule } from './jobs/insight/insight.module.js';
import { SchedulerModule } from './jobs/schedule/scheduler.module.js';
import { SignalTurnsModule } from './jobs/signals/signal-turns.module.js';
import { AuditModule } from './modules/audit/audit.module.js';
import { ChangesModule } from './modules/changes/changes.module.js';
import { BenefitsModule } from './modules/benefits/benefits.module.js';
import { ConnectionsModule } from './modules/connections/connections.module.js';
import { ConversationModule } from './modules/conversation/conversation.module.js';
import { DeliveriesModule } from './modules/deliveries/deliveries.module.js';
import { EffortModule } from './modules/effort/effort.module.js';
import { EvidenceModule } from './modules/evidence/evidence.module.js';
import { ExplorerModule } from './modules/explorer/explorer.module.js';
import { ExportsModule } from './modules/exports/exports.module.js';
import { FindingsModule } from './modules/findings/findings.module.js';
import { GatesModule } from './modules/gates/gates.module.js';
import { IdentityModule } from './modules/identity/identity.module.js';
import { ImportsModule } from './modules/imports/imports.module.js';
import { InboxModule } from './modules/inbox/inbox.module.js';
import { InitiativesModule } from './modules/initiatives/initiatives.module.js';
import { KpisModule } from './modules/kpis/kpis.module.js';
import { PermissionsModule } from './modules/permissions/permissions.module.js';
import { PortfoliosModule } from './modules/portfolios/portfolios.module.js';
import { ProvisioningModule } from './modules/provisioning/provisioning.module.js';
import { PullsModule } from './modules/pulls/pulls.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { ScheduleModule } from './modules/schedule/schedule.module.js';
import { SessionsModule } from './modules/sessions/sessions.module.js';
import { SignInSettingsModule, type WaysToSignIn } from './modules/sessions/sign-in-settings.js';
import { SignalsModule } from './modules/signals/signals.module.js';
import { SubscriptionsModule } from './modules/subscriptions/subscriptions.module.js';
import { TemplateMigrationsModule } from './modules/template-migrations/template-migrations.module.js';
import { TemplatesModule } from './modules/templates/templates.module.js';
import { TicketsModule } from './modules/tickets/tickets.module.js';
import { WaiversModule } from './modules/waivers/waivers.module.js';
import { WebModule } from './modules/web/web.module.js';
import { WebhooksModule } from './modules/webhooks/webhooks.module.js';
import type { Networks } from './platform/http/networks.js';
import { PlatformModule, type Surroundings } from './platform/platform.module.js';

/** What the process brings along, and how people may sign in beside with API tokens. */
export interface ProductSurroundings extends Surroundings {
  readonly signIn?: WaysToSignIn;
  /** The proxies in front whose word on where a request comes from is taken; left out: none. */
  readonly trustedProxies?: Networks;
}

/** The nouns of the product: what a command line or the sample portfolio needs, without a server. */
@Module({
  imports: [
    AuditModule,
    ChangesModule,
    BenefitsModule,
    ConnectionsModule,
    ConversationModule,
    DeliveriesModule,
    EffortModule,
    EvidenceModule,
    ExportsModule,
    FindingsModule,
    GatesModule,
    IdentityModule,
    ImportsModule,
    InboundModule,
    InboxModule,
    InitiativesModule,
    InsightModule,
    KpisModule,
    LiveModule,
    OutboundModule,
    PermissionsModule,
    PortfoliosModule,
    ProvisioningModule,
    PullModule,
    PullsModule,
    ReportsModule,
    ScheduleModule,
    SchedulerModule,
    SessionsModule,
    SignalsModule,
    SignalTurnsModule,
    SubscriptionsModule,
    TemplateMigrationsModule,
    TemplatesModule,
    TicketsModule,
    WaiversModule,
    WebhooksModule,
  ],
})
export class ProductModule {
  static on({ signIn = {}, ...surroundings }: ProductSurroundings): DynamicModule {
    return { module: ProductModule, imports: [PlatformModule.on(surroundings), SignInSettingsModule.on(signIn)] };
  }
}

/** The table of contents of the server. */
@Module({})
export class AppModule {
  static on(surroundings: ProductSurroundings): DynamicModule {
    return { module: AppModule, imports: [ProductModule.on(surroundings), ExplorerModule, WebModule, graphqlModule()] };
  }
}
