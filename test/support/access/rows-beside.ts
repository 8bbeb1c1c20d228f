import { askRoute, askRow } from './asking.js';
import type { Caller } from './callers.js';
import type { RestRow } from './rest-rows.js';
import type { Row, Variables } from './row.js';
import { by } from './rules.js';
import type { Holdings, World } from './world.js';
import { TICKET } from './world-of-tools.js';
import { effortOf } from './world-of-work.js';

type Own = World['other'];

/** A thing that is named beside the portfolio it is to be of, by somebody who may do anything there. */
export interface BesideRow {
  readonly what: string;
  readonly thing: (of: Holdings) => string;
  readonly ask: (world: World, caller: Caller, thing: string) => Promise<string>;
}

const READ = by('portfolio:read');

const named = (
  operation: string,
  what: string,
  thing: BesideRow['thing'],
  variables: (thing: string, own: Own) => Variables,
  document?: string,
): BesideRow => ({
  what: `${operation}, ${what}`,
  thing,
  ask: (world, caller, about) => {
    const row: Row = {
      operation,
      takes: READ,
      target: () => about,
      variables: (target) => variables(target, world.other),
    };
    return askRow(world, caller, row, document);
  },
});

const onRoute = (
  route: string,
  what: string,
  thing: BesideRow['thing'],
  send: (thing: string, own: Own) => ReturnType<RestRow['send']>,
): BesideRow => ({
  what: `${route}, ${what}`,
  thing,
  ask: (world, caller, about) =>
    askRoute(world, caller, {
      route,
      takes: READ,
      target: () => about,
      send: (target) => send(target, world.other),
    }),
});

const rule = (given: object) => ({ rules: [{ name: 'One', labels: ['one'], categoryKey: 'ALGORITHMS', ...given }] });

const watching = (kpiId: string) => ({
  monitoringPlan: {
    summary: 'What is watched.',
    effectiveOn: '2026-05-01',
    runbookUrl: 'https://example.org/runbook',
    rollbackProcedure: 'Switch it off.',
    onCall: 'platform',
    reviewCadenceDays: 30,
    signals: [{ name: 'kpi', kind: 'KPI', kpiId, cadenceHours: 24, alertChannel: '#alerts', owner: 'on-call' }],
  },
});

const EFFORT_OF = `query ($key: String!, $initiativeKey: String) {
  portfolio(key: $key) { effortEntries(from: "2026-04-01", to: "2026-04-30", initiativeKey: $initiativeKey) { nodes { id } } } }`;
const INITIATIVES_OF = `query ($key: String!, $keys: [String!]) {
  portfolio(key: $key) { initiatives(filter: { keys: $keys }) { totalCount nodes { id } } } }`;

export const BESIDE_ROWS: readonly BesideRow[] = [
  named(
    'classificationRulesPreview',
    'a connection',
    (of) => of.connection,
    (connectionId, { key }) => ({ portfolioKey: key, input: rule({ connectionId }) }),
  ),
  named(
    'classificationRulesPreview',
    'an initiative',
    (of) => of.initiativeKey,
    (initiativeKey, { key }) => ({ portfolioKey: key, input: rule({ initiativeKey }) }),
  ),
  named(
    'commentPost',
    'the comment it replies to',
    (of) => of.comment,
    (replyToId, { initiative }) => ({ input: { initiativeId: initiative, replyToId, text: 'Seen.' } }),
  ),
  named(
    'effortLateAccept',
    'a late entry',
    (of) => of.lateEffort,
    (id, { key }) => ({ portfolioKey: key, ids: [id] }),
  ),
  named(
    'effortRecord',
    'an initiative',
    (of) => of.launchedKey,
    (initiativeKey, { key }) => ({ portfolioKey: key, entries: [effortOf(initiativeKey)] }),
  ),
  named(
    'evidenceSubmit',
    'a KPI that is watched',
    (of) => of.kpi,
    (kpiId, { initiative }) => ({ initiativeId: initiative, criterionKey: 'monitoring-plan', input: watching(kpiId) }),
  ),
  named(
    'ticketLink',
    'a connection',
    (of) => of.ticketConnection,
    (connectionId, { initiative }) => ({ initiativeId: initiative, input: { connectionId, ticketKey: TICKET } }),
  ),
  named(
    'Portfolio.effortEntries',
    'an initiative',
    (of) => of.launchedKey,
    (initiativeKey, { key }) => ({ key, initiativeKey }),
    EFFORT_OF,
  ),
  named(
    'Portfolio.initiatives',
    'keys',
    (of) => of.initiativeKey,
    (initiativeKey, { key }) => ({ key, keys: [initiativeKey] }),
    INITIATIVES_OF,
  ),
  onRoute(
    'GET /api/exports/:file',
    'an initiative',
    (of) => of.launchedKey,
    (initiativeKey, { key }) => ({ path: `/api/exports/effort.csv?portfolio=${key}&initiativeKey=${initiativeKey}` }),
  ),
];
