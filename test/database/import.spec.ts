import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { ImportReport } from '../../src/domain/imports/report.js';
import { IMPORTED_AT, importBench } from '../support/import-bench.js';
import { describeWithShared, ROOT } from '../support/shared.js';

describeWithShared(
  'data/federal-ai-use-cases-2024.csv',
  'importing the 2024 inventory of federal AI use cases',
  (file) => {
    let bench: Awaited<ReturnType<typeof importBench>>;
    let mapping: string;
    let trial: ImportReport;
    let first: ImportReport;
    let seconds = 0;

    const run = async (isDryRun = false): Promise<ImportReport> => {
      const result = await bench.importInitiatives.run(bench.admin, { portfolioKey: 'FED', mapping, file, isDryRun });
      if (!result.ok) {
        throw new Error(JSON.stringify(result.refusals));
      }
      return result.value;
    };

    beforeAll(async () => {
      bench = await importBench();
      mapping = await readFile(join(ROOT, 'docs/examples/federal-2024.mapping.json'), 'utf8');
      trial = await run(true);
      const before = performance.now();
      first = await run();
      seconds = (performance.now() - before) / 1000;
    }, 120_000);
    afterAll(() => bench.drop());

    it('PROBE', async () => {
      console.log(seconds, { ...first, rows: first.rows.length });
      const by = new Map<string, number>();
      for (const row of first.rows) {
        const k = `${row.level} ${row.column} ${row.reason.replace(/\d+/g, '9').slice(0, 90)}`;
        by.set(k, (by.get(k) ?? 0) + 1);
      }
      console.log([...by].sort((a, b) => b[1] - a[1]).slice(0, 60));
      console.log({ ...trial, rows: trial.rows.length }, IMPORTED_AT as Instant);
      expect(1).toBe(1);
      const t = performance.now();
      bench.clock.set('2026-03-03T10:00:00.000Z' as Instant);
      console.log({ ...(await run()), rows: 0 }, performance.now() - t);
    });
  },
);
