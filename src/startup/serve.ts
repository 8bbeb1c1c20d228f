import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { DEFAULT_TEMPLATE } from '../domain/pipeline/default-template.js';
import { ENTITIES } from '../entities.js';
import { InboundWorker } from '../jobs/inbound/inbound-worker.js';
import { InsightWorker } from '../jobs/insight/insight-worker.js';
import { Outbound } from '../jobs/outbound/outbound.js';
import { PullTurns } from '../jobs/pull/pull-turns.js';
import { loadSamplePortfolio } from '../jobs/sample-portfolio/load-sample-portfolio.js';
import { partsOffered } from '../jobs/sample-portfolio/parts-to-play.js';
import { Scheduler } from '../jobs/schedule/scheduler.js';
import { SignalTurns } from '../jobs/signals/signal-turns.js';
import { MakeFirstAdmin } from '../modules/identity/commands/make-first-admin.js';
import { PublishTemplate } from '../modules/templates/commands/publish-template.js';
import { RegisterDocuments } from '../modules/web/commands/register-documents.js';
import { Clock } from '../platform/clock.js';
import type { Environment } from '../platform/config/env.js';
import { vaultKey } from '../platform/config/vault-key.js';
import { dataSourceFor } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import type { Ground } from '../platform/processes/messages.js';
import { startTracing } from '../platform/observability/start-tracing.js';
import { localUrl } from '../platform/public-url.js';
import { Vault } from '../platform/vault.js';
import { createServer } from '../server.js';
import type { Endings } from './endings.js';
import { giveBackMemory } from './give-back.js';
import { timed, type Say } from './say.js';

/** Everything that does something by itself, each in every process: they share the work among them. */
const WORKERS = [Scheduler, Outbound, InboundWorker, PullTurns, InsightWorker, SignalTurns];

/** Serves on laid ground, has the jobs run, and answers where it is. A new database gets its first admin and the sample portfolio first. */
export const serve = async (
  environment: Environment,
  { url, directUrl, appRole, port }: Ground,
  endings: Endings,
  say: Say,
): Promise<string> => {
  if (environment.isTraced) {
    endings.add(await startTracing());
  }
  const clock = new Clock();
  const vault = new Vault(vaultKey(environment.secretKey, environment.dataDirectory));
  const source = await dataSourceFor(url, ENTITIES, { role: appRole, directUrl }).initialize();
  endings.add(() => source.destroy());
  const { accessTokens, allowedNetworks, host, limits, oidc, publicUrl, replicas, trustedProxies } = environment;
  const app = await timed(say, 'Starting the server', () =>
    createServer({
      source,
      clock,
      vault,
      accessTokens,
      allowedNetworks,
      limits,
      replicas,
      trustedProxies,
      publicUrl: publicUrl ?? localUrl(host, port),
      signIn: { oidc, sampleParts: partsOffered(environment) },
    }),
  );
  endings.add(() => app.close());
  await prepare(app, environment, say);
  if (environment.demo && (await isWithoutPortfolio(source))) {
    await timed(say, 'Loading the sample portfolio', () => loadSample(source, clock, say));
  }
  giveBackMemory();
  await app.listen(port, host);
  for (const worker of WORKERS) {
    const running = app.get<{ start(): void; stop(): Promise<void> }>(worker);
    endings.add(() => running.stop());
    running.start();
  }
  const address = app.getHttpServer().address();
  return localUrl(host, typeof address === 'object' && address ? address.port : 0);
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
