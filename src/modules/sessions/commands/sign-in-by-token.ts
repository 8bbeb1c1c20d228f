import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Authenticate } from '../../identity/queries/authenticate.js';
import { OpenSession, type SignedIn } from './open-session.js';

/** Signs in who holds an API token; the session ends with the token. NOT_FOUND for a token that is unknown, expired or revoked. */
@Injectable()
export class SignInByToken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly authenticate: Authenticate,
    private readonly openSession: OpenSession,
  ) {}

  async run(token: string, formerSecret: string | null): Promise<Result<SignedIn>> {
    const holder = await this.authenticate.holderOf(token);
    if (!holder) {
      return refuse({
        code: 'NOT_FOUND',
        message: 'The API token is not known here, or it is expired or revoked.',
        field: ['token'],
      });
    }
    return this.work.run(async (tx) =>
      accept(await this.openSession.run(tx, { ...holder, method: 'TOKEN', formerSecret })),
    );
  }
}
