import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { DeactivateUser } from '../../identity/commands/deactivate-user.js';
import { ReactivateUser } from '../../identity/commands/reactivate-user.js';
import { UpdateUser, type UserChanges } from '../../identity/commands/update-user.js';
import { DirectoryPeople, type DirectoryPerson } from '../queries/directory-people.js';

/** What a directory says is to be otherwise of a user; what is left out stays. */
export interface PersonChanges extends UserChanges {
  readonly isActive?: boolean;
}

/**
 * Does with a user what a directory says, by the verbs an instance admin has and under their rules: all that it says, or nothing.
 * ALREADY_EXISTS, NOT_FOUND and INVALID as these refuse.
 */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly updateUser: UpdateUser,
    private readonly deactivateUser: DeactivateUser,
    private readonly reactivateUser: ReactivateUser,
    private readonly people: DirectoryPeople,
  ) {}

  run(viewer: Viewer, userId: string, changes: PersonChanges): Promise<Result<DirectoryPerson>> {
    return this.work.run((tx) => this.within(tx, viewer, userId, changes));
  }

  /** The same as a part of another command. */
  async within(
    tx: Tx,
    viewer: Viewer,
    userId: string,
    { isActive, ...changes }: PersonChanges,
  ): Promise<Result<DirectoryPerson>> {
    const updated = await this.updateUser.within(tx, viewer, userId, changes);
    if (!updated.ok) {
      return updated;
    }
    if (isActive !== undefined) {
      const verb = isActive ? this.reactivateUser : this.deactivateUser;
      const settled = await verb.within(tx, viewer, userId);
      if (!settled.ok) {
        return settled;
      }
    }
    const person = await this.people.byId(viewer, userId, tx);
    return person ? accept(person) : refuse(notFound('The user', ['id']));
  }
}
