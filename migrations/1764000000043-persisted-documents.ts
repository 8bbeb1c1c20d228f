import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board asks, of every version that is or lately was at work: a page asks by the hash of its question. */
export class PersistedDocuments1764000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE persisted_document (
        sha256 text NOT NULL,
        text text NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        CONSTRAINT persisted_document_pk PRIMARY KEY (sha256),
        CONSTRAINT persisted_document_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE persisted_document');
  }
}
