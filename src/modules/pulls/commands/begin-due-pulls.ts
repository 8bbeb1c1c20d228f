import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Connections } from '../../connections/queries/connections.js';
import { PullSchedule } from '../queries/pull-schedule.js';
import { BeginPull } from './begin-pull.js';
import { PullsUnderWay } from './pulls-under-way.js';

/**
 * Begins, in the name of the system, to read every tool whose turn it is, and does not wait for what comes of it. A tool that
 * cannot be asked is left out without a word: who looks at its connection is told why.
 */
@Injectable()
export class BeginDuePulls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly connections: Connections,
    private readonly schedule: PullSchedule,
    private readonly begin: BeginPull,
    private readonly underWay: PullsUnderWay,
  ) {}

  /** How many were begun. */
  async run(): Promise<number> {
    let begun = 0;
    for (const { connectionId, kind } of await this.schedule.due()) {
      const connection = await this.connections.get(connectionId);
      const result = await this.work.run((tx) =>
        this.begin.run(tx, connection, { kind, startedBy: SYSTEM_USER_ID, all: false }),
      );
      if (result.ok) {
        this.underWay.start(result.value);
        begun += 1;
      }
    }
    return begun;
  }
}
