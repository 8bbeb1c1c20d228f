import { githubHeaders, issueOpened } from '../hooks.js';
import type { Caller } from './callers.js';
import { by, BY_ANYBODY, BY_EVERYBODY, BY_INSTANCE_ADMIN, type Rule } from './rules.js';
import type { World } from './world.js';
import { effortOf, measurementOf, readingOf } from './world-of-work.js';

/** What is sent, beside the token. */
export interface Sent {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** A route of the HTTP server that is not of GraphQL, and who may use it. */
export interface RestRow {
  /** As the server registers it: `GET /api/exports/:file`. */
  readonly route: string;
  readonly of?: string;
  readonly takes: Rule;
  readonly target?: (world: World) => string;
  readonly send: (target: string, world: World, caller: Caller) => Sent;
  /** How those who may are answered; 200 unless another is stated. */
  readonly status?: number;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const DAYS = 'from=2026-04-01&to=2026-04-30';

const EXPORTS = [
  ...['aging', 'benefits-reviews', 'comments', 'conditions', 'decisions', 'effort', 'effort-periods', 'evidence'],
  ...['findings', 'forecast', 'governance-debt', 'initiatives', 'kpis', 'late-effort', 'measurements'],
  ...['signal-readings', 'signals', 'stage-visits', 'status-updates', 'tickets', 'waivers'],
];
const EXPORTS_OF_DAYS = ['decision-statistics', 'effort-split', 'effort-trend', 'funnel', 'value-balance'];

const exportOf = (name: string, takes: Rule, more = ''): RestRow => ({
  route: 'GET /api/exports/:file',
  of: `${name}.csv`,
  takes,
  target: ({ key }) => key,
  send: (key) => ({ path: `/api/exports/${name}.csv?portfolio=${key}${more}` }),
});

const form = (portfolio: string, mapping: object, csv: string): FormData => {
  const sent = new FormData();
  sent.append('portfolio', portfolio);
  sent.append('mapping', JSON.stringify(mapping));
  sent.append('file', new Blob([csv]), 'rows.csv');
  sent.append('dryRun', 'true');
  return sent;
};

const INITIATIVES = {
  columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
  defaults: { valueThesis: 'COST' },
};
const EFFORT = {
  source: 'job',
  columns: { initiativeKey: 'Initiative', workedOn: 'Day', amount: 'Hours', externalId: 'Id' },
};
const A_HOOK = issueOpened(2);

/** What is open to whoever can reach the server: nothing of it tells of portfolios or persons. */
const OPEN: readonly RestRow[] = [
  ...['/', '/inbox', '/templates', '/sign-in'],
  ...['/explorer', '/health/live', '/health/ready', '/metrics', '/hooks/generic/schema.json', '/session'],
].map((path): RestRow => ({ route: `GET ${path}`, takes: BY_EVERYBODY, send: () => ({ path }) }));

const scim = (method: string, path: string, sent?: object, status = 200): RestRow => ({
  route: `${method} /scim/v2/${path}`,
  ...(status === 404 ? { of: 'of nobody' } : {}),
  takes: BY_INSTANCE_ADMIN,
  send: (_, { bystander }) => ({
    path: `/scim/v2/${path.replace(':id', status === 404 ? 'nobody' : bystander.userId)}`,
    ...(sent ? { headers: JSON_TYPE, body: JSON.stringify(sent) } : {}),
  }),
  status,
});

/** Directories that make and deactivate users. */
const SCIM: readonly RestRow[] = [
  ...['ServiceProviderConfig', 'ResourceTypes', 'Schemas', 'Users', 'Users/:id'].map((path) => scim('GET', path)),
  scim('POST', 'Users', { userName: 'from-a-directory@example.org' }, 201),
  scim('PUT', 'Users/:id', { active: true }),
  scim('PATCH', 'Users/:id', { Operations: [{ op: 'replace', value: { active: true } }] }),
  scim('DELETE', 'Users/:id', undefined, 404),
];

/** Who may use each route but `/graphql`. */
export const REST_ROWS: readonly RestRow[] = [
  ...OPEN,
  ...SCIM,
  { route: 'GET /api/exports', takes: BY_ANYBODY, send: () => ({ path: '/api/exports' }) },
  ...EXPORTS.map((name) => exportOf(name, by('portfolio:read'))),
  ...EXPORTS_OF_DAYS.map((name) => exportOf(name, by('portfolio:read'), `&${DAYS}`)),
  exportOf('audit', by('audit:verify')),
  {
    route: 'GET /api/exports/portfolio-report.pdf',
    takes: by('portfolio:read'),
    target: ({ key }) => key,
    send: (key) => ({ path: `/api/exports/portfolio-report.pdf?portfolio=${key}&month=2026-04` }),
  },
  {
    route: 'POST /api/imports/initiatives',
    takes: by('portfolio:import'),
    target: ({ key }) => key,
    send: (key) => ({
      path: '/api/imports/initiatives',
      body: form(key, INITIATIVES, 'Ref,Name,Problem\r\nA1,One,Slow.\r\n'),
    }),
  },
  {
    route: 'POST /api/imports/effort',
    takes: by('effort:record'),
    target: ({ key }) => key,
    send: (key, { launchedKey }) => ({
      path: '/api/imports/effort',
      body: form(key, EFFORT, `Initiative,Day,Hours,Id\r\n${launchedKey},2026-04-30,1,${effortOf('').externalId}\r\n`),
    }),
  },
  {
    route: 'POST /api/kpi-measurements',
    takes: by('kpi:measure'),
    target: ({ kpi }) => kpi,
    send: (kpiId) => ({
      path: '/api/kpi-measurements',
      headers: JSON_TYPE,
      body: JSON.stringify({ measurements: [measurementOf(kpiId)] }),
    }),
  },
  {
    route: 'POST /api/signals',
    takes: by('signal:record'),
    target: ({ launchedKey }) => launchedKey,
    send: (initiativeKey) => ({
      path: '/api/signals',
      headers: JSON_TYPE,
      body: JSON.stringify({ readings: [readingOf(initiativeKey)] }),
    }),
  },
  {
    route: 'POST /hooks/:slug/:connectionId',
    of: 'with the secret of the connection',
    takes: BY_EVERYBODY,
    send: (_, { connection }) => ({
      path: `/hooks/github/${connection}`,
      headers: { ...JSON_TYPE, ...githubHeaders(A_HOOK, { id: 'one-and-the-same' }) },
      body: A_HOOK,
    }),
  },
  {
    route: 'POST /hooks/:slug/:connectionId',
    of: 'without it',
    takes: { told: 'nobody, whatever the token', answers: () => 'UNAUTHENTICATED' },
    send: (_, { connection }) => ({
      path: `/hooks/github/${connection}`,
      headers: { ...JSON_TYPE, ...githubHeaders(A_HOOK, { secret: 'another secret' }) },
      body: A_HOOK,
    }),
  },
  {
    route: 'POST /session/token',
    takes: {
      told: 'everybody, with a token that holds',
      answers: ({ hasToken }) => (hasToken ? 'ALLOWED' : 'UNAUTHENTICATED'),
    },
    send: (_target, _world, { token }) => ({
      path: '/session/token',
      headers: JSON_TYPE,
      body: JSON.stringify({ token: token === '' ? 'none' : token }),
    }),
    status: 204,
  },
  {
    route: 'POST /session/sample',
    of: 'where there is no sample',
    takes: BY_EVERYBODY,
    send: (_, { bystander }) => ({
      path: '/session/sample',
      headers: JSON_TYPE,
      body: JSON.stringify({ userId: bystander.userId }),
    }),
    status: 404,
  },
  ...['/session/oidc', '/session/oidc/callback'].map((path): RestRow => ({
    route: `GET ${path}`,
    of: 'where there is no provider',
    takes: BY_EVERYBODY,
    send: () => ({ path }),
    status: 404,
  })),
  { route: 'DELETE /session', takes: BY_EVERYBODY, send: () => ({ path: '/session' }), status: 204 },
];
