import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { log } from './logging.js';
import type { Numbers } from './processes/messages.js';

/** A number that is told when somebody asks, with a value for each combination of labels. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** How those of several processes come to one: by their sum, unless each process tells the same of the database, or the worst is meant. */
  readonly across?: 'max';
  readonly read: () => Promise<readonly Reading[]>;
}

export interface Reading {
  readonly labels?: Labels;
  readonly value: number;
}

export type Labels = Readonly<Record<string, string>>;

/** Something that happens again and again, and is counted or timed when it does. */
export type Happening = Omit<Measure, 'read' | 'across'>;

/** In seconds: from what nobody notices to what nobody waits for. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

/** What operators watch, in the text format of Prometheus: this process, and what modules add. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private watchesProcess = false;

  constructor() {
    this.add({
      name: 'tollgate_processes',
      help: 'Processes of this program that serve, and whose numbers are told here.',
      read: () => Promise.resolve([{ value: 1 }]),
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Adds a measure. One that cannot be read just now is left out of the answer, and the others are told. */
  add({ name, help, labelNames = [], across, read }: Measure): void {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      ...(across ? { aggregator: across } : {}),
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

  /** Adds a count that goes up by one with each call. */
  counter({ name, help, labelNames = [] }: Happening): (labels: Labels) => void {
    const counter = new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
    return (labels) => {
      counter.inc(labels);
    };
  }

  /** Adds a distribution of times, in seconds; each call tells of one. */
  histogram({ name, help, labelNames = [] }: Happening): (labels: Labels, seconds: number) => void {
    const histogram = new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets: BUCKETS,
      registers: [this.registry],
    });
    return (labels, seconds) => {
      histogram.observe(labels, seconds);
    };
  }

  /** All metrics of this process as text. */
  text(): Promise<string> {
    return this.watched().metrics();
  }

  /** The same as values, for whoever puts them together with those of other processes. */
  numbers(): Promise<Numbers> {
    return this.watched().getMetricsAsJSON();
  }

  private watched(): Registry {
    if (!this.watchesProcess) {
      this.watchesProcess = true;
      collectDefaultMetrics({ register: this.registry });
    }
    return this.registry;
  }
}
