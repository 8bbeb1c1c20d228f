import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { accept } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import type { OidcPerson } from '../../../platform/oidc/oidc-client.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { OpenSession, type SignedIn } from './open-session.js';

/** Why somebody whom the provider knows is not let in: see docs/signing-in.md. */
export type OidcStranger = 'unverified-email' | 'unknown-user' | 'other-account';

interface UserRow {
  readonly id: string;
  readonly oidc_issuer: string | null;
  readonly oidc_subject: string | null;
  readonly deactivated_at: string | null;
}

const BY_SUBJECT = `
  SELECT id, oidc_issuer, oidc_subject, deactivated_at FROM app_user WHERE oidc_issuer = $1 AND oidc_subject = $2`;
// The address is unique, so this is one user or none.
const BY_EMAIL = `
  SELECT id, oidc_issuer, oidc_subject, deactivated_at FROM app_user WHERE email = $1 AND id <> $2 FOR UPDATE`;
const BIND = 'UPDATE app_user SET oidc_issuer = $2, oidc_subject = $3 WHERE id = $1';

/**
 * Signs in whom an OpenID provider knows: the user bound to its issuer and subject. At the first sign-in the user with the
 * person's e-mail address is bound for good, where the provider says that the address is verified and nobody else was bound.
 * Nobody is made known to the instance by it.
 */
@Injectable()
export class SignInByOidc {
  constructor(
    private readonly work: UnitOfWork,
    private readonly openSession: OpenSession,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(person: OidcPerson, formerSecret: string | null): Promise<SignedIn | OidcStranger> {
    const result = await this.work.run(async (tx) => {
      const user = await this.userOf(tx, person);
      return accept(
        typeof user === 'string'
          ? user
          : await this.openSession.run(tx, { userId: user.id, method: 'OIDC', apiTokenId: null, formerSecret }),
      );
    });
    return result.ok ? result.value : 'unknown-user';
  }

  private async userOf(tx: Tx, person: OidcPerson): Promise<{ readonly id: string } | OidcStranger> {
    const { issuer, subject, email, isEmailVerified } = person;
    const [known] = await tx.query<UserRow>(BY_SUBJECT, [issuer, subject]);
    if (known) {
      return known.deactivated_at === null ? known : 'unknown-user';
    }
    if (email === null || !isEmailVerified) {
      return 'unverified-email';
    }
    const [user] = await tx.query<UserRow>(BY_EMAIL, [inLowerCase(email), SYSTEM_USER_ID]);
    if (!user || user.deactivated_at !== null) {
      return 'unknown-user';
    }
    if (user.oidc_subject !== null) {
      // Of two first sign-ins at once the second finds what the first has bound.
      return user.oidc_issuer === issuer && user.oidc_subject === subject ? user : 'other-account';
    }
    await tx.query(BIND, [user.id, issuer, subject]);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at: this.clock.now(),
      actorId: user.id,
      action: 'user.bound',
      subjectType: 'User',
      subjectId: user.id,
      changes: { oidcIssuer: issuer, oidcSubject: subject },
    });
    return user;
  }
}

// Only of letters that are one and the same address in both cases: the sign for Kelvin becomes a k, and is another mailbox.
const inLowerCase = (email: string): string => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
