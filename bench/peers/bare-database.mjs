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

/** What a statement gives, as arrays. */
export const rows = async (name, values) =>
  (await pool.query({ name, text: sql[name], values, rowMode: 'array' })).rows;

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

export const [[portfolioId, portfolioKey, timeZone]] = await rows('PORTFOLIO', ['BENCH']);
export const [[actorId]] = await rows('ACTOR', ['person-1@bench.invalid']);
export const gates = await loadGates();
