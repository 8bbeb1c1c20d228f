// A process of its own that starts the embedded PostgreSQL in the given folder, prints its address and keeps it until it is killed.
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';

const { url } = await startEmbeddedPostgres({ dataDirectory: process.argv[2] ?? '', durable: true });
console.log(url);
setInterval(() => undefined, 60_000);
// Ends with the test that started it, even if that is killed.
process.stdin.once('close', () => process.exit(1));
process.stdin.resume();
