import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the audit trail is told of pulled readings, some at a time; and that somebody let a delivery be. */
export class Leftovers1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signal_source
        -- Readings that were recorded since the trail was told last: how many, of which time, the last value.
        ADD COLUMN untold jsonb,
        ADD COLUMN told_at timestamptz(3),
        ADD CONSTRAINT signal_source_untold CHECK (told_at IS NOT NULL OR untold IS NULL);

      ALTER TABLE inbound_delivery
        -- Somebody looked at what could not be applied, and lets it be.
        ADD COLUMN dismissed_at timestamptz(3),
        ADD COLUMN dismissed_by uuid,
        ADD COLUMN dismissal text,
        ADD CONSTRAINT inbound_delivery_dismissed_by_fk FOREIGN KEY (dismissed_by) REFERENCES app_user (id),
        ADD CONSTRAINT inbound_delivery_dismissed CHECK (
          num_nulls(dismissed_at, dismissed_by, dismissal) IN (0, 3) AND dismissal <> ''
          AND (dismissed_at IS NULL OR status IN ('QUARANTINED', 'FAILED'))
        );
      CREATE INDEX inbound_delivery_dismissed_by_idx ON inbound_delivery (dismissed_by) WHERE dismissed_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inbound_delivery DROP COLUMN dismissal, DROP COLUMN dismissed_by, DROP COLUMN dismissed_at;
      ALTER TABLE signal_source DROP COLUMN told_at, DROP COLUMN untold;
    `);
  }
}
