import { Injectable } from '@nestjs/common';
import { isId } from '../../../platform/ids.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import { Connections, type Connection } from '../../connections/queries/connections.js';

/** What is behind the address of a hook. */
export type Hook =
  | { readonly state: 'OPEN'; readonly connection: Connection }
  | { readonly state: 'GONE'; readonly connection: Connection }
  | { readonly state: 'UNKNOWN' };

/** Finds the connection that an address of a hook stands for. */
@Injectable()
export class Hooks {
  constructor(private readonly connections: Connections) {}

  /** GONE for a connection that was deleted; UNKNOWN for an id that is none, and for one with another tool than `slug` says. */
  async find(slug: string, connectionId: string): Promise<Hook> {
    const [connection] = isId(connectionId) ? await this.connections.byIds([connectionId]) : [];
    if (!connection || ADAPTERS[connection.tool].slug !== slug) {
      return { state: 'UNKNOWN' };
    }
    return { state: connection.deletedAt === null ? 'OPEN' : 'GONE', connection };
  }
}
