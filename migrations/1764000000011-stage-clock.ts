import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Instant } from '../src/domain/basics/instant.js';
import type { InitiativeStatus } from '../src/domain/initiatives/initiative.js';
import { stageClockOf, stageTotalsOf } from '../src/domain/pipeline/stage-clock.js';

/** The days in the current stage as a column to sort and filter by, and the finished sums of the stages that were left. */
export class StageClock1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- While an initiative moves: the date its days in the current stage count from. Else: the days, which stand still.
      ALTER TABLE initiative ADD COLUMN clock_since date, ADD COLUMN clock_days integer DEFAULT 0;
      ALTER TABLE initiative
        ADD CONSTRAINT initiative_clock_one CHECK (num_nonnulls(clock_since, clock_days) = 1),
        ADD CONSTRAINT initiative_clock_days CHECK (clock_days >= 0),
        ADD CONSTRAINT initiative_clock_runs_while_active CHECK (clock_since IS NULL OR status = 'ACTIVE');
      CREATE INDEX initiative_clock_since_idx ON initiative (portfolio_id, clock_since, id DESC) WHERE clock_since IS NOT NULL;
      CREATE INDEX initiative_clock_days_idx ON initiative (portfolio_id, clock_days, id) WHERE clock_days IS NOT NULL;

      -- No row while the initiative stands in the stage: it begins when the stage is left and ends when it is entered again.
      CREATE TABLE stage_total (
        initiative_id uuid NOT NULL,
        stage_key text NOT NULL,
        portfolio_id uuid NOT NULL,
        template_key text NOT NULL,
        days integer NOT NULL,
        CONSTRAINT stage_total_pk PRIMARY KEY (initiative_id, stage_key),
        CONSTRAINT stage_total_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT stage_total_days CHECK (days >= 0)
      );
      CREATE INDEX stage_total_exits_idx ON stage_total (portfolio_id, template_key, stage_key, days);
    `);
    await windAllClocks(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stage_total;
      ALTER TABLE initiative
        DROP CONSTRAINT initiative_clock_runs_while_active,
        DROP CONSTRAINT initiative_clock_days,
        DROP CONSTRAINT initiative_clock_one,
        DROP COLUMN clock_days,
        DROP COLUMN clock_since;
    `);
  }
}

interface HistoryRow {
  readonly id: string;
  readonly stageKey: string;
  readonly visits: readonly {
    readonly stageKey: string;
    readonly templateKey: string;
    readonly enteredAt: Instant;
    readonly leftAt: Instant | null;
  }[];
  readonly statusChanges: readonly { readonly status: InitiativeStatus; readonly changedAt: Instant }[];
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const HISTORIES = `
  SELECT i.id, i.stage_key AS "stageKey",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('stageKey', v.stage_key, 'templateKey', w.key,
       'enteredAt', ${instant('v.entered_at')}, 'leftAt', ${instant('v.left_at')}) ORDER BY v.entered_at, v.left_at NULLS LAST, v.id), '[]')
     FROM stage_visit v JOIN workflow_template w ON w.id = v.template_id
     WHERE v.portfolio_id = i.portfolio_id AND v.initiative_id = i.id AND v.superseded_at IS NULL) AS visits,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('status', c.status, 'changedAt', ${instant('c.changed_at')}) ORDER BY c.sequence), '[]')
     FROM status_change c WHERE c.initiative_id = i.id) AS "statusChanges"
  FROM initiative i WHERE i.portfolio_id = $1`;

/**
 * Fills in what the product keeps from now on, portfolio by portfolio. Days are counted here and not in SQL: a time zone
 * that the server of the database does not know would stop the upgrade, and one it knows otherwise would make other days.
 */
export const windAllClocks = async (runner: Pick<QueryRunner, 'query'>): Promise<void> => {
  const portfolios = (await runner.query('SELECT id, time_zone AS "timeZone" FROM portfolio')) as {
    readonly id: string;
    readonly timeZone: string;
  }[];
  for (const { id: portfolioId, timeZone } of portfolios) {
    const histories = (await runner.query(HISTORIES, [portfolioId])) as HistoryRow[];
    const clocks = histories.map((history) => {
      const clock = stageClockOf({ ...history, timeZone });
      return 'since' in clock
        ? { id: history.id, since: clock.since, days: null }
        : { id: history.id, since: null, days: clock.days };
    });
    const totals = histories.flatMap((history) =>
      stageTotalsOf({ ...history, timeZone }).map(({ stageKey, days }) => ({
        initiative_id: history.id,
        stage_key: stageKey,
        template_key: history.visits.filter((visit) => visit.stageKey === stageKey).at(-1)?.templateKey,
        days,
      })),
    );
    await runner.query(
      `UPDATE initiative i SET clock_since = c.since, clock_days = c.days
       FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, since date, days integer) WHERE i.id = c.id`,
      [JSON.stringify(clocks)],
    );
    await runner.query(
      `INSERT INTO stage_total (initiative_id, stage_key, portfolio_id, template_key, days)
       SELECT t.initiative_id, t.stage_key, $2, t.template_key, t.days
       FROM jsonb_to_recordset($1::jsonb) AS t (initiative_id uuid, stage_key text, template_key text, days integer)`,
      [JSON.stringify(totals), portfolioId],
    );
  }
};
