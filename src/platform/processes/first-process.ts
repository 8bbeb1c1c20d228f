import cluster from 'node:cluster';
import { fault } from '../faults.js';
import { isOurs, type Ground, type Numbers, type ToFirst, type ToServing } from './messages.js';
import { Replies } from './replies.js';

const METRICS_WITHIN_MS = 5_000;

/** The first process of the program, as one that serves beside others sees it. */
class FirstProcess {
  /** What was made ready for all. */
  readonly ground: Promise<Ground>;
  private readonly metrics = new Replies<string>();
  private numbers: (() => Promise<Numbers>) | null = null;
  private end: () => void = () => undefined;

  constructor() {
    this.ground = new Promise((resolve) => {
      process.on('message', (message: unknown) => {
        if (isOurs(message)) {
          this.hear(message as ToServing, resolve);
        }
      });
    });
    // Asked for, for what is told before somebody listens is lost.
    this.tell({ tollgate: 'ground?' });
  }

  /** Says that this process serves, and where. */
  ready(base: string): void {
    this.tell({ tollgate: 'ready', base });
  }

  onEnd(end: () => void): void {
    this.end = end;
  }

  /** How this process answers what its numbers are. */
  answerBy(numbers: () => Promise<Numbers>): void {
    this.numbers = numbers;
  }

  /** The numbers of all processes, as text. */
  async metricsOfAll(): Promise<string> {
    const text = await this.metrics.ask((id) => {
      this.tell({ tollgate: 'metrics?', id });
    }, METRICS_WITHIN_MS);
    if (text === null) {
      throw fault('SERVICE_UNAVAILABLE', 'The numbers of the other processes did not come in time.');
    }
    return text;
  }

  private hear(message: ToServing, standOn: (ground: Ground) => void): void {
    switch (message.tollgate) {
      case 'ground':
        standOn(message.ground);
        break;
      case 'numbers?':
        void this.answer(message.id);
        break;
      case 'metrics':
        this.metrics.settle(message.id, message.text);
        break;
      case 'end':
        this.end();
        break;
    }
  }

  /** Where it has none to tell yet it says nothing, and is left out. */
  private async answer(id: number): Promise<void> {
    const numbers = await this.numbers?.().catch(() => null);
    if (numbers) {
      this.tell({ tollgate: 'numbers', id, numbers });
    }
  }

  private tell(message: ToFirst): void {
    if (process.connected) {
      process.send?.(message);
    }
  }
}

/** Null where this process is the only one of its program, or the first. */
export const firstProcess = cluster.isWorker ? new FirstProcess() : null;
