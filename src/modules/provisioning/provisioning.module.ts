import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AddPerson } from './commands/add-person.js';
import { ChangePerson } from './commands/change-person.js';
import { ScimAdmins } from './http/scim-admins.js';
import { ScimDiscoveryController } from './http/scim-discovery.controller.js';
import { ScimUsersController } from './http/scim-users.controller.js';
import { DirectoryPeople } from './queries/directory-people.js';

/** Users as a directory keeps them: it makes, changes and deactivates them by SCIM. */
@Module({
  imports: [IdentityModule],
  controllers: [ScimDiscoveryController, ScimUsersController],
  providers: [AddPerson, ChangePerson, DirectoryPeople, ScimAdmins],
})
export class ProvisioningModule {}
