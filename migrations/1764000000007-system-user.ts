import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYSTEM_USER_ID } from '../src/domain/access/system-user.js';

/** The user in whose name the system acts; it can hold neither a token nor a role. */
export class SystemUser1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO app_user (id, name, email, is_instance_admin, created_at)
      VALUES ('${SYSTEM_USER_ID}', 'Tollgate', 'system@tollgate.invalid', false, '2026-01-01T00:00:00Z');
      ALTER TABLE api_token ADD CONSTRAINT api_token_not_of_the_system CHECK (user_id <> '${SYSTEM_USER_ID}');
      ALTER TABLE portfolio_member ADD CONSTRAINT portfolio_member_not_the_system CHECK (user_id <> '${SYSTEM_USER_ID}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE portfolio_member DROP CONSTRAINT portfolio_member_not_the_system;
      ALTER TABLE api_token DROP CONSTRAINT api_token_not_of_the_system;
      DELETE FROM app_user WHERE id = '${SYSTEM_USER_ID}';
    `);
  }
}
