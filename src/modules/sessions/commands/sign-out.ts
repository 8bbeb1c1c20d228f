import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EndSession } from './end-session.js';

/** Ends the session of a secret: it is refused from the next request on, and its WebSockets close within about a second. Signing out again changes nothing. */
@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endSession: EndSession,
  ) {}

  async run(secret: string): Promise<void> {
    await this.work.run(async (tx) => {
      await this.endSession.run(tx, secret);
      return accept(null);
    });
  }
}
