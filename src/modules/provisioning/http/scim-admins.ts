import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { portfoliosOf, type Viewer } from '../../../domain/access/access.js';
import { narrowTo } from '../../../platform/database/request-scope.js';
import { fault } from '../../../platform/faults.js';
import { Bearer } from '../../identity/queries/bearer.js';

/** Who may use SCIM: an instance admin, by token. The cookie of a session counts for nothing here, so that no page can send anything. */
@Injectable()
export class ScimAdmins {
  constructor(private readonly bearer: Bearer) {}

  async viewer({ headers }: FastifyRequest): Promise<Viewer> {
    const viewer = await this.bearer.viewer(headers.authorization);
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'SCIM takes the API token of an instance admin.');
    }
    narrowTo(portfoliosOf(viewer));
    return viewer;
  }
}
