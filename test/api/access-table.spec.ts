import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Networks } from '../../src/platform/http/networks.js';
import { rowsByTitle, TABLE, type TableRow } from '../support/access-table.js';
import { BESIDE_ROWS } from '../support/access/rows-beside.js';
import { OPERATIONS, PERMISSIONS } from '../support/access/documents.js';
import { matrixOf } from '../support/access/matrix.js';
import { fieldsByViewer, readersOfViewer, routesOf } from '../support/access/surface.js';
import { makeWorld, type World } from '../support/access/world.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { ROOT } from '../support/shared.js';

const AT_ONCE = 8;
// No more than four exports are made at a time, and the last one may still be closing its file.
const ROUTES_AT_ONCE = 3;
const MATRIX = join(ROOT, 'docs/access.md');

type Cells = Readonly<Record<string, string>>;

let server: TestServer;
let world: World;
const found = new Map<TableRow, PromiseSettledResult<Cells>>();

/** One cell after the other, for some rows make their target anew for each. */
const cellsOf = async (row: TableRow): Promise<Cells> => {
  const cells: Record<string, string> = {};
  for (const caller of world.callers) {
    cells[caller.name] = await row.ask(world, caller);
  }
  return cells;
};

beforeAll(async () => {
  server = await startTestServer(undefined, { allowedNetworks: Networks.of('127.0.0.0/8') });
  world = await makeWorld(server);
  for (const rows of Object.values(TABLE)) {
    const atOnce = rows === TABLE.Routes ? ROUTES_AT_ONCE : AT_ONCE;
    for (let from = 0; from < rows.length; from += atOnce) {
      const group = rows.slice(from, from + atOnce);
      const cells = await Promise.allSettled(group.map(cellsOf));
      group.forEach((row, index) => found.set(row, cells[index]!));
    }
  }
});

afterAll(() => server.stop());

const namesOf = (rows: readonly TableRow[]): readonly string[] => [...new Set(rows.map(({ name }) => name))].sort();

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  it.each(rowsByTitle(rows))('%s', (_title, row) => {
    const expected = Object.fromEntries(world.callers.map((caller) => [caller.name, row.expected(caller)]));
    expect(found.get(row)).toEqual({ status: 'fulfilled', value: expected });
  });
});

describe('what is of another portfolio, named beside one’s own,', () => {
  it.each(BESIDE_ROWS.map((row) => [row.what, row] as const))('is as unknown as nothing: %s', async (_, row) => {
    const foreign = world.callers.find(({ name }) => name === 'FOREIGN')!;
    expect(await row.ask(world, foreign, row.thing(world))).toBe('UNKNOWN');
    expect(await row.ask(world, foreign, row.thing(world.other))).toMatch(/^ALLOWED(?!.*NOT_FOUND)/);
  });
});

it('tells everybody the very roles they act with', async () => {
  for (const caller of world.callers.filter(({ hasToken }) => hasToken)) {
    const acting = caller.isInstanceAdmin ? ['ADMIN'] : caller.roles;
    const { viewer, portfolio } = await server
      .as(caller.token)
      .ask('query ($key: String!) { viewer { roles(portfolioKey: $key) } portfolio(key: $key) { viewerRoles } }', {
        key: world.key,
      });
    expect([viewer.roles, portfolio?.viewerRoles ?? []]).toEqual([acting, acting]);
  }
});

describe('the table of who may do what', () => {
  it('has a row for every root field of the schema', () => {
    expect(namesOf(TABLE.Queries)).toEqual(OPERATIONS.query.toSorted());
    expect(namesOf(TABLE.Mutations)).toEqual(OPERATIONS.mutation.toSorted());
    expect(namesOf(TABLE.Subscriptions)).toEqual(OPERATIONS.subscription.toSorted());
  });

  it('has a row for every field that answers by who is asking', () => {
    const [viewerCan, others] = [
      fieldsByViewer().filter((name) => name.endsWith('.viewerCan')),
      fieldsByViewer().filter((name) => !name.endsWith('.viewerCan')),
    ];
    // What these hold is listed field by field.
    expect(viewerCan.map((name) => `${name.split('.')[0]!}Permissions`).sort()).toEqual(
      [...new Set(PERMISSIONS.map((name) => name.split('.')[0]))].sort(),
    );
    const counted = 'CataloguedTemplateVersion.initiatives';
    expect(namesOf(TABLE.Fields)).toEqual([counted, ...others, ...PERMISSIONS].sort());
    // Of the permissions; whatever else asks the context of fields for the viewer is to have rows here.
    expect(readersOfViewer()).toEqual(['permissions/queries/permissions.ts']);
  });

  it('has a row for every route but that of GraphQL', () => {
    const routes = routesOf(server.app).filter(
      (route) => !route.endsWith(' /graphql') && (route.startsWith('POST') || !route.includes('/hooks/:slug/')),
    );
    expect(namesOf(TABLE.Routes)).toEqual(routes.toSorted());
  });

  it('is printed for people as it stands', () => {
    const matrix = matrixOf(TABLE);
    if (process.env['TOLLGATE_WRITE_ACCESS'] === '1') {
      writeFileSync(MATRIX, matrix);
    }
    expect(readFileSync(MATRIX, 'utf8')).toBe(matrix);
  });
});
