import { actorId, gates, portfolioId, rows } from './bare-database.mjs';

/** Evidence of a criterion, with the row that tells of it. */
export const submit = async (id, { criterionKey, document }) => {
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
/** Worklogs; what is there already stays as it is. */
export const record = async (entries) => {
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
