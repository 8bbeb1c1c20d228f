import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import type { RawDelivery } from '../../../tools/tool-adapter.js';
import { NoteSignatureFailure } from '../../connections/commands/note-signature-failure.js';
import { ConnectionSecrets } from '../../connections/queries/connection-secrets.js';
import type { Connection } from '../../connections/queries/connections.js';

/** Finds out whether a delivery is from the tool of its connection, by every secret in force, and keeps a note where it is not. */
@Injectable()
export class AuthenticateDelivery {
  constructor(
    private readonly secrets: ConnectionSecrets,
    private readonly noteFailure: NoteSignatureFailure,
    private readonly clock: Clock,
  ) {}

  async run(connection: Connection, delivery: RawDelivery): Promise<boolean> {
    const now = this.clock.now();
    const secrets = await this.secrets.inForce(connection.id, now);
    const authentication = ADAPTERS[connection.tool].authenticate(delivery, secrets, now);
    if (!authentication.ok) {
      await this.noteFailure.run(connection.id, authentication.why, now);
    }
    return authentication.ok;
  }
}
