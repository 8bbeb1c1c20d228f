import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { millisecondsOf } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { countedAddress } from '../../../platform/http/client-address.js';
import { Throttle } from '../../../platform/http/throttle.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { SignInAsSamplePerson } from '../commands/sign-in-as-sample-person.js';
import { SignInByToken } from '../commands/sign-in-by-token.js';
import { foreignness } from '../own-page.js';
import { secretIn } from '../session-secret.js';
import { done, refused } from './answers.js';
import { SessionCookies } from './session-cookies.js';
import { isOfThisMachine } from './this-machine.js';

const MOST_FAILURES = 10;
const WITHIN_MS = 60_000;
const LONGEST_TEXT = 500;

const NOBODY =
  'There is no such sample person here, or nobody can be played: that takes the sample portfolio in the embedded database, asked from this machine.';

/** `POST /session/token` and `/session/sample`; see docs/signing-in.md. */
@Controller('session')
export class SignInController {
  private readonly throttle = new Throttle(MOST_FAILURES, WITHIN_MS);

  constructor(
    private readonly signInByToken: SignInByToken,
    private readonly signInAsSamplePerson: SignInAsSamplePerson,
    private readonly cookies: SessionCookies,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
  ) {}

  @Post('token')
  async byToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = await this.textIn(request, reply, 'token');
    if (token === null) {
      return;
    }
    const [address, now] = [countedAddress(request.ip), millisecondsOf(this.clock.now())];
    const waitSeconds = this.throttle.begin(address, now);
    if (waitSeconds > 0) {
      reply.header('retry-after', String(waitSeconds));
      await refused(
        reply,
        429,
        `More than ${MOST_FAILURES} tries failed within a minute. Try again in ${waitSeconds} seconds.`,
      );
      return;
    }
    const result = await this.signInByToken.run(token.trim(), secretIn(request.headers.cookie));
    if (result.ok) {
      this.throttle.forgive(address, now);
      await done(reply, this.cookies.session(result.value.secret));
    } else {
      await refused(reply, 401, result.refusals.map(({ message }) => message).join(' '));
    }
  }

  @Post('sample')
  async asSamplePerson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const userId = await this.textIn(request, reply, 'userId');
    if (userId === null) {
      return;
    }
    const result = isOfThisMachine(request, this.publicUrl)
      ? await this.signInAsSamplePerson.run(userId, secretIn(request.headers.cookie))
      : null;
    await (result?.ok ? done(reply, this.cookies.session(result.value.secret)) : refused(reply, 404, NOBODY));
  }

  /** The one text that is sent; null where the request was refused, for what it is or for where it comes from. */
  private async textIn({ headers, body }: FastifyRequest, reply: FastifyReply, name: string): Promise<string | null> {
    const foreign = foreignness(headers, this.publicUrl);
    if (foreign !== null) {
      await refused(reply, 403, foreign);
      return null;
    }
    const value: unknown =
      typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : null;
    if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TEXT) {
      await refused(reply, 400, `Send JSON with ${name}, a text of 1 to ${LONGEST_TEXT} characters.`);
      return null;
    }
    return value;
  }
}
