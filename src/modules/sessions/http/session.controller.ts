import { Controller, Delete, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicUrl } from '../../../platform/public-url.js';
import { SignOut } from '../commands/sign-out.js';
import { forgery } from '../own-page.js';
import { Standings } from '../queries/standing.js';
import { secretIn } from '../session-secret.js';
import { done, PRIVATE, refused } from './answers.js';
import { SessionCookies } from './session-cookies.js';
import { isOfThisMachine } from './this-machine.js';

/** `GET` and `DELETE /session`: who one is in the board, and signing out; see docs/signing-in.md. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly standings: Standings,
    private readonly signOut: SignOut,
    private readonly cookies: SessionCookies,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Get()
  async standing(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const secret = secretIn(request.headers.cookie);
    await reply.headers(PRIVATE).send(await this.standings.of(secret, isOfThisMachine(request, this.publicUrl)));
  }

  @Delete()
  async end(@Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const secret = secretIn(headers.cookie);
    if (secret !== null) {
      const forged = forgery(headers, this.publicUrl);
      if (forged !== null) {
        await refused(reply, 403, forged);
        return;
      }
      await this.signOut.run(secret);
    }
    await done(reply, this.cookies.noSession());
  }
}
