import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { parseEffortMapping } from '../../../domain/imports/effort/effort-mapping.js';
import { EFFORT_REPORTING, type EffortImportReport } from '../../../domain/imports/effort/effort-reporting.js';
import { MOST_ENTRIES } from '../../effort/commands/record-effort.js';
import { requireAccess } from '../../identity/access.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { effortRowReader } from './effort-row-reader.js';
import { ImportEffortBatch } from './import-effort-batch.js';
import { takeInBatches } from './in-batches.js';
import { openFile, type ImportRequest } from './open-file.js';

/**
 * Imports entries of effort from a CSV file, by a mapping. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. Refused as a
 * whole, with all problems at once, when the mapping cannot work or the file is not in its encoding; else row by row: a
 * bad row refuses itself only. One transaction for 5,000 rows, so a failure (ImportStopped) leaves what is in, and the
 * same import again goes on: what is in is a duplicate then. A dry run tells the same and changes nothing; what it does
 * not see are the hours of rows more than one transaction earlier.
 */
@Injectable()
export class ImportEffort {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly schemes: AllocationSchemes,
    private readonly batch: ImportEffortBatch,
  ) {}

  async run(viewer: Viewer, request: ImportRequest): Promise<Result<EffortImportReport>> {
    const portfolio = await this.portfolios.seenBy(viewer, request.portfolioKey);
    if (!portfolio || !requireAccess(viewer, 'effort:record', portfolio.id)) {
      return refuse(notFound('The portfolio', ['portfolio']));
    }
    const categoryKeys = [...(await this.schemes.categoryKeys(portfolio.id))].sort();
    const opened = await openFile(request, (mapping, header) => parseEffortMapping(mapping, { header, categoryKeys }));
    if (!opened.ok) {
      return opened;
    }
    const { rows, header, mapping } = opened.value;
    const target = { viewer, portfolio, mapping, isDryRun: request.isDryRun };
    return accept(
      await takeInBatches(rows, {
        size: MOST_ENTRIES,
        read: effortRowReader(header, mapping, { categoryKeys, timeZone: portfolio.timeZone }),
        take: (batch) => this.batch.run(target, batch),
        reporting: EFFORT_REPORTING,
      }),
    );
  }
}
