import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asTollgate } from '../database/request-scope.js';
import { Metrics } from '../metrics.js';
import { firstProcess } from '../processes/first-process.js';

/** For whoever watches the server: of all processes that share its port. It takes no token and tells nothing of persons. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {
    firstProcess?.answerBy(() => metrics.numbers());
  }

  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store');
    return firstProcess ? firstProcess.metricsOfAll() : asTollgate(() => this.metrics.text());
  }
}
