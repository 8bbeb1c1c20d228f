import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import {
  accept,
  invalid,
  notFound,
  refuse,
  staleVersion,
  type Refusal,
  type Result,
} from '../../../domain/basics/result.js';
import { checkSettings } from '../../../domain/tickets/check-settings.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../queries/connections.js';
import { ConnectionBook, nameProblem } from './connection-book.js';
import { RelinkLater } from './relink-later.js';
import { nameTaken } from './create-connection.js';

export interface ConnectionUpdate {
  /** Left out: as it is. */
  readonly name?: string;
  /** All of them, not only those that change. Left out: as they are. */
  readonly settings?: unknown;
  readonly expectedVersion: number;
}

/**
 * Gives a connection another name or other settings. A job has its tickets follow: the work on them is booked, and what their
 * statuses come to is told, as the settings say now. It takes ADMIN. All at once:
 * STALE_VERSION, INVALID for a name or settings that are wrong, ALREADY_EXISTS for a name that is taken.
 */
@Injectable()
export class UpdateConnection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: ConnectionBook,
    private readonly relink: RelinkLater,
  ) {}

  run(viewer: Viewer, id: string, update: ConnectionUpdate): Promise<Result<Connection>> {
    return this.work.run<Connection, Refusal>(async (tx) => {
      const connection = await this.book.lockToManage(viewer, id, tx);
      if (!connection) {
        return refuse(notFound('The connection', ['id']));
      }
      const name = update.name ?? connection.name;
      const unfit = nameProblem(name);
      const settings =
        update.settings === undefined
          ? accept(connection.settings)
          : checkSettings(connection.tool, update.settings, ['input', 'settings']);
      const refusals: Refusal[] = [
        ...(update.expectedVersion === connection.version
          ? []
          : [staleVersion(connection.version, update.expectedVersion)]),
        ...(unfit === null ? [] : [invalid(['input', 'name'], unfit)]),
        ...(settings.ok ? [] : settings.refusals),
      ];
      if (await this.book.isNameTaken(tx, connection.portfolioId, name, id)) {
        refusals.push(nameTaken(name));
      }
      if (refusals.length > 0 || !settings.ok) {
        return refuse(...refusals);
      }
      await tx.query('UPDATE integration_connection SET name = $2, settings = $3 WHERE id = $1', [
        id,
        name,
        JSON.stringify(settings.value),
      ]);
      if (JSON.stringify(settings.value) !== JSON.stringify(connection.settings)) {
        await this.relink.run(tx, { portfolioId: connection.portfolioId, connectionId: id });
      }
      const changes = {
        before: { name: connection.name, settings: connection.settings },
        after: { name, settings: settings.value },
      };
      return accept(await this.book.changed(tx, viewer, connection, 'connection.updated', changes));
    });
  }
}
