import type { Client, TestServer } from './server.js';

/** A row of a register: what an initiative is called, where it stood since when, and its status. */
export interface Row {
  readonly ref: string;
  /** `poc:2025-01-10;discovery:2025-05-08`. */
  readonly visits: string;
  readonly status?: string;
}

const MAPPING = {
  columns: { externalRef: 'Ref', name: 'Ref', problem: 'Ref' },
  values: { status: { column: 'Status', map: { ON_HOLD: 'ON_HOLD', KILLED: 'KILLED', '*': 'ACTIVE' } } },
  visits: 'Visits',
  defaults: { valueThesis: 'COST' },
};

/** Imports rows over HTTP; each must be taken in. */
export const importRows = async (
  server: TestServer,
  client: Client,
  portfolio: string,
  rows: readonly Row[],
): Promise<void> => {
  const csv = ['Ref,Status,Visits', ...rows.map(({ ref, visits, status = '' }) => `${ref},${status},${visits}`)];
  const form = new FormData();
  form.append('file', new Blob([csv.join('\n')]), 'rows.csv');
  form.append('portfolio', portfolio);
  form.append('mapping', JSON.stringify(MAPPING));
  const response = await fetch(`${server.url}/api/imports/initiatives`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${client.token}` },
  });
  const answer = (await response.json()) as { created?: number; updated?: number };
  if (response.status !== 200 || (answer.created ?? 0) + (answer.updated ?? 0) !== rows.length) {
    throw new Error(`The import went wrong: ${response.status} ${JSON.stringify(answer)}`);
  }
};
