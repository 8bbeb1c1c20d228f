import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { SealBroken, Vault } from '../../../platform/vault.js';

/** Where a secret of a connection is kept. */
export type SecretColumn = 'secret' | 'previous_secret' | 'credential';

/** What of a connection the key of the vault opens. */
export interface ReadableSecrets {
  readonly isSecretReadable: boolean;
  readonly isCredentialReadable: boolean;
}

interface Row {
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly previousSecretUntil: Instant | null;
  readonly credential: Buffer | null;
}

const SEALED = `
  SELECT secret, previous_secret AS "previousSecret", previous_secret_until AS "previousSecretUntil", credential
  FROM integration_connection WHERE id = $1`;

const SEALED_OF_MANY = 'SELECT id, secret, credential FROM integration_connection WHERE id = ANY($1)';

const contextOf = (connectionId: string, column: SecretColumn): string =>
  `integration_connection:${connectionId}:${column}`;

/** The secrets of connections, sealed and opened. Only what verifies a delivery or asks a tool has a reason to open one. */
@Injectable()
export class ConnectionSecrets {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * The secrets by which a delivery of a connection is verified, the newest first: two during a rotation, none where the
   * connection is not known. Throws SealBroken where they were sealed with another key.
   */
  async inForce(connectionId: string, now: Instant): Promise<readonly string[]> {
    const row = await this.row(connectionId);
    if (row === null) {
      return [];
    }
    const { secret, previousSecret, previousSecretUntil } = row;
    const newest = this.vault.open(secret, contextOf(connectionId, 'secret'));
    return previousSecret !== null && previousSecretUntil !== null && now < previousSecretUntil
      ? [newest, this.vault.open(previousSecret, contextOf(connectionId, 'previous_secret'))]
      : [newest];
  }

  /** What the tool of a connection is asked with; null where none was given. Throws SealBroken as above. */
  async credentialOf(connectionId: string, tx?: Tx): Promise<string | null> {
    const sealed = (await this.row(connectionId, tx))?.credential ?? null;
    return sealed === null ? null : this.vault.open(sealed, contextOf(connectionId, 'credential'));
  }

  /** Which secret is in force from now on, whatever the one before it. Throws SealBroken as above. */
  async newest(connectionId: string, tx: Tx): Promise<string | null> {
    const sealed = (await this.row(connectionId, tx))?.secret ?? null;
    return sealed === null ? null : this.vault.open(sealed, contextOf(connectionId, 'secret'));
  }

  /** Whether each of these connections has a secret, and a credential if any, that the key of the vault opens. */
  async readable(ids: readonly string[]): Promise<ReadonlyMap<string, ReadableSecrets>> {
    const rows = await this.database.rows<Pick<Row, 'secret' | 'credential'> & { readonly id: string }>(
      SEALED_OF_MANY,
      [ids],
    );
    return new Map(
      rows.map(({ id, secret, credential }) => [
        id,
        {
          isSecretReadable: this.opens(secret, contextOf(id, 'secret')),
          isCredentialReadable: credential === null || this.opens(credential, contextOf(id, 'credential')),
        },
      ]),
    );
  }

  /** Seals a secret for its place. */
  seal(connectionId: string, column: SecretColumn, secret: string): Buffer {
    return this.vault.seal(secret, contextOf(connectionId, column));
  }

  private opens(sealed: Buffer, context: string): boolean {
    try {
      this.vault.open(sealed, context);
      return true;
    } catch (error) {
      if (error instanceof SealBroken) {
        return false;
      }
      throw error;
    }
  }

  private async row(connectionId: string, tx?: Tx): Promise<Row | null> {
    return isId(connectionId) ? this.database.row<Row>(SEALED, [connectionId], tx) : null;
  }
}
