import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../../domain/access/access.js';
import { readingField, type ReadingDraft } from '../../../domain/signals/check-reading.js';
import { answerRows, refusedRows, type RowsAnswer } from '../../../platform/http/answer-rows.js';
import type { SentRow } from '../../../platform/http/read-rows.js';
import { RowFields } from '../../../platform/http/row-fields.js';
import { Callers } from '../../sessions/callers.js';
import { RecordSignals } from '../commands/record-signals.js';

const FORM = {
  list: 'readings',
  columns: ['initiativeKey', 'signal', 'at', 'value', 'source', 'externalId?'],
} as const;

/** `POST /api/signals`: what `signalsRecord` takes, as JSON or CSV; see docs/signals.md. */
@Controller('api/signals')
export class SignalsController {
  constructor(
    private readonly callers: Callers,
    private readonly recordSignals: RecordSignals,
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
    const result = await this.recordSignals.run(viewer, rows.map(draftIn));
    if (!result.ok) {
      return refusedRows(result.refusals);
    }
    const { rows: outcomes, ...counts } = result.value;
    const told = outcomes.map(({ refusals, ...row }) => ({ ...row, userErrors: refusals }));
    return { status: 200, body: { ...counts, rows: told } };
  }
}

const draftIn = (row: SentRow, index: number): ReadingDraft => {
  const fields = new RowFields(row, readingField(index, '').slice(0, -1));
  const [initiativeKey, signal, source] = [fields.text('initiativeKey'), fields.text('signal'), fields.text('source')];
  const [at, value, externalId] = [fields.instant('at'), fields.decimal('value'), fields.optionalText('externalId')];
  return { initiativeKey, signal, at, value, source, externalId, problems: fields.problems };
};
