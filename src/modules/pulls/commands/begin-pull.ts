import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { PULL_CLIENTS } from '../../../tools/all-pull-clients.js';
import type { PullClient, PullStream } from '../../../tools/pull-client.js';
import type { Connection } from '../../connections/queries/connections.js';
import { PullRepository, type StoredCursor } from '../persistence/pull.repository.js';
import { PullRuns, type PullKind, type PullRun } from '../queries/pull-runs.js';
import { LINKED_TICKETS } from './linked-tickets.js';
import { ToolCalls } from './tool-calls.js';

/** A run that did not come on for so long was cut off; longer than the most patient request takes. */
const DEAD_AFTER_MS = 600_000;
/** The feed of deletions is read once an hour. */
const DELETIONS_EVERY_MS = 3_600_000 - 60_000;

export interface Beginning {
  readonly kind: PullKind;
  readonly startedBy: string;
  /** With BACKFILL: from when on the past is read. */
  readonly since?: Instant;
  /** True: also what was read lately. */
  readonly all: boolean;
}

/**
 * Begins to read what a tool has, in the transaction of the caller; what it takes then is done by CarryOutPull. A stream that
 * was never read begins where the connection was made; all others go on where they stood, whether they came to their end or
 * not. WRONG_STATE where the tool cannot be asked, wants to be left alone, or is being read.
 */
@Injectable()
export class BeginPull {
  constructor(
    private readonly calls: ToolCalls,
    private readonly repository: PullRepository,
    private readonly runs: PullRuns,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, connection: Connection, beginning: Beginning): Promise<Result<PullRun>> {
    await this.repository.lockConnection(tx, connection.id);
    const now = this.clock.now();
    const refusals = [...(await this.calls.refusals(connection)), ...(await this.busy(tx, connection, now))];
    const client = PULL_CLIENTS[connection.tool];
    if (refusals.length > 0 || !client) {
      return refuse(...refusals);
    }
    const streams = await this.streams(tx, connection, client, beginning);
    const id = newId();
    await this.repository.insert(tx, {
      id,
      portfolioId: connection.portfolioId,
      connectionId: connection.id,
      connectionVersion: connection.version,
      kind: beginning.kind,
      streams: streams.map(({ name }) => name),
      startedAt: now,
      startedBy: beginning.startedBy,
    });
    return accept(await this.runs.get(id, tx));
  }

  /** What is under way, or was asked for by the tool. A run that was cut off is ended here. */
  private async busy(tx: Tx, { id }: Connection, now: Instant): Promise<readonly Refusal[]> {
    const running = await this.repository.running(tx, id);
    if (running !== null && millisecondsOf(now) - millisecondsOf(running.seenAt) < DEAD_AFTER_MS) {
      return [wrongState(`The tool is being read since ${running.startedAt}. Look at pullRuns for how it ends.`)];
    }
    if (running !== null) {
      await this.repository.end(tx, running.id, now, 'It was cut off; the next run goes on from where it had come to.');
    }
    const until = await this.repository.quietUntil(tx, id);
    return until !== null && until > now
      ? [wrongState(`The tool allows no more requests before ${until}. Try again then.`)]
      : [];
  }

  private async streams(
    tx: Tx,
    connection: Connection,
    client: PullClient,
    { kind, since, all }: Beginning,
  ): Promise<readonly PullStream[]> {
    if (kind === 'COMPARE') {
      await this.repository.place(tx, placeOf(connection), LINKED_TICKETS.beginning, false);
      return [LINKED_TICKETS.stream];
    }
    const now = millisecondsOf(this.clock.now());
    const stored = await this.repository.cursors(tx, connection.id);
    const isDue = ({ name, of }: PullStream): boolean => {
      const sweptAt = stored.find(({ stream }) => stream === name)?.sweptAt ?? null;
      return all || of === 'CHANGES' || sweptAt === null || now - millisecondsOf(sweptAt) >= DELETIONS_EVERY_MS;
    };
    const streams = client.streams(connection.settings).filter(isDue);
    for (const { name } of streams) {
      const cursor: Pick<StoredCursor, 'stream' | 'position' | 'isHistory'> = {
        stream: name,
        position: client.beginning(name, since ?? connection.createdAt),
        isHistory: since !== undefined,
      };
      await this.repository.place(tx, placeOf(connection), cursor, since !== undefined);
    }
    return streams;
  }
}

const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message, field: ['id'] });

const placeOf = ({ id, portfolioId }: Connection) => ({ connectionId: id, portfolioId });
