import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../../sessions/callers.js';
import { ExportScopes } from '../queries/export-scopes.js';
import { answering, fileHeaders, refuseAll, refuseMissing } from './answering.js';
import { csvStream } from './csv-stream.js';
import { ExportCatalogue } from './export-catalogue.js';
import { readParameters, type Parameters } from './parameters.js';
import { REPORT_FILE } from './portfolio-report/report-request.js';

const CSV = 'text/csv; charset=utf-8; header=present';

/** `GET /api/exports` and `/api/exports/<name>.csv`; see docs/export.md. */
@Controller('api/exports')
export class ExportController {
  constructor(
    private readonly callers: Callers,
    private readonly catalogue: ExportCatalogue,
    private readonly scopes: ExportScopes,
  ) {}

  @Get()
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answering(reply, async () => {
      await this.callers.viewer(request);
      const files = this.catalogue.files.map(({ name, about, parameters, columns }) => ({
        path: `/api/exports/${name}.csv`,
        mediaType: 'text/csv',
        about,
        parameters: toldOf(parameters),
        columns,
      }));
      const { parameters, ...report } = REPORT_FILE;
      return reply.send({ exports: [...files, { ...report, parameters: toldOf(parameters), columns: [] }] });
    });
  }

  @Get(':file')
  file(@Param('file') asked: string, @Req() asking: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answering(reply, async () => {
      const viewer = await this.callers.viewer(asking);
      const file = this.catalogue.files.find(({ name }) => `${name}.csv` === asked);
      if (!file) {
        return refuseMissing(reply, [{ message: 'There is no such export; GET /api/exports lists those there are.' }]);
      }
      const request = readParameters(asking.query, file.parameters);
      if ('problems' in request) {
        return refuseAll(reply, request.problems);
      }
      const { portfolio, bom, values } = request;
      const scope = await this.scopes.of(viewer, { portfolio, ...values }, file.action);
      if (!scope.ok) {
        return refuseMissing(reply, scope.refusals);
      }
      const content = await csvStream(await file.begin(scope.value, values, bom));
      const name = [file.name, portfolio, values['from'], values['to']].filter((part) => part).join('-');
      return reply
        .code(200)
        .headers(fileHeaders(`${name}.csv`, CSV))
        .send(content);
    });
  }
}

const toldOf = (parameters: Parameters) =>
  Object.entries(parameters).map(([name, { about, isNeeded }]) => ({ name, isNeeded: isNeeded ?? false, about }));
