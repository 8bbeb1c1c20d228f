import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EffortModule } from '../effort/effort.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { ClaimMessages } from './commands/claim-messages.js';
import { CreateEndpoint } from './commands/create-endpoint.js';
import { DeleteEndpoint } from './commands/delete-endpoint.js';
import { DeliverMessage } from './commands/deliver-message.js';
import { EndpointBook } from './commands/endpoint-book.js';
import { LockEndpoint } from './commands/lock-endpoint.js';
import { MakeMessagesReady } from './commands/make-messages-ready.js';
import { PingEndpoint } from './commands/ping-endpoint.js';
import { ResendMessages } from './commands/resend-messages.js';
import { RotateEndpointSecret } from './commands/rotate-endpoint-secret.js';
import { AnswerTime, SendMessage } from './commands/send-message.js';
import { TidyMessages } from './commands/tidy-messages.js';
import { UpdateEndpoint } from './commands/update-endpoint.js';
import { WebhookChangesResolver } from './graphql/webhook-changes.resolver.js';
import { WebhookEndpointResolver } from './graphql/webhook-endpoint.resolver.js';
import { WebhookMessageResolver } from './graphql/webhook-message.resolver.js';
import { WebhookSendingResolver } from './graphql/webhook-sending.resolver.js';
import { EventTellings } from './queries/event-tellings.js';
import { ToldNames } from './queries/told-names.js';
import { WebhookEndpoints } from './queries/webhook-endpoints.js';
import { WebhookMessages } from './queries/webhook-messages.js';

@Module({
  imports: [AuditModule, EffortModule, GatesModule, IdentityModule, InitiativesModule, PortfoliosModule],
  providers: [
    AnswerTime,
    ClaimMessages,
    CreateEndpoint,
    DeleteEndpoint,
    DeliverMessage,
    EndpointBook,
    EventTellings,
    LockEndpoint,
    MakeMessagesReady,
    PingEndpoint,
    ResendMessages,
    RotateEndpointSecret,
    SendMessage,
    TidyMessages,
    ToldNames,
    UpdateEndpoint,
    WebhookChangesResolver,
    WebhookEndpointResolver,
    WebhookEndpoints,
    WebhookMessageResolver,
    WebhookMessages,
    WebhookSendingResolver,
  ],
  exports: [ClaimMessages, DeliverMessage, MakeMessagesReady, TidyMessages, WebhookEndpoints, WebhookMessages],
})
export class WebhooksModule {}
