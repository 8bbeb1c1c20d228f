import { Controller, Get } from '@nestjs/common';
import { fault } from '../faults.js';
import { Database } from '../database/database.js';

const PATIENCE = 1_500;

/** For probes: live never asks the database, ready does. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    const answered = this.database.row('SELECT 1 AS ok').then(() => true);
    const late = new Promise<boolean>((resolve) => {
      setTimeout(() => {
        resolve(false);
      }, PATIENCE).unref();
    });
    if (!(await Promise.race([answered, late]))) {
      throw fault('SERVICE_UNAVAILABLE', 'The database does not answer.');
    }
    return { status: 'ok' };
  }
}
