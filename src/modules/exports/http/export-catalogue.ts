import { Injectable } from '@nestjs/common';
import type { ExportFile } from './export-file.js';
import { EffortFiles } from './files/effort-files.js';
import { ListFiles } from './files/list-files.js';
import { ReportFiles } from './files/report-files.js';

/** The table of exports: everything that can be had as a file of text. */
@Injectable()
export class ExportCatalogue {
  readonly files: readonly ExportFile[];

  constructor(lists: ListFiles, reports: ReportFiles, effort: EffortFiles) {
    this.files = [...lists.all(), ...reports.all(), ...effort.all()];
  }
}
