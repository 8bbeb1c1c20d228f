// The practical limit: node:http, a pool of ten and prepared statements, without GraphQL, sign-in, rules or an audit chain.
// `node bare.mjs DATABASE_URL`; it prints where it is.
import { createServer } from 'node:http';
import pg from 'pg';
import * as sql from './bare-sql.mjs';

const [connectionString] = process.argv.slice(2);

// Values as PostgreSQL writes them: no dates, no numbers that are not exact.
const parsers = new Map([
  [23, Number],
  [20, Number],
  [16, (text) => text === 't'],
  [3802, JSON.parse],
  [114, JSON.parse],
]);
const types = { getTypeParser: (oid) => parsers.get(oid) ?? ((text) => text) };
const pool = new pg.Pool({ connectionString, max: 10, types });

const rows = async (name, values, on = pool) =>
  (await on.query({ name, text: sql[name], values, rowMode: 'array' })).rows;

/** What never changes once it is published: the gates of each template, by version and stage. */
const loadGates = async () => {
  const gates = new Map();
  for (const [templateId, stageKey, name, gate] of await rows('GATES', [])) {
    gates.set(`${templateId}/${stageKey}`, {
      stage: { key: stageKey, name },
      gate: gate && { key: gate.key, name: gate.name },
      criteria: (gate?.criteria ?? []).map(({ key, name: title, kind, weight }) => ({
        key,
        name: title,
        kind,
        weight,
      })),
    });
  }
  return gates;
};

const [[portfolioId, portfolioKey, timeZone]] = await rows('PORTFOLIO', ['BENCH']);
const [[actorId]] = await rows('ACTOR', ['person-1@bench.invalid']);
const gates = await loadGates();

const STATUS = { ACCEPTED: 'MET', RETURNED: 'NOT_MET' };
const readinessOf = (criteria, latest, isWhole) => {
  let metCount = 0;
  let mustMeetCount = 0;
  const assessments = criteria.map(({ key, name, kind, weight }) => {
    const evidence = latest?.get(key);
    const status = evidence === undefined ? 'MISSING' : (STATUS[evidence.outcome] ?? 'SUBMITTED');
    if (weight === 'MUST_MEET') {
      mustMeetCount += 1;
      metCount += status === 'MET' ? 1 : 0;
    }
    return isWhole
      ? { criterion: { key, name, kind }, status, evidence: evidence ?? null }
      : { criterion: { key, name }, status };
  });
  return { metCount, mustMeetCount, ready: metCount === mustMeetCount, assessments };
};

const LATEST = '9999-12-31';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const board = async (query) => {
  const found = await rows('BOARD', [portfolioId, query.get('updatedAt') ?? LATEST, query.get('id') ?? LAST_ID]);
  const hasNextPage = found.length > 50;
  const page = hasNextPage ? found.slice(0, 50) : found;
  const outcomes = new Map();
  for (const [id, criterion, outcome] of await rows('OUTCOMES', [page.map(([id]) => id)])) {
    let own = outcomes.get(id);
    if (own === undefined) {
      outcomes.set(id, (own = new Map()));
    }
    own.set(criterion, { outcome });
  }
  const nodes = page.map((row) => {
    const { stage, gate, criteria } = gates.get(`${row[10]}/${row[11]}`);
    return {
      id: row[0],
      key: row[1],
      name: row[2],
      status: row[3],
      valueThesis: row[4],
      investmentClass: row[5],
      riskTier: row[6],
      businessUnit: row[7],
      updatedAt: row[8],
      daysInStage: row[9],
      health: row[12],
      stage,
      owner: { id: row[13], name: row[14] },
      gate: gate && { definition: gate, readiness: readinessOf(criteria, outcomes.get(row[0]), false) },
    };
  });
  const last = page.at(-1);
  return { nodes, pageInfo: { hasNextPage, endCursor: hasNextPage ? { updatedAt: last[8], id: last[0] } : null } };
};

const initiative = async (id) => {
  const [[[row], visits], [evidence, kpis, events]] = await Promise.all([
    Promise.all([rows('INITIATIVE', [id]), rows('VISITS', [id])]),
    Promise.all([rows('EVIDENCE', [id]), rows('KPIS', [id]), rows('EVENTS', [`initiative:${id}`])]),
  ]);
  if (row === undefined) {
    return null;
  }
  const { stage, gate, criteria } = gates.get(`${row[17]}/${row[18]}`);
  const latest = new Map(
    evidence.map(([key, evidenceId, summary, url, effectiveOn, submittedAt, byId, by, outcome]) => [
      key,
      { id: evidenceId, summary, url, effectiveOn, submittedAt, submittedBy: { id: byId, name: by }, outcome },
    ]),
  );
  return {
    id: row[0],
    key: row[1],
    name: row[2],
    problem: row[3],
    status: row[4],
    valueThesis: row[5],
    investmentClass: row[6],
    solutionType: row[7],
    riskTier: row[8],
    businessUnit: row[9],
    version: row[10],
    createdAt: row[11],
    updatedAt: row[12],
    daysInStage: row[13],
    health: row[14],
    healthReason: row[15],
    sponsor: row[16] && { id: row[16], name: row[22] },
    owner: { id: row[19], name: row[20], email: row[21] },
    stage,
    stageVisits: visits.map(([stageKey, enteredAt, leftAt]) => ({
      stage: gates.get(`${row[17]}/${stageKey}`).stage,
      enteredAt,
      leftAt,
    })),
    gate: gate && { definition: gate, readiness: readinessOf(criteria, latest, true) },
    kpis: kpis.map(
      ([kpiId, name, unit, role, kind, direction, target, targetDate, value, measuredOn, size, source]) => ({
        id: kpiId,
        name,
        unit,
        role,
        class: kind,
        direction,
        target,
        targetDate,
        latest: value === null ? null : { value, measuredOn, sampleSize: size, source },
      }),
    ),
    auditEvents: events.map(([sequence, body, by]) => ({ sequence, ...JSON.parse(body), actor: by })),
  };
};

const split = async (name, query) => {
  const sums = await rows(name, [portfolioId, query.get('from'), query.get('to')]);
  const groups = new Map();
  for (const [unit, category, personDays] of sums) {
    let group = groups.get(unit);
    if (group === undefined) {
      groups.set(unit, (group = { key: unit, personDays: 0, shares: {} }));
    }
    group.personDays += Number(personDays);
    group.shares[category] = personDays;
  }
  return { groups: [...groups.values()] };
};

const funnel = async (query) => {
  const found = await rows('FUNNEL', [portfolioId, query.get('from'), query.get('to'), timeZone]);
  return { stages: found.map(([stageKey, entered, advanced, stopped]) => ({ stageKey, entered, advanced, stopped })) };
};

const submit = async (id, { criterionKey, document }) => {
  const templates = [...gates].filter(([, { criteria }]) => criteria.some(({ key }) => key === criterionKey));
  if (document.summary.length === 0 || !/^https?:/.test(document.url)) {
    return { error: 'The document says nothing.' };
  }
  const [written] = await rows('SUBMIT', [
    portfolioId,
    id,
    criterionKey,
    document.summary,
    document.url,
    JSON.stringify(document),
    document.effectiveOn,
    actorId,
    templates.map(([of]) => of.split('/')[0]),
  ]);
  return written === undefined
    ? { error: 'There is no such initiative or criterion.' }
    : { evidence: { id: written[0], submittedAt: written[1] } };
};

const COLUMNS = [
  'initiativeKey',
  'categoryKey',
  'amount',
  'unit',
  'workedOn',
  'person',
  'source',
  'externalId',
  'method',
];
const record = async (entries) => {
  const keys = [...new Set(entries.map(({ initiativeKey }) => initiativeKey))];
  const known = new Map(await rows('BY_KEYS', [portfolioId, keys]));
  if (known.size < keys.length || entries.some(({ amount }) => !(Number(amount) > 0))) {
    return { error: 'There is no such initiative, or no such amount.' };
  }
  const columns = COLUMNS.map((column) => entries.map((entry) => entry[column]));
  columns[0] = entries.map(({ initiativeKey }) => known.get(initiativeKey));
  const [[recorded]] = await rows('RECORD', [portfolioId, actorId, ...columns]);
  return { recorded, rows: entries.map((_, index) => ({ index })) };
};

const answer = async (method, { pathname, searchParams }, body) => {
  const [, noun, id, part] = pathname.split('/');
  if (method === 'GET') {
    switch (noun) {
      case 'health':
        return { ok: true };
      case 'board':
        return board(searchParams);
      case 'initiatives':
        return initiative(id);
      case 'split':
        return split('ROLLUPS', searchParams);
      case 'split-raw':
        return split('LEDGER', searchParams);
      case 'funnel':
        return funnel(searchParams);
    }
  }
  return part === 'evidence' ? submit(id, JSON.parse(body)) : record(JSON.parse(body).entries);
};

const server = createServer((request, response) => {
  const chunks = [];
  request
    .on('data', (chunk) => chunks.push(chunk))
    .on('end', () => {
      const url = new URL(request.url, `http://${request.headers.host}`);
      answer(request.method, url, Buffer.concat(chunks).toString()).then(
        (value) => {
          const text = JSON.stringify(value);
          response.writeHead(value === null ? 404 : 200, {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          });
          response.end(text);
        },
        (error) => {
          console.error(error);
          response.writeHead(500, { 'content-length': 0 });
          response.end();
        },
      );
    });
});
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port} of ${portfolioKey}`);
});
// Ends with whoever started it over a channel.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
