// A process of its own that takes deliveries in, and applies none, on the database at the given address and with the key of the
// vault in base64. It prints where it is.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Clock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';
import { Vault } from '../../src/platform/vault.js';
import { createServer } from '../../src/server.js';

const [url = '', key = ''] = process.argv.slice(2);
const source = await servedSource(url);
const app = await createServer({ source, clock: new Clock(), vault: new Vault(Buffer.from(key, 'base64')) });
await app.listen(0, '127.0.0.1');
// Ends with whoever started it, even if that is killed.
process.stdin.once('close', () => process.exit(1)).resume();
console.log(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
