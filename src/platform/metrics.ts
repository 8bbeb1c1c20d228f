import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { log } from './logging.js';

/** A number that is told when somebody asks, with a value for each combination of labels. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly read: () => Promise<readonly Reading[]>;
}

export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What operators watch, in the text format of Prometheus: this process, and what modules add. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private watchesProcess = false;

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Adds a measure. One that cannot be read just now is left out of the answer, and the others are told. */
  add({ name, help, labelNames = [], read }: Measure): void {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        this.reset();
        const readings = await read().catch((error: unknown): null => {
          log.warn({ err: error, metric: name }, 'a metric could not be read');
          return null;
        });
        if (readings === null && labelNames.length === 0) {
          // Without labels a reset means zero, and it is not known to be zero.
          this.remove();
        }
        readings?.forEach(({ labels = {}, value }) => {
          this.set(labels, value);
        });
      },
    });
  }

  /** All metrics as text. */
  text(): Promise<string> {
    if (!this.watchesProcess) {
      this.watchesProcess = true;
      collectDefaultMetrics({ register: this.registry });
    }
    return this.registry.metrics();
  }
}
