import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CreateApiToken } from './commands/create-api-token.js';
import { CreateUser } from './commands/create-user.js';
import { MakeFirstAdmin } from './commands/make-first-admin.js';
import { RevokeApiToken } from './commands/revoke-api-token.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { Admissions } from './queries/admissions.js';
import { Authenticate } from './queries/authenticate.js';
import { Bearer } from './queries/bearer.js';
import { Users } from './queries/users.js';

@Module({
  imports: [AuditModule],
  providers: [
    Admissions,
    Authenticate,
    Bearer,
    CreateApiToken,
    CreateUser,
    IdentityResolver,
    MakeFirstAdmin,
    RevokeApiToken,
    Users,
  ],
  exports: [Admissions, Authenticate, Bearer, CreateApiToken, CreateUser, MakeFirstAdmin, Users],
})
export class IdentityModule {}
