import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { openGateRoom } from './support/gate-room.js';

const KPIS = `query ($key: String!) { initiativeByKey(key: $key) { kpis {
  name direction target rangeLow rangeHigh versions { version reason } latest { value measuredOn }
} } }`;

describeInBrowser('the KPIs of an initiative', () => {
  let server: TestServer;
  let browser: Browser;
  let room: Awaited<ReturnType<typeof openGateRoom>>;

  beforeAll(async () => {
    server = await startTestServer();
    room = await openGateRoom(server);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('are defined, measured and revised, and what is wrong is told at its field', async () => {
    const { key } = await room.begin('Measured');
    const { page, go, troubles, context } = await visit(browser, server, room.manager.token);
    await go(`/i/${key}?tab=kpis`);
    await page.getByRole('button', { name: 'Define a KPI' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Minutes a letter');
    await dialog.getByLabel('Unit').fill('min');
    await dialog.getByLabel('Where it comes from').fill('The log');
    await dialog.getByLabel('Direction').selectOption({ label: 'Less is better' });
    await dialog.getByLabel('Target').fill('four');
    await dialog.getByRole('button', { name: 'Define' }).click();
    await dialog.locator('.mantine-TextInput-error').first().waitFor();
    expect(await dialog.getByLabel('Target').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Target').fill('4');
    await dialog.getByLabel('To be reached by').fill('2026-12-31');
    await dialog.getByRole('button', { name: 'Define' }).click();
    await page.getByRole('button', { name: 'Record a measurement: Minutes a letter' }).click();
    // The day it is in the portfolio, whatever the clock of the browser says.
    expect(await dialog.getByLabel('Measured on').inputValue()).toBe('2026-03-02');
    await dialog.getByLabel('Value, min').fill('7.5');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revise: Minutes a letter' }).click();
    await dialog.getByLabel('Direction').selectOption({ label: 'Within a range' });
    await dialog.getByLabel('Not below').fill('2');
    await dialog.getByLabel('Not above').fill('5');
    await dialog.getByLabel('Why it is revised').fill('Too fast is careless.');
    await dialog.getByRole('button', { name: 'Revise' }).click();
    await page.getByText('2 versions').waitFor();
    const { initiativeByKey } = await room.manager.ask(KPIS, { key });
    expect(initiativeByKey.kpis).toMatchObject([
      {
        name: 'Minutes a letter',
        direction: 'RANGE',
        target: null,
        rangeLow: '2',
        rangeHigh: '5',
        latest: { value: '7.5', measuredOn: '2026-03-02' },
      },
    ]);
    expect(initiativeByKey.kpis[0].versions).toContainEqual({ version: 2, reason: 'Too fast is careless.' });
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each<Look>([
    { scheme: 'light', size: 'desk' },
    { scheme: 'dark', size: 'phone' },
  ])('have a form that can be read, $scheme on the $size', async (look) => {
    const { key } = await room.begin('Looked at');
    const { page, go, rest, picture, context } = await visit(browser, server, room.manager.token, look);
    await go(`/i/${key}?tab=kpis`);
    await page.getByRole('button', { name: 'Define a KPI' }).click();
    await page.getByRole('dialog').waitFor();
    await rest();
    await picture('kpi-form');
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);
    await context.close();
  });
});
