import { log } from '../platform/logging.js';

export type Ending = () => Promise<void>;

const ENDS_WITHIN_MS = 100_000;

/** What is to be ended, last begun first, and once only. */
export class Endings {
  private readonly all: Ending[] = [];
  private running: Promise<void> | undefined;

  add(ending: Ending): void {
    this.all.push(ending);
  }

  run(): Promise<void> {
    return (this.running ??= this.runAll());
  }

  private async runAll(): Promise<void> {
    for (const ending of this.all.toReversed()) {
      await ending();
    }
  }
}

/** Ends all of it in good order, then the process, when this is told to end or whoever started it is gone. What it answers with tells it so too. */
export const endOnSignals = (endings: Endings, onStopping: () => void): (() => void) => {
  let ending = false;
  const stop = (): void => {
    if (ending) {
      return;
    }
    ending = true;
    onStopping();
    setTimeout(() => process.exit(1), ENDS_WITHIN_MS).unref();
    endings.run().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop in good order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever started us over a channel is gone: nobody is left to stop us.
  process.on('disconnect', stop);
  if (process.send && !process.connected) {
    stop();
  }
  return stop;
};
