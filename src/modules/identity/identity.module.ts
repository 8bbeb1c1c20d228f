import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ClaimIdentifiers } from './commands/claim-identifiers.js';
import { CreateApiToken } from './commands/create-api-token.js';
import { CreateUser } from './commands/create-user.js';
import { DeactivateUser } from './commands/deactivate-user.js';
import { MakeFirstAdmin } from './commands/make-first-admin.js';
import { ReactivateUser } from './commands/reactivate-user.js';
import { RevokeApiToken } from './commands/revoke-api-token.js';
import { UpdateUser } from './commands/update-user.js';
import { ApiTokenResolver, DirectoryResolver } from './graphql/directory.resolver.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { AccessTokenViewers } from './queries/access-token-viewers.js';
import { Admissions } from './queries/admissions.js';
import { ApiTokens } from './queries/api-tokens.js';
import { Authenticate } from './queries/authenticate.js';
import { Bearer } from './queries/bearer.js';
import { UserList } from './queries/user-list.js';
import { Users } from './queries/users.js';

@Module({
  imports: [AuditModule],
  providers: [
    AccessTokenViewers,
    Admissions,
    ApiTokenResolver,
    ApiTokens,
    Authenticate,
    Bearer,
    ClaimIdentifiers,
    CreateApiToken,
    CreateUser,
    DeactivateUser,
    DirectoryResolver,
    IdentityResolver,
    MakeFirstAdmin,
    ReactivateUser,
    RevokeApiToken,
    UpdateUser,
    UserList,
    Users,
  ],
  exports: [
    Admissions,
    Authenticate,
    Bearer,
    CreateApiToken,
    CreateUser,
    DeactivateUser,
    MakeFirstAdmin,
    ReactivateUser,
    UpdateUser,
    Users,
  ],
})
export class IdentityModule {}
