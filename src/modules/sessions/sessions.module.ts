import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { Callers } from './callers.js';
import { DropOldSessions } from './commands/drop-old-sessions.js';
import { EndSession } from './commands/end-session.js';
import { NoteSeen } from './commands/note-seen.js';
import { OpenSession } from './commands/open-session.js';
import { SignInAsSamplePerson } from './commands/sign-in-as-sample-person.js';
import { SignInByOidc } from './commands/sign-in-by-oidc.js';
import { SignInByToken } from './commands/sign-in-by-token.js';
import { SignOut } from './commands/sign-out.js';
import { OidcController } from './http/oidc.controller.js';
import { SessionController } from './http/session.controller.js';
import { SessionCookies } from './http/session-cookies.js';
import { SignInController } from './http/sign-in.controller.js';
import { SamplePeople } from './queries/sample-people.js';
import { Sessions } from './queries/sessions.js';
import { Standings } from './queries/standing.js';

/** Sessions of people in the board, and who sends a request at all. */
@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [OidcController, SessionController, SignInController],
  providers: [
    Callers,
    DropOldSessions,
    EndSession,
    NoteSeen,
    OpenSession,
    SamplePeople,
    SessionCookies,
    Sessions,
    SignInAsSamplePerson,
    SignInByOidc,
    SignInByToken,
    SignOut,
    Standings,
  ],
  exports: [Callers, DropOldSessions],
})
export class SessionsModule {}
