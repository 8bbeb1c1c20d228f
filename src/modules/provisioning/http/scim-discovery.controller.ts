import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RESOURCE_TYPES, SCHEMAS, SERVICE_PROVIDER_CONFIG } from './discovery.js';
import { ScimAdmins } from './scim-admins.js';
import { answer, listOf } from './scim-answers.js';

/** What of SCIM there is here, for directories that ask first. */
@Controller('scim/v2')
export class ScimDiscoveryController {
  constructor(private readonly admins: ScimAdmins) {}

  @Get('ServiceProviderConfig')
  config(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.told(request, reply, SERVICE_PROVIDER_CONFIG);
  }

  @Get('ResourceTypes')
  resourceTypes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.told(request, reply, listOf(RESOURCE_TYPES));
  }

  @Get('Schemas')
  schemas(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.told(request, reply, listOf(SCHEMAS));
  }

  private told(request: FastifyRequest, reply: FastifyReply, what: object): Promise<void> {
    return answer(reply, 200, async () => {
      await this.admins.viewer(request);
      return what;
    });
  }
}
