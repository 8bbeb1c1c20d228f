import { Injectable } from '@nestjs/common';
import { tellSignal } from '../../../../domain/signals/tell-signal.js';
import { SignalReads, type ReadSignal } from '../../../signals/queries/signal-reads.js';
import type { CsvColumn } from '../../../../platform/csv/write-csv.js';
import { cell, cells, number } from '../columns.js';
import { exportFile, type ExportFile } from '../export-file.js';
import { INITIATIVE } from '../list-file.js';
import { instant } from '../parameters.js';

const THRESHOLDS = ['warnAbove', 'warnBelow', 'breachAbove', 'breachBelow', 'cadenceHours'] as const;

const SIGNALS: readonly CsvColumn<ReadSignal>[] = [
  ...cells(['initiativeKey', 'initiativeName', 'name']),
  cell('kind', ({ definition }) => definition.kind),
  ...cells(['level', 'since', 'value', 'unit', 'threshold', 'lastAt'], ['value', 'threshold']),
  cell('message', (signal) => tellSignal(signal, signal.definition)),
  ...THRESHOLDS.map((name) => number<ReadSignal>(name, ({ definition }) => definition[name])),
];

/** Where the signals of a portfolio stand. */
@Injectable()
export class SignalFiles {
  constructor(private readonly signals: SignalReads) {}

  all(): readonly ExportFile[] {
    return [
      exportFile({
        name: 'signals',
        about: 'Where every signal of the monitoring plans in force stands, by initiative in the order of its plan.',
        parameters: { ...INITIATIVE, asOf: instant('As it was known then.') },
        columns: SIGNALS,
        rows: ({ portfolio, now }, { initiativeKey, asOf }) =>
          this.signals.begin(portfolio.id, initiativeKey, asOf !== null && asOf < now ? asOf : now),
      }),
    ];
  }
}
