import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CreateUser, type NewUser } from '../../identity/commands/create-user.js';
import type { DirectoryPerson } from '../queries/directory-people.js';
import { ChangePerson } from './change-person.js';

/** Makes a user of whom a directory tells, active or not, as `CreateUser` does and refuses. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly createUser: CreateUser,
    private readonly changePerson: ChangePerson,
  ) {}

  run(viewer: Viewer, person: NewUser, isActive: boolean): Promise<Result<DirectoryPerson>> {
    return this.work.run(async (tx) => {
      const created = await this.createUser.within(tx, viewer, person);
      return created.ok ? this.changePerson.within(tx, viewer, created.value.id, { isActive }) : created;
    });
  }
}
