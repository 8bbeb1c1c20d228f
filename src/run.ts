import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { InboundWorker } from './jobs/inbound/inbound-worker.js';
import { loadSamplePortfolio } from './jobs/sample-portfolio/load-sample-portfolio.js';
import { partsOffered } from './jobs/sample-portfolio/parts-to-play.js';
import { InsightWorker } from './jobs/insight/insight-worker.js';
import { Outbound } from './jobs/outbound/outbound.js';
import { PullTurns } from './jobs/pull/pull-turns.js';
import { Scheduler } from './jobs/schedule/scheduler.js';
import { SignalTurns } from './jobs/signals/signal-turns.js';
import { DEFAULT_TEMPLATE } from './domain/pipeline/default-template.js';
import { MakeFirstAdmin } from './modules/identity/commands/make-first-admin.js';
import { PublishTemplate } from './modules/templates/commands/publish-template.js';
import { RegisterDocuments } from './modules/web/commands/register-documents.js';
import { Clock } from './platform/clock.js';
import type { Environment } from './platform/config/env.js';
import { vaultKey } from './platform/config/vault-key.js';
import { appRoleOf } from './platform/database/app-role.js';
import { dataSourceFor } from './platform/database/data-source.js';
import { Database } from './platform/database/database.js';
import { migrateToLatest, type Migrated } from './platform/database/migrate.js';
import { explainUnreachable } from './platform/database/unreachable.js';
import { startEmbeddedPostgres } from './platform/embedded-postgres/launch.js';
import { probePort } from './platform/http/probe-port.js';
import { log } from './platform/logging.js';
import { localUrl } from './platform/public-url.js';
import { Vault } from './platform/vault.js';
import { createServer } from './server.js';

type Say = (line: string) => void;
type Ending = () => Promise<void>;

const ENDS_WITHIN_MS = 100_000;

const NO_APP_ROLE =
  'portfolios are kept apart by Tollgate alone and not by PostgreSQL as well, for its user may not take a role for the server, or not give it what it needs: see docs/deploy.md';

/** Starts all of it (database, schema, first admin, sample portfolio, server), says where it is, and ends it in good order when told to. */
export const run = async (environment: Environment, say: Say): Promise<void> => {
  const endings: Ending[] = [];
  const end = once(async () => {
    for (const ending of endings.toReversed()) {
      await ending();
    }
  });
  endOnSignals(end, say);
  try {
    await probePort(environment.port, environment.host);
    const url = await timed(say, 'Starting PostgreSQL', () => databaseUrl(environment, endings, say));
    const { applied, appRole } = await timed(say, 'Migrating the database', () => migrate(url));
    if (applied.length > 0) {
      say(`The database is at its newest schema (${applied.length} migrations applied).`);
    }
    if (appRole === null) {
      log.warn({ role: appRoleOf(url) }, NO_APP_ROLE);
    }
    const clock = new Clock();
    const vault = new Vault(vaultKey(environment.secretKey, environment.dataDirectory));
    const source = await dataSourceFor(url, ENTITIES, { role: appRole }).initialize();
    endings.push(() => source.destroy());
    const { accessTokens, allowedNetworks, limits, oidc, publicUrl, trustedProxies } = environment;
    const app = await timed(say, 'Starting the server', () =>
      createServer({
        source,
        clock,
        vault,
        accessTokens,
        allowedNetworks,
        limits,
        trustedProxies,
        publicUrl: publicUrl ?? localUrl(environment.host, environment.port),
        signIn: { oidc, sampleParts: partsOffered(environment) },
      }),
    );
    endings.push(() => app.close());
    await prepare(app, environment, say);
    if (environment.demo && (await isWithoutPortfolio(source))) {
      await timed(say, 'Loading the sample portfolio', () => loadSample(source, clock, say));
    }
    await app.listen(environment.port, environment.host);
    const scheduler = app.get(Scheduler);
    endings.push(() => scheduler.stop());
    scheduler.start();
    const outbound = app.get(Outbound);
    endings.push(() => outbound.stop());
    outbound.start();
    const inbound = app.get(InboundWorker);
    endings.push(() => inbound.stop());
    inbound.start();
    const pulls = app.get(PullTurns);
    endings.push(() => pulls.stop());
    pulls.start();
    const insight = app.get(InsightWorker);
    endings.push(() => insight.stop());
    insight.start();
    const signals = app.get(SignalTurns);
    endings.push(() => signals.stop());
    signals.start();
    tellWhere(app, environment.host, say);
  } catch (error) {
    await end();
    throw error;
  }
};

const once = (work: Ending): Ending => {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
};

const databaseUrl = async (environment: Environment, endings: Ending[], say: Say): Promise<string> => {
  if (environment.databaseUrl !== null) {
    return environment.databaseUrl;
  }
  const postgres = await startEmbeddedPostgres({ dataDirectory: environment.dataDirectory, durable: true, log: say });
  endings.push(() => postgres.stop());
  return postgres.url;
};

const migrate = async (url: string): Promise<Migrated> => {
  try {
    return await migrateToLatest(url);
  } catch (error) {
    throw explainUnreachable(error, url);
  }
};

const prepare = async (app: NestFastifyApplication, environment: Environment, say: Say): Promise<void> => {
  await app.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  await app.get(RegisterDocuments, { strict: false }).run();
  const admin = await app.get(MakeFirstAdmin).run(environment.bootstrapToken);
  if (admin?.newToken) {
    // Told before anything else can fail, for it is told only once.
    say(`The API token of the first admin, shown this once: ${admin.newToken}`);
  }
};

const isWithoutPortfolio = async (source: DataSource): Promise<boolean> =>
  (await new Database(source).row('SELECT 1 FROM portfolio LIMIT 1')) === null;

const loadSample = async (source: DataSource, clock: Clock, say: Say): Promise<void> => {
  const [admin] = await source.query<{ id: string }[]>(
    'SELECT id FROM app_user WHERE is_instance_admin ORDER BY created_at LIMIT 1',
  );
  if (admin) {
    await loadSamplePortfolio({
      source,
      today: clock.now(),
      admin: { userId: admin.id, isInstanceAdmin: true, roles: new Map() },
      log: say,
    });
  }
};

const tellWhere = (app: NestFastifyApplication, host: string, say: Say): void => {
  const address = app.getHttpServer().address();
  const base = localUrl(host, typeof address === 'object' && address ? address.port : 0);
  say('');
  say('Tollgate is ready.');
  say(`  Board     ${base}/`);
  say(`  Explorer  ${base}/explorer`);
  say(`  API       ${base}/graphql (POST, header "Authorization: Bearer <token>")`);
  say('Ctrl-C stops it.');
};

const SLOW_MS = 1_000;

/** Tells of a step that takes over a second, while it runs and when it is done. */
const timed = async <T>(say: Say, step: string, work: () => Promise<T>): Promise<T> => {
  const begun = Date.now();
  const timer = setTimeout(() => {
    say(`${step} ...`);
  }, SLOW_MS);
  try {
    const result = await work();
    if (Date.now() - begun > SLOW_MS) {
      say(`${step}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
};

const endOnSignals = (end: Ending, say: Say): void => {
  let ending = false;
  const stop = (): void => {
    if (ending) {
      return;
    }
    ending = true;
    say('Stopping ...');
    setTimeout(() => process.exit(1), ENDS_WITHIN_MS).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop in good order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever started us over a channel is gone: nobody is left to stop us.
  process.on('disconnect', stop);
  if (process.send && !process.connected) {
    stop();
  }
};
