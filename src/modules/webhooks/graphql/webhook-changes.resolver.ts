import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { CreateEndpoint } from '../commands/create-endpoint.js';
import { DeleteEndpoint } from '../commands/delete-endpoint.js';
import { RotateEndpointSecret } from '../commands/rotate-endpoint-secret.js';
import { UpdateEndpoint } from '../commands/update-endpoint.js';
import { WebhookEndpointCreateInput, WebhookEndpointUpdateInput } from './webhook.inputs.js';
import { WebhookEndpointPayload } from './webhook.payloads.js';

const told = ({ id, secret }: { readonly id: string; readonly secret?: string }) => ({ endpointId: id, secret });

/** What is neither left out nor null. */
const stated = <T extends object>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };

@Resolver()
export class WebhookChangesResolver {
  constructor(
    private readonly create: CreateEndpoint,
    private readonly update: UpdateEndpoint,
    private readonly remove: DeleteEndpoint,
    private readonly rotate: RotateEndpointSecret,
  ) {}

  @Mutation(() => WebhookEndpointPayload, {
    description:
      'Adds an endpoint that is told of events from now on; it takes ADMIN. At most 20 a portfolio. The secret is shown this once.',
  })
  async webhookEndpointCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => WebhookEndpointCreateInput, description: 'Where to, and what of.' })
    input: WebhookEndpointCreateInput,
  ) {
    const { portfolioKey, url, events, format } = input;
    const request = { portfolioKey, url, events, format: format ?? ('STANDARD' as const) };
    return payload(await this.create.run(viewer, request), told);
  }

  @Mutation(() => WebhookEndpointPayload, {
    description: 'Changes an endpoint, or disables or enables it; it takes ADMIN.',
  })
  async webhookEndpointUpdate(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The endpoint.' }) id: string,
    @Args('input', { type: () => WebhookEndpointUpdateInput, description: 'What is to change.' })
    { url, events, format, enabled }: WebhookEndpointUpdateInput,
  ) {
    const change = stated({ url, events, format, isEnabled: enabled });
    return payload(await this.update.run(viewer, id, change), told);
  }

  @Mutation(() => WebhookEndpointPayload, {
    description: 'Deletes an endpoint: nothing more is sent to it; it takes ADMIN.',
  })
  async webhookEndpointDelete(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The endpoint.' }) id: string,
  ) {
    return payload(await this.remove.run(viewer, id), told);
  }

  @Mutation(() => WebhookEndpointPayload, {
    description:
      'Gives an endpoint a new secret, shown this once; it takes ADMIN. For 24 hours messages are signed by both.',
  })
  async webhookEndpointRotateSecret(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The endpoint.' }) id: string,
  ) {
    return payload(await this.rotate.run(viewer, id), told);
  }
}
