import type { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../../domain/basics/result.js';
import { STATUS_OF_FAULT } from '../../../platform/failure.js';
import { Fault } from '../../../platform/faults.js';
import { Bearer } from '../../identity/queries/bearer.js';
import { EffortExports } from '../queries/effort-exports.js';
import { csvStream } from './csv-stream.js';
import { ledgerRequest, splitRequest, type ExportRequest } from './export-requests.js';
import { ledgerCsv } from './ledger-csv.js';
import type { Problem } from './query-parameters.js';
import { splitCsv } from './split-csv.js';

/** `GET /api/exports/effort.csv` and `/api/exports/effort-split.csv`; see docs/export.md. */
@Controller('api/exports')
export class ExportController {
  constructor(
    private readonly bearer: Bearer,
    private readonly exports: EffortExports,
  ) {}

  @Get('effort.csv')
  effort(@Req() { headers, query }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answering(reply, async () => {
      const viewer = await this.bearer.viewer(headers.authorization);
      const request = ledgerRequest(query);
      if (isRefused(request)) {
        return refuseAll(reply, request);
      }
      const { portfolioKey, question, hasMark } = request;
      const ledger = await this.exports.ledgerOf(viewer, portfolioKey, question);
      return ledger.ok
        ? sendFile(reply, nameOf('effort', request, question), await csvStream(ledgerCsv(ledger.value, hasMark)))
        : refuseMissing(reply, ledger.refusals);
    });
  }

  @Get('effort-split.csv')
  effortSplit(@Req() { headers, query }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answering(reply, async () => {
      const viewer = await this.bearer.viewer(headers.authorization);
      const request = splitRequest(query);
      if (isRefused(request)) {
        return refuseAll(reply, request);
      }
      const { portfolioKey, window, grouping, hasMark } = request;
      const split = await this.exports.splitOf(viewer, portfolioKey, window, grouping);
      return split.ok
        ? sendFile(reply, nameOf('effort-split', request, window), splitCsv(split.value, grouping, hasMark))
        : refuseMissing(reply, split.refusals);
    });
  }
}

const isRefused = (request: ExportRequest | readonly Problem[]): request is readonly Problem[] =>
  Array.isArray(request);

const answering = async (reply: FastifyReply, answer: () => Promise<FastifyReply>): Promise<void> => {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof Fault)) {
      throw error;
    }
    const status = STATUS_OF_FAULT[error.code];
    await reply
      .code(status)
      .headers(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
      .send({ error: { code: error.code, message: error.message } });
  }
};

const refuseAll = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply => {
  const message = `Nothing was exported: ${problems.map(({ place, message }) => `${place}: ${message}`).join(' ')}`;
  return reply.code(400).send({ error: { code: 'INVALID', message }, problems });
};

const refuseMissing = (reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply =>
  reply.code(404).send({ error: { code: 'NOT_FOUND', message: refusals.map(({ message }) => message).join(' ') } });

const sendFile = (reply: FastifyReply, name: string, content: Readable | string): FastifyReply =>
  reply
    .code(200)
    .headers({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(content);

const nameOf = (
  what: string,
  { portfolioKey }: ExportRequest,
  { from, to }: { readonly from?: string | null | undefined; readonly to?: string | null | undefined },
): string => `${[what, portfolioKey, from, to].filter((part) => part).join('-')}.csv`;
