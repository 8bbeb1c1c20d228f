// A process of its own that runs the scheduler on the database at the given address, with its clock at the given instant.
// It prints a line once it leads, and ends in good order on SIGTERM.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from '../../src/app.module.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { GivenClock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';
import { until } from './until.js';

const [url = '', instant = ''] = process.argv.slice(2);
const source = await servedSource(url);
const context = await NestFactory.createApplicationContext(
  ProductModule.on({ source, clock: new GivenClock(instant as Instant) }),
  { logger: false, abortOnError: false },
);
const scheduler = context.get(Scheduler, { strict: false });

const orphaned = (): void => process.exit(1);
// Ends with the test that started it, even if that is killed.
process.stdin.once('close', orphaned).resume();

process.once('SIGTERM', () => {
  process.stdin.off('close', orphaned).destroy();
  // Nothing may keep the process alive after this; were it so, it would not end.
  void scheduler.stop().then(async () => {
    await context.close();
    await source.destroy();
  });
});

scheduler.start();
await until('the lead', () => scheduler.leads, 60_000);
console.log('leads');
