import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Metrics } from '../metrics.js';

/** What operators watch of the connections to PostgreSQL. */
@Injectable()
export class DatabaseMetrics {
  constructor(metrics: Metrics, database: Database) {
    metrics.add({
      name: 'tollgate_database_connections',
      help: 'Connections of this process that are at work (busy) or not (idle), and statements that wait for one (waiting).',
      labelNames: ['state'],
      read: () =>
        Promise.resolve(Object.entries(database.connections).map(([state, value]) => ({ labels: { state }, value }))),
    });
  }
}
