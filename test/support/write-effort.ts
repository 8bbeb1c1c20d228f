// A process of its own that records batches of effort on the database at the given address, as the given user in the given
// portfolio (id and key) on the given initiative, until it is ended. After each batch that was answered it prints its number.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import { ProductModule } from '../../src/app.module.js';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { Clock } from '../../src/platform/clock.js';
import { servedSource } from './served.js';

const [url = '', userId = '', portfolioId = '', portfolioKey = '', initiativeKey = '', size = '0'] =
  process.argv.slice(2);
const source = await servedSource(url);
const context = await NestFactory.createApplicationContext(ProductModule.on({ source, clock: new Clock() }), {
  logger: false,
  abortOnError: false,
});
const record = context.get(RecordEffort);
const viewer = { userId, isInstanceAdmin: false, roles: new Map([[portfolioId, ['PROGRAM_MANAGER'] as const]]) };

// Ends with the test that started it, even if that is killed.
process.stdin.once('close', () => process.exit(1)).resume();

for (let batch = 1; ; batch += 1) {
  const entries = Array.from({ length: Number(size) }, (_, index) => ({
    initiativeKey,
    categoryKey: null,
    amount: decimal('1'),
    unit: 'HOURS' as const,
    workedOn: `2026-02-${String((index % 28) + 1).padStart(2, '0')}` as CalendarDate,
    person: null,
    note: null,
    ...NO_TRAITS,
    source: 'killed',
    externalId: `${batch}-${index}`,
    method: 'WORKLOG' as const,
    problems: [],
  }));
  const result = await record.run(viewer, portfolioKey, entries);
  if (!result.ok || result.value.recorded !== entries.length) {
    throw new Error(JSON.stringify(result));
  }
  console.log(batch);
}
