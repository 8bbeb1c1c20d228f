import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ProductModule } from './app.module.js';
import { ENTITIES } from './entities.js';
import { VerifyRollups, type LedgerDrift } from './modules/effort/commands/verify-rollups.js';
import { Clock } from './platform/clock.js';
import { readEnvironment, variables } from './platform/config/env.js';
import { dataSourceFor } from './platform/database/data-source.js';
import { reachDatabase } from './platform/embedded-postgres/reach-database.js';

const say = (line: string): void => {
  console.log(line);
};

const isRight = ({ sums, identities, days }: LedgerDrift): boolean => sums + identities + days === 0;

const lineOf = (drift: LedgerDrift, isRebuild: boolean): string => {
  const { portfolioKey, sums, identities, days, mended } = drift;
  const found = isRight(drift)
    ? 'as the ledger has it'
    : `differs from the ledger in ${sums} sums, ${identities} identities and ${days} days of persons`;
  return `${portfolioKey}: ${found}${isRebuild ? ` (${mended} sums were put right)` : ''}`;
};

const isTollgate = async (source: DataSource): Promise<boolean> => {
  const [row] = await source.query<{ is: boolean }[]>(`SELECT to_regclass('effort_rollup_drift') IS NOT NULL AS is`);
  return row?.is ?? false;
};

/** Compares what reports are answered from with the ledger of effort, and with --rebuild puts it right. Ends with 1 where they differ. */
const verify = async (url: string, isRebuild: boolean): Promise<boolean> => {
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const context = await NestFactory.createApplicationContext(ProductModule.on({ source, clock: new Clock() }), {
    logger: false,
    abortOnError: false,
  });
  try {
    if (!(await isTollgate(source))) {
      say('The database holds no Tollgate yet: start it with npm start first.');
      return false;
    }
    const drifts = await context.get(VerifyRollups, { strict: false }).run(isRebuild);
    drifts.forEach((drift) => {
      say(lineOf(drift, isRebuild));
    });
    if (!drifts.every(isRight) && !isRebuild) {
      say('Put the sums right, while Tollgate runs or not, with: npm run verify:rollups -- --rebuild');
    }
    return drifts.every(isRight);
  } finally {
    await context.close();
    await source.destroy();
  }
};

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== '--rebuild');
if (unknown.length > 0) {
  console.error(`${unknown.join(' ')} is not understood. Usage: npm run verify:rollups [-- --rebuild]`);
  process.exit(1);
}
const postgres = await reachDatabase(readEnvironment(variables), say).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
try {
  process.exitCode = (await verify(postgres.url, args.includes('--rebuild'))) ? 0 : 1;
} finally {
  await postgres.stop();
}
