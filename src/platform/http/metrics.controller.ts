import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asTollgate } from '../database/request-scope.js';
import { Metrics } from '../metrics.js';

/** For whoever watches the server; it takes no token and tells nothing of persons. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store');
    return asTollgate(() => this.metrics.text());
  }
}
