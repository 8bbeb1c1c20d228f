import type { Browser } from 'playwright-core';
import { foundCompany, type Company } from '../../test/support/company.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit } from './support/board.js';

const COUNT = 300;
const STAGES = ['intake', 'discovery', 'poc', 'pilot', 'scale'];

const importMany = async (server: TestServer, { key, manager }: Company): Promise<void> => {
  const rows = Array.from(
    { length: COUNT },
    (_, index) =>
      `row-${String(index)},Claims triage for region ${String(index)},Letters are read twice.,${STAGES[index % STAGES.length] ?? ''},2026-01-1${String(index % 10)}`,
  );
  const since = Object.fromEntries(STAGES.map((stage) => [stage, 'Since']));
  const mapping = {
    columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
    values: { stage: { column: 'Stage', map: Object.fromEntries(STAGES.map((stage) => [stage, stage])) } },
    enteredOn: since,
    defaults: { valueThesis: 'PRODUCTIVITY' },
  };
  const form = new FormData();
  form.append('file', new Blob([['Ref,Name,Problem,Stage,Since', ...rows, ''].join('\r\n')]), 'rows.csv');
  form.append('portfolio', key);
  form.append('mapping', JSON.stringify(mapping));
  const response = await fetch(`${server.url}/api/imports/initiatives`, {
    method: 'POST',
    headers: { authorization: `Bearer ${manager.token}` },
    body: form,
  });
  expect(response.status).toBe(200);
};

describeInBrowser('The board with 300 initiatives', () => {
  let browser: Browser;
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    browser = await launch();
    server = await startTestServer();
    company = await foundCompany(server);
    await importMany(server, company);
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('shows all of them of one question, thirty of a stage at first, and finds among them', async () => {
    const { page, context, go } = await visit(browser, server, company.manager.token);
    let pages = 0;
    page.on('request', (request) => {
      pages += (request.postData() ?? '').includes('"operationName":"BoardMore"') ? 1 : 0;
    });
    await go(`/p/${company.key}/board`);
    const counted = page.locator('main [role="status"]').first();
    expect(await counted.innerText()).toContain('300 of 300 initiatives');
    expect(await page.locator('[data-card]').count()).toBe(30 * STAGES.length);
    expect(pages).toBe(0);
    await page.getByLabel('Find').fill('region 27');
    // Regions 27, 127, 227 and 270 to 279, and of the others those whose key holds 27.
    await counted.filter({ hasText: '17 of 300 initiatives' }).waitFor();
    expect(await page.locator('[data-card]').count()).toBe(17);
    await context.close();
  }, 300_000);
});
