import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../../domain/access/access.js';
import type { MeasurementStatement } from '../../../domain/kpis/check-measurements.js';
import { answerRows, refusedRows, type RowsAnswer } from '../../../platform/http/answer-rows.js';
import type { SentRow } from '../../../platform/http/read-rows.js';
import { RowFields } from '../../../platform/http/row-fields.js';
import { Callers } from '../../sessions/callers.js';
import { RecordMeasurements } from '../commands/record-measurements.js';

const FORM = {
  list: 'measurements',
  columns: ['kpiId', 'value', 'measuredOn', 'sampleSize?', 'source', 'externalId?'],
} as const;

/** `POST /api/kpi-measurements`: what `kpiMeasurementsRecord` takes, as JSON or CSV; see docs/signals.md. */
@Controller('api/kpi-measurements')
export class KpiMeasurementsController {
  constructor(
    private readonly callers: Callers,
    private readonly recordMeasurements: RecordMeasurements,
  ) {}

  @Post()
  record(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answerRows(
      request,
      reply,
      FORM,
      (asking) => this.callers.viewer(asking),
      (viewer, rows) => this.recorded(viewer, rows),
    );
  }

  private async recorded(viewer: Viewer, rows: readonly SentRow[]): Promise<RowsAnswer> {
    const read = rows.map((row, index) => {
      const fields = new RowFields(row, ['measurements', String(index)]);
      return { statement: statementIn(fields), problems: fields.problems };
    });
    const problems = read.flatMap((row) => row.problems);
    if (problems.length > 0) {
      return refusedRows(problems);
    }
    const result = await this.recordMeasurements.run(
      viewer,
      read.flatMap(({ statement }) => statement ?? []),
    );
    return result.ok ? { status: 200, body: result.value } : refusedRows(result.refusals);
  }
}

/** Null where a value could not be read, of which the fields then hold a problem. */
const statementIn = (fields: RowFields): MeasurementStatement | null => {
  const [kpiId, source] = [fields.text('kpiId'), fields.text('source')];
  const [value, measuredOn] = [fields.decimal('value'), fields.date('measuredOn')];
  const [sampleSize, externalId] = [fields.optionalWhole('sampleSize'), fields.optionalText('externalId')];
  return value === null || measuredOn === null ? null : { kpiId, value, measuredOn, sampleSize, source, externalId };
};
