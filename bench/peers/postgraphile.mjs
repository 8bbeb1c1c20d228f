// PostGraphile 5 over the tables of the product, as its owner: `node postgraphile.mjs DATABASE_URL`. It prints where it is.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const [connectionString] = process.argv.slice(2);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Of an initiative there is more by one column of a foreign key of two: without this it would not be reached from there.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString, schemas: ['public', 'peers'], poolConfig: { max: 10 } })],
  grafserv: { graphiql: false, watch: false, maxRequestLength: 4 * 1024 * 1024 },
  grafast: { explain: false },
});

const server = createServer();
const serv = instance.createServ(grafserv);
server.once('listening', () => undefined);
await serv.addTo(server);
await serv.ready?.();
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
// Ends with whoever started it over a channel.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
