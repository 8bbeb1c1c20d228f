import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { NoAnswer, PatientHttp } from '../../../platform/http/patient-http.js';
import { SealBroken } from '../../../platform/vault.js';
import { PULL_CLIENTS } from '../../../tools/all-pull-clients.js';
import { addressOf, missingToAsk } from '../../../tools/asking/missing-to-ask.js';
import type { PullCall, PullClient } from '../../../tools/pull-client.js';
import { ConnectionSecrets } from '../../connections/queries/connection-secrets.js';
import type { Connection } from '../../connections/queries/connections.js';

/** A way to a tool that is open: whom to ask, and with what. */
export interface ToolCall {
  readonly client: PullClient;
  readonly call: PullCall;
}

const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message, field: ['id'] });

/** Opens ways to tools: with the settings and the credential of a connection, by the one patient way out. */
@Injectable()
export class ToolCalls {
  constructor(
    private readonly secrets: ConnectionSecrets,
    private readonly http: PatientHttp,
    private readonly clock: Clock,
  ) {}

  /** What stands in the way of asking the tool, all at once and each with what to do about it; empty where nothing does. */
  async refusals(connection: Connection): Promise<readonly Refusal[]> {
    const hasCredential = (await this.credentialOf(connection)) !== null;
    const problems = [
      ...(connection.paused && PULL_CLIENTS[connection.tool]
        ? ['The connection is paused. Resume it: a reconcile then follows by itself.']
        : []),
      ...missingToAsk({ ...connection, hasCredential }),
    ];
    return problems.map(wrongState);
  }

  /** Throws where something stands in the way. */
  async to(connection: Connection, signal: AbortSignal, onAsk: () => Promise<void>): Promise<ToolCall> {
    const client = PULL_CLIENTS[connection.tool];
    const baseUrl = addressOf(connection);
    const credential = await this.credentialOf(connection);
    if (!client || baseUrl === null || credential === null) {
      throw new NoAnswer('The connection cannot be asked any more: its address or its credential is gone.');
    }
    const { settings } = connection;
    const call: PullCall = {
      settings,
      baseUrl,
      credential,
      now: this.clock.now(),
      learnt: new Map(),
      ask: async ({ path, ...request }) => {
        if (signal.aborted) {
          throw new NoAnswer('It was interrupted, and goes on from there at the next turn.');
        }
        await onAsk();
        return this.http.json({ ...request, url: `${baseUrl}${path}`, signal });
      },
    };
    return { client, call };
  }

  private async credentialOf({ id }: Connection): Promise<string | null> {
    try {
      return await this.secrets.credentialOf(id);
    } catch (error) {
      if (error instanceof SealBroken) {
        return null;
      }
      throw error;
    }
  }
}
