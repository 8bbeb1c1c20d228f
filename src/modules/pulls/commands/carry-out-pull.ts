import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NoAnswer } from '../../../platform/http/patient-http.js';
import { log } from '../../../platform/logging.js';
import { ToolRefused } from '../../../tools/pull-client.js';
import { Connections, type Connection } from '../../connections/queries/connections.js';
import type { PullRun } from '../queries/pull-runs.js';
import { LINKED_TICKETS, LinkedTickets } from './linked-tickets.js';
import { Interrupted, PullBook } from './pull-book.js';
import { ToolCalls, type ToolCall } from './tool-calls.js';

/**
 * Reads what a run was begun for, step by step. What a step read is taken in and its cursor moved in one transaction: cut off
 * anywhere, the next run goes on there, and nothing is lost or taken in twice. It never rejects: a run that cannot go on ends
 * FAILED and says why.
 */
@Injectable()
export class CarryOutPull {
  constructor(
    private readonly work: UnitOfWork,
    private readonly connections: Connections,
    private readonly calls: ToolCalls,
    private readonly linked: LinkedTickets,
    private readonly book: PullBook,
  ) {}

  async run(run: PullRun, signal: AbortSignal): Promise<void> {
    try {
      const connection = await this.connections.get(run.connectionId);
      const tool = await this.calls.to(connection, signal, () => this.book.seen(run));
      for (const stream of run.streams) {
        await this.sweep(run, connection, tool, stream);
      }
      await this.book.end(run, null);
    } catch (error) {
      await this.fail(run, error);
    }
  }

  /** Reads one stream up to now. */
  private async sweep(run: PullRun, connection: Connection, tool: ToolCall, stream: string): Promise<void> {
    for (let isLast = false; !isLast;) {
      const cursor = await this.book.cursor(run, stream);
      const page =
        stream === LINKED_TICKETS.stream.name
          ? await this.linked.page(connection.id, tool, cursor.position)
          : await tool.client.page(tool.call, stream, cursor.position);
      await this.work.run(async (tx) => {
        await this.book.takeIn(tx, run, connection, cursor, page);
        return accept(null);
      });
      isLast = page.isLast;
    }
  }

  private async fail(run: PullRun, error: unknown): Promise<void> {
    if (error instanceof Interrupted) {
      return;
    }
    const isTold = error instanceof NoAnswer || error instanceof ToolRefused;
    if (!isTold) {
      log.error({ err: error, run: run.id }, 'the reading of a tool failed on our side');
    }
    await this.book
      .end(
        run,
        isTold
          ? error.message
          : 'Something went wrong on our side; it was logged, and is tried again at the next turn.',
        error instanceof NoAnswer ? error.notBefore : null,
      )
      .catch((failure: unknown) => {
        log.warn({ err: failure, run: run.id }, 'how a run ended could not be noted; the next one finds it cut off');
      });
  }
}
