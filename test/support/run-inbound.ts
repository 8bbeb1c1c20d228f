// A process of its own that applies what came in to the database at the given address, with its clock at the given instant, or
// that of the machine where none is given. It prints a line once it has begun.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from '../../src/app.module.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { Clock, GivenClock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';

const [url = '', instant] = process.argv.slice(2);
const source = await servedSource(url);
const context = await NestFactory.createApplicationContext(
  ProductModule.on({ source, clock: instant === undefined ? new Clock() : new GivenClock(instant as Instant) }),
  { logger: false, abortOnError: false },
);
// Ends with whoever started it, even if that is killed.
process.stdin.once('close', () => process.exit(1)).resume();
context.get(InboundWorker, { strict: false }).start();
console.log('applies');
