import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { appRoleOf } from '../../src/platform/database/app-role.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';

/** The role of servers in copies of the template of a run: that of the template, which the copies have the grants of. */
const templateRole = (): string => appRoleOf(`postgres://any/${process.env['TOLLGATE_TEST_TEMPLATE'] ?? ''}`);

/** A data source as a server has it, opened, on a copy of the template; on a database that was migrated by itself with the role it came to. */
export const servedSource = (url: string, role = templateRole()): Promise<DataSource> =>
  dataSourceFor(url, ENTITIES, { role }).initialize();
