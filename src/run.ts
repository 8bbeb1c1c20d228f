import type { Environment } from './platform/config/env.js';
import { firstProcess } from './platform/processes/first-process.js';
import { Endings, endOnSignals } from './startup/endings.js';
import type { Say } from './startup/say.js';

/**
 * Starts all of it (database, schema, first admin, sample portfolio, server), says where it is, and ends it in good order when told to. Of
 * several processes the first makes the database ready and keeps the others, each of which comes here too.
 */
export const run = async (environment: Environment, say: Say): Promise<void> => {
  const endings = new Endings();
  try {
    if (firstProcess) {
      await serveBeside(firstProcess, environment, endings, say);
    } else {
      endOnSignals(endings, () => {
        say('Stopping ...');
      });
      tellWhere(await (environment.processes === 1 ? serveAlone : keepMany)(environment, endings, say), say);
    }
  } catch (error) {
    await endings.run();
    throw error;
  }
};

// Whoever serves nothing need not have all of the server in memory.
const serving = async () => (await import('./startup/serve.js')).serve;
const laying = async () => (await import('./startup/lay-ground.js')).layGround;

const serveAlone = async (environment: Environment, endings: Endings, say: Say): Promise<string> => {
  const ground = await (await laying())(environment, endings, say);
  return (await serving())(environment, { ...ground, port: environment.port }, endings, say);
};

const serveBeside = async (
  first: NonNullable<typeof firstProcess>,
  environment: Environment,
  endings: Endings,
  say: Say,
): Promise<void> => {
  first.onEnd(endOnSignals(endings, () => undefined));
  first.ready(await (await serving())(environment, await first.ground, endings, say));
};

const keepMany = async (environment: Environment, endings: Endings, say: Say): Promise<string> => {
  const { Crew } = await import('./platform/processes/crew.js');
  const crew = new Crew(environment.processes, await (await laying())(environment, endings, say));
  endings.add(() => crew.stop());
  return crew.start();
};

const tellWhere = (base: string, say: Say): void => {
  say('');
  say('Tollgate is ready.');
  say(`  Board     ${base}/`);
  say(`  Explorer  ${base}/explorer`);
  say(`  API       ${base}/graphql (POST, header "Authorization: Bearer <token>")`);
  say('Ctrl-C stops it.');
};
