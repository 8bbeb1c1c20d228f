import { gates, portfolioId, rows, timeZone } from './bare-database.mjs';

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

/** A page of the board. */
export const board = async (query) => {
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

/** One initiative whole; null for one that is not there. */
export const initiative = async (id) => {
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

/** The sums of a period by unit and category, from the rollups or the ledger. */
export const split = async (name, query) => {
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

export const funnel = async (query) => {
  const found = await rows('FUNNEL', [portfolioId, query.get('from'), query.get('to'), timeZone]);
  return { stages: found.map(([stageKey, entered, advanced, stopped]) => ({ stageKey, entered, advanced, stopped })) };
};
