import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import type { Message } from '../../../domain/webhooks/message.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { OutgoingFailure, OutgoingHttp } from '../../../platform/http/outgoing-http.js';
import { SealBroken, Vault } from '../../../platform/vault.js';
import { renderMessage } from '../formats/render-message.js';
import { signMessage } from '../formats/sign-message.js';
import { secretContext } from './endpoint-book.js';

const KEPT_OF_ANSWER = 1_024;

/** How long an endpoint has to answer, in milliseconds. */
export class AnswerTime {
  milliseconds = 15_000;
}

/** What one attempt came to. */
export interface Sent {
  readonly at: Instant;
  readonly durationMs: number;
  /** Without the signature. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where there was no answer. */
  readonly status: number | null;
  /** The beginning of the answer. */
  readonly response: string | null;
  readonly retryAfter: string | undefined;
  /** Why there was no answer. */
  readonly error: string | null;
}

interface Target {
  readonly url: string;
  readonly format: WebhookFormat;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
}

const TARGET = `
  SELECT url, format, secret, CASE WHEN previous_secret_until > $2 THEN previous_secret END AS "previousSecret"
  FROM webhook_endpoint WHERE id = $1`;

/** Sends a message to its endpoint once, signed by its secret, and by the one before while that holds. It writes nothing. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly database: Database,
    private readonly http: OutgoingHttp,
    private readonly vault: Vault,
    private readonly time: AnswerTime,
    private readonly clock: Clock,
  ) {}

  async run(endpointId: string, message: Message): Promise<Sent> {
    const at = this.clock.now();
    const target = await this.database.row<Target>(TARGET, [endpointId, at]);
    if (!target) {
      throw new Error(`Endpoint ${endpointId} is referred to but not there.`);
    }
    const { contentType, body } = renderMessage(target.format, message);
    const told = { 'content-type': contentType, 'user-agent': 'Tollgate-Webhooks/1' };
    try {
      const { identity, signature } = signMessage({ id: message.id, body }, at, this.secretsOf(endpointId, target));
      const headers = { ...told, ...identity };
      return await this.send(target.url, { ...headers, ...signature }, body, { at, headers });
    } catch (error) {
      if (!(error instanceof SealBroken)) {
        throw error;
      }
      const why = 'The secret of the endpoint cannot be opened with the key of this server: rotate it.';
      return { at, headers: told, durationMs: 0, status: null, response: null, retryAfter: undefined, error: why };
    }
  }

  private secretsOf(endpointId: string, { secret, previousSecret }: Target): readonly string[] {
    return [secret, ...(previousSecret ? [previousSecret] : [])].map((sealed) =>
      this.vault.open(sealed, secretContext(endpointId)),
    );
  }

  private async send(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    begun: Pick<Sent, 'at' | 'headers'>,
  ): Promise<Sent> {
    const asked = { method: 'POST', url, headers, body, maxBytes: KEPT_OF_ANSWER, cut: true };
    try {
      const answer = await this.http.request({ ...asked, timeoutMs: this.time.milliseconds });
      const retryAfter = answer.headers['retry-after'];
      // PostgreSQL keeps no NUL, and half of a character at the cut becomes a sign that says so.
      const response = answer.body.toString('utf8').replaceAll('\u0000', '\uFFFD');
      return { ...begun, durationMs: answer.durationMs, status: answer.status, response, retryAfter, error: null };
    } catch (error) {
      if (!(error instanceof OutgoingFailure)) {
        throw error;
      }
      const { durationMs, message } = error;
      return { ...begun, durationMs, status: null, response: null, retryAfter: undefined, error: message };
    }
  }
}
