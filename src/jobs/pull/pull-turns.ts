import { Injectable } from '@nestjs/common';
import { Connections } from '../../modules/connections/queries/connections.js';
import { AnswerRefetchWishes } from '../../modules/pulls/commands/answer-refetch-wishes.js';
import { BeginDuePulls } from '../../modules/pulls/commands/begin-due-pulls.js';
import { PullSchedule } from '../../modules/pulls/queries/pull-schedule.js';
import { log } from '../../platform/logging.js';

const EVERY_MS = 30_000;

/**
 * Has tools asked whose turn it is. It has a turn of its own, so that a tool that is slow holds up nothing else. Every process
 * on a database may do so, for a connection is read by one at a time; it is told to start and to stop.
 */
@Injectable()
export class PullTurns {
  private timer: NodeJS.Timeout | null = null;
  private beginning: Promise<unknown> | null = null;
  private readonly answering = new Map<string, Promise<unknown>>();
  private ending = new AbortController();

  constructor(
    private readonly beginDue: BeginDuePulls,
    private readonly answerWishes: AnswerRefetchWishes,
    private readonly schedule: PullSchedule,
    private readonly connections: Connections,
  ) {}

  /** Begins to look, every half minute, whose turn it is. */
  start(): void {
    this.ending = new AbortController();
    this.timer ??= setInterval(() => {
      this.run().catch((error: unknown) => {
        log.warn({ err: error }, 'tools could not be asked; they will in a moment');
      });
    }, EVERY_MS).unref();
  }

  /** Begins nothing more, and waits for the questions that are under way. */
  async stop(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    this.ending.abort();
    await Promise.allSettled([this.beginning, ...this.answering.values()]);
  }

  /** Does once what is due: begins runs, and answers wishes. A connection whose turn still lasts is left to it. */
  async run(): Promise<void> {
    this.beginning ??= this.beginDue.run().finally(() => {
      this.beginning = null;
    });
    await this.beginning;
    const wishing = await this.schedule.wishing();
    await Promise.all(wishing.filter((id) => !this.answering.has(id)).map((id) => this.answer(id)));
  }

  private answer(id: string): Promise<unknown> {
    const answered = this.connections
      .get(id)
      .then((connection) => this.answerWishes.run(connection, this.ending.signal))
      .finally(() => this.answering.delete(id));
    this.answering.set(id, answered);
    return answered;
  }
}
