// A process of its own that sends what is due on the database at the given address, with its clock at the given instant and the
// key of the vault in base64.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from '../../src/app.module.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { Outbound } from '../../src/jobs/outbound/outbound.js';
import { GivenClock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';
import { Networks } from '../../src/platform/http/networks.js';
import { Vault } from '../../src/platform/vault.js';

const [url = '', instant = '', key = ''] = process.argv.slice(2);
const source = await servedSource(url);
const context = await NestFactory.createApplicationContext(
  ProductModule.on({
    source,
    clock: new GivenClock(instant as Instant),
    vault: new Vault(Buffer.from(key, 'base64')),
    allowedNetworks: Networks.of('127.0.0.0/8'),
  }),
  { logger: false, abortOnError: false },
);
// Ends with the test that started it, even if that is killed.
process.stdin.once('close', () => process.exit(1)).resume();
context.get(Outbound, { strict: false }).start();
