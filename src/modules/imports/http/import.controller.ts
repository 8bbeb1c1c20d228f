import { Controller, Logger, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../../domain/access/access.js';
import type { Result } from '../../../domain/basics/result.js';
import { ImportEffort } from '../commands/import-effort.js';
import { ImportInitiatives } from '../commands/import-initiatives.js';
import { ImportStopped } from '../commands/import-stopped.js';
import type { ImportRequest } from '../commands/open-file.js';
import { Callers } from '../../sessions/callers.js';
import { answerTo, failed, refusedAnswer, unusable, type Answer, type Problem } from './import-answer.js';
import { withUpload, type Upload } from './receive-upload.js';
import { LARGEST_FILE } from './register-multipart.js';

type Verb = (viewer: Viewer, request: ImportRequest) => Promise<Result<object>>;

/** `POST /api/imports/initiatives` and `.../effort`: a form with portfolio, mapping, file and dryRun; see docs/import.md. */
@Controller('api/imports')
export class ImportController {
  private readonly logger = new Logger('Import');

  constructor(
    private readonly callers: Callers,
    private readonly importInitiatives: ImportInitiatives,
    private readonly importEffort: ImportEffort,
  ) {}

  @Post('initiatives')
  initiatives(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, (viewer, form) => this.importInitiatives.run(viewer, form));
  }

  @Post('effort')
  effort(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, (viewer, form) => this.importEffort.run(viewer, form));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, verb: Verb): Promise<void> {
    const { status, body } = await this.outcomeOf(request, verb);
    await reply
      .code(status)
      .headers(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
      .send(body);
  }

  private async outcomeOf(request: FastifyRequest, verb: Verb): Promise<Answer> {
    try {
      const viewer = await this.callers.viewer(request);
      if (!request.isMultipart()) {
        return failed(400, 'INVALID', 'Send a form (multipart/form-data) with portfolio, mapping, file and dryRun.');
      }
      return await withUpload(request, async (upload) => {
        const form = formOf(upload);
        if ('status' in form) {
          return form;
        }
        const result = await verb(viewer, form);
        return result.ok ? { status: 200, body: result.value } : refusedAnswer(result.refusals);
      });
    } catch (error) {
      if (error instanceof ImportStopped) {
        // The stack, not the error: that holds the rows themselves.
        this.logger.error(error.message, error.cause instanceof Error ? error.cause.stack : undefined);
      }
      const answer = answerTo(error);
      if (!answer) {
        throw error;
      }
      return answer;
    }
  }
}

const formOf = ({ fields, file, isTooLarge, problems: inForm }: Upload): ImportRequest | Answer => {
  if (isTooLarge) {
    return failed(
      413,
      'TOO_LARGE',
      `The file is larger than ${LARGEST_FILE / 1_000_000} MB. Nothing was imported: split it, with the header in each part.`,
    );
  }
  const [portfolioKey, mapping, dryRun = 'false'] = [
    fields.get('portfolio'),
    fields.get('mapping'),
    fields.get('dryRun'),
  ];
  const problems: Problem[] = [
    ...inForm.map((message) => ({ place: 'form', message })),
    ...(portfolioKey ? [] : [{ place: 'portfolio', message: 'The key of the portfolio is missing.' }]),
    ...(mapping ? [] : [{ place: 'mapping', message: 'The mapping, a JSON object, is missing.' }]),
    ...(file === null ? [{ place: 'file', message: 'The CSV file is missing.' }] : []),
    ...(dryRun === 'true' || dryRun === 'false' ? [] : [{ place: 'dryRun', message: 'It must be true or false.' }]),
  ];
  return problems.length > 0 || !portfolioKey || !mapping || file === null
    ? unusable(problems)
    : { portfolioKey, mapping, file, isDryRun: dryRun === 'true' };
};
