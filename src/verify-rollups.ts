import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from './app.module.js';
import { ENTITIES } from './entities.js';
import { VerifyRollups, type LedgerDrift } from './modules/effort/commands/verify-rollups.js';
import { Clock } from './platform/clock.js';
import { readEnvironment, variables } from './platform/config/env.js';
import { dataSourceFor } from './platform/database/data-source.js';
import { reachEmbeddedPostgres } from './platform/embedded-postgres/launch.js';

const say = (line: string): void => {
  console.log(line);
};

const isRight = ({ sums, identities, days }: LedgerDrift): boolean => sums + identities + days === 0;

const lineOf = (drift: LedgerDrift): string => {
  const { portfolioKey, sums, identities, days, mended } = drift;
  const found = isRight(drift)
    ? 'as the ledger has it'
    : `differs from the ledger in ${sums} sums, ${identities} identities and ${days} days of persons`;
  return `${portfolioKey}: ${found}${mended > 0 ? ` (${mended} sums were put right)` : ''}`;
};

/** Compares what reports are answered from with the ledger of effort, and with --rebuild puts it right. Ends with 1 where they differ. */
const verify = async (url: string, isRebuild: boolean): Promise<boolean> => {
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const context = await NestFactory.createApplicationContext(ProductModule.on({ source, clock: new Clock() }), {
    logger: false,
    abortOnError: false,
  });
  try {
    const drifts = await context.get(VerifyRollups, { strict: false }).run(isRebuild);
    drifts.map(lineOf).forEach(say);
    if (!drifts.every(isRight) && !isRebuild) {
      say('Put the sums right, while Tollgate runs or not, with: npm run verify:rollups -- --rebuild');
    }
    return drifts.every(isRight);
  } finally {
    await context.close();
    await source.destroy();
  }
};

const { databaseUrl, dataDirectory } = readEnvironment(variables);
const postgres =
  databaseUrl === null
    ? await reachEmbeddedPostgres({ dataDirectory, durable: true, log: say })
    : { url: databaseUrl, stop: () => Promise.resolve() };
try {
  process.exitCode = (await verify(postgres.url, process.argv.includes('--rebuild'))) ? 0 : 1;
} finally {
  await postgres.stop();
}
