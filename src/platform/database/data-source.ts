import { DataSource, type DataSourceOptions } from 'typeorm';
import { PeopleAndPortfolios1764000000001 } from '../../../migrations/1764000000001-people-and-portfolios.js';
import { Initiatives1764000000002 } from '../../../migrations/1764000000002-initiatives.js';
import { KpisAndEvidence1764000000003 } from '../../../migrations/1764000000003-kpis-and-evidence.js';
import { Gates1764000000004 } from '../../../migrations/1764000000004-gates.js';
import { Effort1764000000005 } from '../../../migrations/1764000000005-effort.js';
import { Audit1764000000006 } from '../../../migrations/1764000000006-audit.js';
import { SystemUser1764000000007 } from '../../../migrations/1764000000007-system-user.js';
import { GateConditions1764000000008 } from '../../../migrations/1764000000008-gate-conditions.js';
import { Waivers1764000000009 } from '../../../migrations/1764000000009-waivers.js';
import { KpiRevisions1764000000010 } from '../../../migrations/1764000000010-kpi-revisions.js';
import { StageClock1764000000011 } from '../../../migrations/1764000000011-stage-clock.js';
import { Schedule1764000000012 } from '../../../migrations/1764000000012-schedule.js';
import { TemplateMigrations1764000000013 } from '../../../migrations/1764000000013-template-migrations.js';
import { ImportedStatuses1764000000014 } from '../../../migrations/1764000000014-imported-statuses.js';
import { EffortLedger1764000000015 } from '../../../migrations/1764000000015-effort-ledger.js';
import { ClassificationRules1764000000016 } from '../../../migrations/1764000000016-classification-rules.js';
import { EffortPeriods1764000000017 } from '../../../migrations/1764000000017-effort-periods.js';
import { SchemeVersions1764000000018 } from '../../../migrations/1764000000018-scheme-versions.js';
import { EffortRollups1764000000019 } from '../../../migrations/1764000000019-effort-rollups.js';
import { EffortDrift1764000000020 } from '../../../migrations/1764000000020-effort-drift.js';
import { Connections1764000000021 } from '../../../migrations/1764000000021-connections.js';
import { Tickets1764000000022 } from '../../../migrations/1764000000022-tickets.js';
import { SignatureFailures1764000000023 } from '../../../migrations/1764000000023-signature-failures.js';
import { Pulls1764000000024 } from '../../../migrations/1764000000024-pulls.js';
import { OutboundWebhooks1764000000025 } from '../../../migrations/1764000000025-outbound-webhooks.js';
import { Inbox1764000000026 } from '../../../migrations/1764000000026-inbox.js';
import { LateEffortIdentity1764000000027 } from '../../../migrations/1764000000027-late-effort-identity.js';
import { Insight1764000000028 } from '../../../migrations/1764000000028-insight.js';
import { Signals1764000000029 } from '../../../migrations/1764000000029-signals.js';
import { Conversation1764000000030 } from '../../../migrations/1764000000030-conversation.js';
import { Reports1764000000031 } from '../../../migrations/1764000000031-reports.js';
import { CarriedOver1764000000032 } from '../../../migrations/1764000000032-carried-over.js';
import { Crowds1764000000033 } from '../../../migrations/1764000000033-crowds.js';
import { Marks1764000000034 } from '../../../migrations/1764000000034-marks.js';
import { Looks1764000000035 } from '../../../migrations/1764000000035-looks.js';
import { FindingEpisodes1764000000036 } from '../../../migrations/1764000000036-finding-episodes.js';
import { Leftovers1764000000037 } from '../../../migrations/1764000000037-leftovers.js';
import { WebSessions1764000000038 } from '../../../migrations/1764000000038-web-sessions.js';
import { StageExits1764000000039 } from '../../../migrations/1764000000039-stage-exits.js';
import { DeactivatedUsers1764000000040 } from '../../../migrations/1764000000040-deactivated-users.js';
import { IdempotencyKeys1764000000041 } from '../../../migrations/1764000000041-idempotency-keys.js';
import { PortfolioWalls1764000000042 } from '../../../migrations/1764000000042-portfolio-walls.js';
import { PersistedDocuments1764000000043 } from '../../../migrations/1764000000043-persisted-documents.js';
import { PortfoliosStay1764000000044 } from '../../../migrations/1764000000044-portfolios-stay.js';
import { FactsByIndex1764000000045 } from '../../../migrations/1764000000045-facts-by-index.js';
import { SLOW_STATEMENT_MS, SLOW_STATEMENTS } from '../observability/slow-statements.js';
import { readPostgresTypesAsText } from './pg-types.js';
import { POLITE_POSTGRES } from './polite-pool.js';
import type { Settings, Terms } from './portfolio-scope.js';

const MIGRATIONS = [
  PeopleAndPortfolios1764000000001,
  Initiatives1764000000002,
  KpisAndEvidence1764000000003,
  Gates1764000000004,
  Effort1764000000005,
  Audit1764000000006,
  SystemUser1764000000007,
  GateConditions1764000000008,
  Waivers1764000000009,
  KpiRevisions1764000000010,
  StageClock1764000000011,
  Schedule1764000000012,
  TemplateMigrations1764000000013,
  ImportedStatuses1764000000014,
  EffortLedger1764000000015,
  ClassificationRules1764000000016,
  EffortPeriods1764000000017,
  SchemeVersions1764000000018,
  EffortRollups1764000000019,
  EffortDrift1764000000020,
  Connections1764000000021,
  Tickets1764000000022,
  SignatureFailures1764000000023,
  Pulls1764000000024,
  OutboundWebhooks1764000000025,
  Inbox1764000000026,
  LateEffortIdentity1764000000027,
  Insight1764000000028,
  Signals1764000000029,
  Conversation1764000000030,
  Reports1764000000031,
  CarriedOver1764000000032,
  Crowds1764000000033,
  Marks1764000000034,
  Looks1764000000035,
  FindingEpisodes1764000000036,
  Leftovers1764000000037,
  WebSessions1764000000038,
  StageExits1764000000039,
  DeactivatedUsers1764000000040,
  IdempotencyKeys1764000000041,
  PortfolioWalls1764000000042,
  PersistedDocuments1764000000043,
  PortfoliosStay1764000000044,
  FactsByIndex1764000000045,
];

/** What the migrations are called, oldest first. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

const SESSION: Settings = {
  timezone: 'UTC',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '30s',
};

/** How sessions of a data source begin. */
export interface Sessions {
  readonly settings?: Settings;
  /** The role they take, which owns nothing, so that the policies of the tables hold for them; null: they are the owner's, who sees all. */
  readonly role?: string | null;
  /** Where a session of one's own is to be had, where a pooler hands those of `url` out by the transaction; null: at `url`. */
  readonly directUrl?: string | null;
}

/** How a session of one's own is begun, beside those of a data source: where, and with which options. */
export const sessionsOf = ({ options }: DataSource): { readonly address: string; readonly options: string } => {
  const { sessions } = (options.extra ?? {}) as { readonly sessions?: ReturnType<typeof sessionsOf> };
  if (sessions === undefined) {
    throw new Error('The data source is none of Tollgate.');
  }
  return sessions;
};

const optionsFor = (settings: Settings, role: string | null): string =>
  [...Object.entries(settings), ...(role === null ? [] : [['role', role]])]
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** A data source on a PostgreSQL, with the migrations and the given entities; it synchronises nothing by itself. */
export const dataSourceFor = (
  url: string,
  entities: DataSourceOptions['entities'] = [],
  { settings = SESSION, role = null, directUrl = null }: Sessions = {},
): DataSource => {
  readPostgresTypesAsText();
  const options = optionsFor(settings, role);
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    driver: POLITE_POSTGRES,
    connectTimeoutMS: 2_000,
    poolSize: 10,
    extra: {
      application_name: 'tollgate',
      keepAlive: true,
      // A pooler would take them for one session, and hand that to others.
      ...(directUrl === null ? { options } : {}),
      terms: { role, settings: directUrl === null ? null : settings } satisfies Terms,
      sessions: { address: directUrl ?? url, options },
    },
    logging: false,
    logger: SLOW_STATEMENTS,
    maxQueryExecutionTime: SLOW_STATEMENT_MS,
  });
};
