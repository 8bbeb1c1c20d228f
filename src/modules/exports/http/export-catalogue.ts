import { Injectable } from '@nestjs/common';
import type { ExportFile } from './export-file.js';
import { EffortFiles } from './files/effort-files.js';
import { ListFiles } from './files/list-files.js';
import { PeriodFiles } from './files/period-files.js';
import { ReportFiles } from './files/report-files.js';
import { SignalFiles } from './files/signal-files.js';

/** The table of exports: everything that can be had as a file of text. */
@Injectable()
export class ExportCatalogue {
  readonly files: readonly ExportFile[];

  constructor(lists: ListFiles, signals: SignalFiles, reports: ReportFiles, effort: EffortFiles, periods: PeriodFiles) {
    this.files = [...lists.all(), ...signals.all(), ...reports.all(), ...effort.all(), ...periods.all()];
  }
}
