import { mkdtempSync } from 'node:fs';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { explainUnreachable } from '../../src/platform/database/unreachable.js';
const dir = mkdtempSync('/tmp/tollgate-exp-');
const s = await startEmbeddedPostgres({ dataDirectory: dir, durable: false });
const c = new pg.Client({ connectionString: s.url }); await c.connect();
await c.query(`create role owner login password 'x'`);
await c.query(`create role granted login password 'x'`);
await c.query(`create role nobody1 login password 'x'`);
await c.query(`create role half login password 'x'`);
const at = (user: string, db: string) => { const u = new URL(s.url); u.username = user; u.password = 'x'; u.pathname = '/' + db; return u.href; };
for (const [user, db, grants] of [['owner', 'd1', []], ['granted', 'd2', ['grant create on database d2 to granted', 'grant create on schema public to granted']], ['nobody1', 'd3', []], ['half', 'd4', ['grant create on schema public to half', 'pre']]] as any) {
  await c.query(`create database ${db} ${user === 'owner' ? 'owner owner' : ''}`);
  const u = new URL(s.url); u.pathname = '/' + db;
  const d = new pg.Client({ connectionString: u.href }); await d.connect();
  for (const g of grants) if (g === 'pre') await d.query('create extension btree_gist'); else await d.query(g);
  await d.end();
  try { const r = await migrateToLatest(at(user, db)); console.log(user, 'ok', r.applied.length, (await migrateToLatest(at(user, db))).applied.length); } catch (e) { console.log(user, String(explainUnreachable(e, at(user, db)))); }
}
await c.end();
await s.stop();
