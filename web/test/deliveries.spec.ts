import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { foundCompany, type Company } from '../../test/support/company.js';
import { insertConnection } from '../../test/support/connections.js';
import { githubHeaders, post, SECRET } from '../../test/support/hooks.js';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';

describeInBrowser('deliveries of a tool', () => {
  let server: TestServer;
  let company: Company;
  let browser: Browser;

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** A connection that so many deliveries came to which are no JSON; answers with its address on the board. */
  const quarantined = async (count: number): Promise<string> => {
    const { id } = await insertConnection(server, { portfolioKey: company.key, tool: 'GITHUB', secret: SECRET });
    for (let number = 1; number <= count; number += 1) {
      const body = `{"action": ${String(number)}`;
      await post(server, `/hooks/github/${id}`, body, githubHeaders(body, { id: `delivery-${String(number)}` }));
    }
    return `/p/${company.key}/integrations?tab=connections&connection=${id}`;
  };

  it('lets one be that cannot be applied, with the reason, and counts it no more', async () => {
    const address = await quarantined(2);
    const { page, go, rest, troubles, context } = await visit(browser, server, company.manager.token);
    await go(address);
    await page.getByText('2 quarantined').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'delivery-1' });
    await row.getByRole('button', { name: 'Let it be' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('A test of the tool.');
    await rest();
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);
    await dialog.getByRole('button', { name: 'Let it be' }).click();
    await row.getByText(/Let be by Mara Manager, .*: A test of the tool\./).waitFor();
    await page.getByText('1 quarantined').waitFor();
    expect(await row.getByRole('button', { name: 'Let it be' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('tells how far it is with all that is applied anew', async () => {
    const address = await quarantined(3);
    const { page, go, troubles, context } = await visit(browser, server, company.manager.token);
    await go(address);
    await page.getByRole('button', { name: 'Replay all that failed' }).click();
    await page.getByLabel('Since').fill('2026-03-01');
    await page.getByRole('dialog').getByRole('button', { name: 'Replay', exact: true }).click();
    await page.getByText('3 deliveries are applied anew; 3 still wait.').waitFor();
    const progress = page.getByRole('progressbar', { name: 'Applied anew' });
    expect(await progress.getAttribute('value')).toBe('0');
    await server.app.get(InboundWorker, { strict: false }).drain();
    await page.getByText(/given back to be applied anew, and none waits any more/).waitFor();
    expect(await progress.getAttribute('value')).toBe('3');
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('tells that the tool is being asked, and how it ended', async () => {
    const { id } = await insertConnection(server, { portfolioKey: company.key, tool: 'GITHUB', secret: SECRET });
    await server.source.query(
      `INSERT INTO pull_run (id, portfolio_id, connection_id, connection_version, kind, streams, status, started_at, started_by, seen_at)
       SELECT gen_random_uuid(), portfolio_id, id, 1, 'BACKFILL', '{}', 'RUNNING', '2026-03-02T09:00:00Z', created_by, '2026-03-02T09:00:00Z'
       FROM integration_connection WHERE id = $1`,
      [id],
    );
    const { page, go, troubles, context } = await visit(browser, server, company.manager.token);
    await go(`/p/${company.key}/integrations?tab=connections&connection=${id}`);
    const run = page.getByRole('listitem').filter({ hasText: 'Backfill' });
    await run.getByRole('status').filter({ hasText: 'Running' }).waitFor();
    await server.source.query(
      `UPDATE pull_run SET status = 'DONE', ended_at = '2026-03-02T09:01:00Z', changed = 3, found = 2 WHERE connection_id = $1`,
      [id],
    );
    await run.getByRole('status').filter({ hasText: 'Done' }).waitFor();
    expect(await run.innerText()).toContain('3 changes');
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('come page by page', async () => {
    const address = await quarantined(53);
    const { page, go, troubles, context } = await visit(browser, server, company.reviewer.token);
    await go(address);
    const lines = page.getByRole('listitem').filter({ hasText: 'delivery-' });
    expect(await lines.count()).toBe(50);
    await page.getByRole('button', { name: 'Show more deliveries' }).click();
    await lines.nth(52).waitFor();
    expect(await lines.count()).toBe(53);
    expect(await page.getByRole('button', { name: 'Show more deliveries' }).count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
