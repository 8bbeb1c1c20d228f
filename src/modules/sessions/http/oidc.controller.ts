import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localPathIn } from '../../../platform/http/local-path.js';
import { log } from '../../../platform/logging.js';
import type { OidcClient } from '../../../platform/oidc/oidc-client.js';
import { OidcFailure, type OidcFailureReason } from '../../../platform/oidc/oidc-failure.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { SignInByOidc, type OidcStranger } from '../commands/sign-in-by-oidc.js';
import { secretIn } from '../session-secret.js';
import { SignInSettings } from '../sign-in-settings.js';
import { PRIVATE, refused } from './answers.js';
import { SessionCookies, type OidcSignIn } from './session-cookies.js';

/** Why somebody is back at the page for signing in; it says so in words. */
type Problem = OidcStranger | 'expired' | 'denied' | 'unavailable' | 'failed';

const PROBLEMS = {
  DENIED: 'denied',
  UNAVAILABLE: 'unavailable',
  UNTRUSTED: 'failed',
} as const satisfies Record<OidcFailureReason, Problem>;

const CALLBACK = '/session/oidc/callback';

/** `GET /session/oidc` and its callback: the code flow with an OpenID provider; see docs/signing-in.md. */
@Controller('session/oidc')
export class OidcController {
  constructor(
    private readonly settings: SignInSettings,
    private readonly signInByOidc: SignInByOidc,
    private readonly cookies: SessionCookies,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Get()
  begin(@Req() { query }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.withProvider(reply, async (oidc) => {
      const { returnTo: asked } = query as Readonly<Record<string, unknown>>;
      const returnTo = (typeof asked === 'string' ? localPathIn(asked) : null) ?? '/';
      try {
        const { url, ...checks } = await oidc.begin(this.publicUrl.of(CALLBACK));
        await sendTo(reply, url, this.cookies.signIn({ ...checks, returnTo }));
      } catch (error) {
        await sendTo(reply, signInPage(problemOf(error), returnTo), this.cookies.noSignIn());
      }
    });
  }

  @Get('callback')
  finish(@Req() { url, headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.withProvider(reply, async (oidc) => {
      const signIn = this.cookies.signInIn(headers.cookie);
      if (signIn === null) {
        await sendTo(reply, signInPage('expired', '/'), this.cookies.noSignIn());
        return;
      }
      const answer = new URL(this.publicUrl.of(CALLBACK));
      answer.search = new URL(url, answer).search;
      const outcome = await this.outcomeOf(oidc, answer, signIn, secretIn(headers.cookie));
      await ('problem' in outcome
        ? sendTo(reply, signInPage(outcome.problem, signIn.returnTo), this.cookies.noSignIn())
        : sendTo(reply, signIn.returnTo, this.cookies.noSignIn(), this.cookies.session(outcome.secret)));
    });
  }

  private async outcomeOf(
    oidc: OidcClient,
    answer: URL,
    signIn: OidcSignIn,
    formerSecret: string | null,
  ): Promise<{ readonly secret: string } | { readonly problem: Problem }> {
    try {
      const signedIn = await this.signInByOidc.run(await oidc.finish(answer, signIn), formerSecret);
      return typeof signedIn === 'string' ? { problem: signedIn } : signedIn;
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }

  private async withProvider(reply: FastifyReply, answer: (oidc: OidcClient) => Promise<void>): Promise<void> {
    const { oidc } = this.settings;
    await (oidc === null ? refused(reply, 404, 'Nobody signs in with an OpenID provider here.') : answer(oidc));
  }
}

const problemOf = (error: unknown): Problem => {
  if (!(error instanceof OidcFailure)) {
    throw error;
  }
  log.warn(error.told, 'somebody could not be signed in with the OpenID provider');
  return PROBLEMS[error.reason];
};

const signInPage = (problem: Problem, returnTo: string): string =>
  `/sign-in?${new URLSearchParams({ problem, ...(returnTo === '/' ? {} : { returnTo }) }).toString()}`;

/** What is answered stands in no history and no header of another page: the address held a code. */
const sendTo = async (reply: FastifyReply, address: string, ...cookies: readonly string[]): Promise<void> => {
  await reply
    .code(302)
    .headers({ ...PRIVATE, 'referrer-policy': 'no-referrer', location: address })
    .header('set-cookie', [...cookies])
    .send();
};
