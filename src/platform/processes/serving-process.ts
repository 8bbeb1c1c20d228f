import cluster, { type Worker } from 'node:cluster';
import { isOurs, type Ground, type Numbers, type ToFirst, type ToServing } from './messages.js';
import { Replies } from './replies.js';

const NUMBERS_WITHIN_MS = 2_000;

/** How a process ended: by which code or signal. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A process that serves, as the first one sees it, from its start to its end. */
export class ServingProcess {
  /** Where it serves; rejects where it ended before it did. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly pid: number | undefined;
  private readonly worker: Worker;
  private readonly replies = new Replies<Numbers>();

  /** `onAsked` is called when it wants to know the metrics of all. */
  constructor(ground: Ground, onAsked: (asking: ServingProcess, id: number) => void) {
    this.worker = cluster.fork();
    this.pid = this.worker.process.pid;
    this.ended = new Promise((resolve) => {
      this.worker.once('exit', (code: number | null, signal: string | null) => {
        this.replies.giveUp();
        resolve({ code, signal });
      });
    });
    this.ready = new Promise((resolve, reject) => {
      void this.ended.then(() => {
        reject(new Error('One of the processes that serve has ended before it did; it said why above.'));
      });
      this.worker.on('message', (message: unknown) => {
        if (!isOurs(message)) {
          return;
        }
        const told = message as ToFirst;
        switch (told.tollgate) {
          case 'ground?':
            this.tell({ tollgate: 'ground', ground });
            break;
          case 'ready':
            resolve(told.base);
            break;
          case 'numbers':
            this.replies.settle(told.id, told.numbers);
            break;
          case 'metrics?':
            onAsked(this, told.id);
            break;
        }
      });
    });
    // Whoever does not wait for it learns of it by its end.
    this.ready.catch(() => undefined);
  }

  /** Its numbers; null where it does not tell them in time. */
  numbers(): Promise<Numbers | null> {
    return this.replies.ask((id) => {
      this.tell({ tollgate: 'numbers?', id });
    }, NUMBERS_WITHIN_MS);
  }

  tell(message: ToServing): void {
    if (this.worker.isConnected()) {
      // It may end in this moment; its end is heard of by itself.
      this.worker.send(message, () => undefined);
    }
  }
}
