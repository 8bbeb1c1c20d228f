// A process of its own that serves the database at the given address, with its clock at the given instant, and moves on what
// changed. It prints where it is. Processes that are given one key (in base64) open what others have sealed.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/domain/basics/instant.js';
import { MoveChanges } from '../../src/modules/changes/commands/move-changes.js';
import { GivenClock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';
import { Vault } from '../../src/platform/vault.js';
import { createServer } from '../../src/server.js';

const [url = '', instant = '', key = ''] = process.argv.slice(2);
const source = await servedSource(url);
const app = await createServer({
  source,
  clock: new GivenClock(instant as Instant),
  ...(key === '' ? {} : { vault: new Vault(Buffer.from(key, 'base64')) }),
});
await app.listen(0, '127.0.0.1');

const orphaned = (): void => process.exit(1);
// Ends with whoever started it, even if that is killed.
process.stdin.once('close', orphaned).resume();

const ending = new AbortController();
process.once('SIGTERM', () => {
  ending.abort();
  process.stdin.off('close', orphaned).destroy();
  // Nothing may keep the process alive after this; were it so, it would not end.
  void app.close().then(() => source.destroy());
});

console.log(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
while (!ending.signal.aborted) {
  await app
    .get(MoveChanges, { strict: false })
    .run()
    .catch(() => undefined);
  await pause(50);
}
