import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { WebhookEndpoints, type WebhookEndpoint } from '../queries/webhook-endpoints.js';

const LOCK = 'SELECT 1 FROM webhook_endpoint WHERE id = $1 FOR NO KEY UPDATE';

/** Finds an endpoint for somebody who may manage it, and keeps others from changing it until the transaction ends. */
@Injectable()
export class LockEndpoint {
  constructor(private readonly endpoints: WebhookEndpoints) {}

  /** Null for one that is not there, or that the viewer may not know of. */
  async run(viewer: Viewer, id: string, tx: Tx): Promise<WebhookEndpoint | null> {
    if (isId(id)) {
      await tx.query(LOCK, [id]);
    }
    return this.endpoints.seenBy(viewer, id, tx);
  }
}
