import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look, type Visit } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { keyOf, KINDS, openGateRoom } from './support/gate-room.js';

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

describeInBrowser('an initiative in the board', () => {
  let server: TestServer;
  let browser: Browser;
  let room: Awaited<ReturnType<typeof openGateRoom>>;
  let visits: Visit[] = [];
  const visited = async (token: string, look?: Look): Promise<Visit> => {
    const seen = await visit(browser, server, token, look);
    seen.page.setDefaultTimeout(20_000);
    visits.push(seen);
    return seen;
  };

  beforeAll(async () => {
    server = await startTestServer();
    room = await openGateRoom(server);
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('goes from fresh to decided by mouse: handed in, accepted, requested, decided', async () => {
    const { key } = await room.begin('By mouse');
    const manager = await visited(room.manager.token);
    await manager.go(`/i/${key}`);
    // Why it may not pass is told without a click.
    await manager.page.getByText('Not ready').waitFor();
    await manager.page.getByRole('link', { name: 'Hand in evidence: paper' }).click();
    await manager.page.getByLabel('In short').fill('Who is affected, and how much.');
    await manager.page.getByLabel('Where it is').fill('https://example.org/paper');
    await manager.page.getByLabel('Holds from').fill('2026-03-02');
    await manager.page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await manager.page.getByText('Waits for review').first().waitFor();
    await manager.page.getByRole('link', { name: 'Request review' }).click();
    await manager.page.getByLabel('What to say to the gatekeepers').fill('All is there.');
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Request review' }).click();
    await heading(manager.page, 'Review is open').waitFor();

    const gatekeeper = await visited(room.gatekeeper.token);
    await gatekeeper.go(`/i/${key}?tab=evidence`);
    await gatekeeper.page.getByRole('button', { name: 'Accept: paper' }).click();
    await gatekeeper.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await gatekeeper.page.getByText('Accepted').first().waitFor();
    await gatekeeper.page.getByRole('link', { name: 'Record decision' }).click();
    await gatekeeper.page.getByRole('radio', { name: 'Go', exact: true }).check();
    await gatekeeper.page.getByLabel('Reason').fill('The need is shown.');
    await gatekeeper.page.getByRole('button', { name: 'Record decision' }).click();
    await gatekeeper.page.getByText('Go is recorded').waitFor();

    const { stage, decisions } = await room.standing(key);
    expect(stage.key).toBe('trial');
    expect(decisions.nodes).toMatchObject([{ outcome: 'GO', rationale: 'The need is shown.' }]);
    expect([...manager.troubles, ...gatekeeper.troubles]).toEqual([]);
  });

  it('is decided by keyboard alone, with the review requested on the way, and focus comes back', async () => {
    const { key } = await room.begin('By keyboard');
    const { page, go, troubles } = await visited(room.both.token);
    await go(`/i/${key}`);
    await page.getByText('Not ready').waitFor();
    await page.keyboard.press('d');
    await page.getByRole('radio', { name: 'Conditional go' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Go', exact: true }).isDisabled()).toBe(true);
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'radio');
    await page.keyboard.press('Space');
    // What would clear it is a hint, and no words in the mouth of whoever decides.
    const condition = page.getByLabel('Condition 1: what has to be done');
    await condition.waitFor();
    expect(await condition.inputValue()).toBe('');
    await page.getByText('For paper. What would clear it:').waitFor();
    while (!(await condition.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('The paper is handed in.');
    while (!(await page.getByLabel('Reason').evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Good enough, if the paper follows.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Conditional go is recorded').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    const { stage, decisions } = await room.standing(key);
    expect(stage.key).toBe('trial');
    expect(decisions.nodes[0].conditions).toEqual([{ text: 'The paper is handed in.' }]);
    expect(troubles).toEqual([]);
  });

  it('keeps the typed reason when somebody else was quicker, and says who', async () => {
    const { id, key, version } = await room.begin('Two at once');
    const { page, go } = await visited(room.both.token);
    await go(`/i/${key}/decide`);
    await page.getByRole('radio', { name: 'Hold' }).check();
    await page.getByLabel('Reason').fill('We wait for the data.');
    await room.manager.ask(
      'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { message } } }',
      { id, input: { name: 'Two at once, renamed', expectedVersion: version } },
    );
    await page.getByLabel('Reason').press('Control+Enter');
    await page.getByText('Changed by Mara Manager').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('We wait for the data.');
    await page.getByRole('button', { name: 'Reload and compare' }).click();
    await page.getByLabel('Reason').press('Control+Enter');
    await page.getByText('Hold is recorded').waitFor();
    expect((await room.standing(key)).status).toBe('ON_HOLD');
  });

  it('tells whoever may not decide why not, who can, and lets them request a review', async () => {
    const { key } = await room.begin('Not mine to decide');
    const { page, go } = await visited(room.manager.token);
    await go(`/i/${key}/decide`);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Only gatekeepers of ROOM decide a gate/).waitFor();
    await dialog.getByRole('link', { name: 'Request review' }).click();
    await page.getByRole('dialog').getByLabel('To be decided by').waitFor();
  });

  it('asks for a waiver at the field and has it approved by somebody else', async () => {
    const { key } = await room.begin('Waived');
    const manager = await visited(room.manager.token);
    await manager.go(`/i/${key}/waiver/paper`);
    await manager.page.getByRole('button', { name: 'Ask for the waiver' }).click();
    expect(await manager.page.getByText('This is needed.').count()).toBe(3);
    await manager.page.getByLabel('Reason').fill('The author is ill.');
    await manager.page.getByLabel('Compensating control').fill('A talk instead.');
    await manager.page.getByLabel('Until').fill('2027-03-02');
    await manager.page.getByRole('button', { name: 'Ask for the waiver' }).click();
    await manager.page.getByText(/at most 90 days ahead, by/).waitFor();
    await manager.page.getByLabel('Until').fill('2026-04-02');
    await manager.page.getByRole('button', { name: 'Ask for the waiver' }).click();
    await manager.page.getByText('A waiver is asked for.').waitFor();
    const gatekeeper = await visited(room.gatekeeper.token);
    await gatekeeper.go(`/i/${key}`);
    await gatekeeper.page.getByRole('button', { name: 'Approve: waiver of paper' }).click();
    await gatekeeper.page.getByLabel('Why it is acceptable').fill('For a month.');
    await gatekeeper.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await gatekeeper.page.getByText('✓ Ready').waitFor();
    expect((await room.standing(key)).waivers).toMatchObject([{ criterionKey: 'paper', status: 'APPROVED' }]);
  });

  it('shows what was measured last, and what was before where it is asked for', async () => {
    const { id, key } = await room.begin('Measured daily');
    const { kpiDefine } = await room.manager.ask(
      'mutation ($id: ID!, $input: KpiDefineInput!) { kpiDefine(initiativeId: $id, input: $input) { kpi { id } userErrors { message } } }',
      {
        id,
        input: {
          name: 'Minutes',
          unit: 'min',
          role: 'PRIMARY',
          class: 'BUSINESS',
          direction: 'DECREASE',
          dataSource: 'log',
          target: '4',
          targetDate: '2026-12-31',
          baselineValue: '9',
          baselineMeasuredOn: '2025-09-30',
        },
      },
    );
    expect(kpiDefine.userErrors).toEqual([]);
    const first = Date.parse('2025-10-01');
    const measurements = Array.from({ length: 130 }, (_, index) => ({
      kpiId: kpiDefine.kpi.id as string,
      value: String(index),
      measuredOn: new Date(first + index * 86_400_000).toISOString().slice(0, 10),
      source: 'log',
    }));
    await room.manager.ask(
      'mutation ($m: [KpiMeasurementInput!]!) { kpiMeasurementsRecord(measurements: $m) { recorded userErrors { message } } }',
      { m: measurements },
    );
    const { page, go } = await visited(room.manager.token);
    await go(`/i/${key}?tab=kpis`);
    await page.getByText('Show as table').click();
    const values = () => page.locator('details tbody td:nth-child(2)').allInnerTexts();
    expect(await values()).toEqual(Array.from({ length: 24 }, (_, index) => String(129 - index)));
    await page.getByRole('button', { name: 'Show more measurements' }).click();
    await page.getByRole('cell', { name: '30', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show more measurements' }).click();
    await page.getByRole('cell', { name: '0', exact: true }).waitFor();
    expect(await values()).toHaveLength(130);
    expect(await page.getByRole('button', { name: 'Show more measurements' }).count()).toBe(0);
  });

  const HANDED_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    DOCUMENT: { 'In short': 'What it says.', 'Where it is': 'https://example.org/d' },
    UX_REVIEW: { 'In short': 'They got on well.', Participants: '5', 'Conducted on': '2026-03-01' },
    MONITORING_PLAN: {
      'In short': 'Drift is watched.',
      Runbook: 'https://example.org/run',
      'Who is on call': 'Team Blue',
      'How to roll back': 'Switch the flag off.',
      'Looked at every … days': '30',
      'Signal 1: Name': 'Drift',
      'Signal 1: Breached above': '0.3',
      'Signal 1: Comes every … hours': '24',
      'Signal 1: Where alerts go': '#alerts',
      'Signal 1: Who answers for it': 'Team Blue',
    },
    CHANGE_PLAN: {
      'In short': 'Two teams change.',
      'How people are told': 'By their leads.',
      'Who leads the change': 'Mara',
      'Who helps': 'The desk',
      'Adoption wanted, %': '80',
      'Adoption by': '2026-09-01',
      'Group 1: Who': 'Handlers',
      'Group 1: How many': '38',
      'Group 1: What changes for them': 'No retyping',
      'Group 1: Training': 'An hour',
    },
    CHECKLIST: { 'In short': 'Done.', 'Item 1: What': 'Backups are tried' },
    SIGN_OFF: { 'I state': 'I run this after launch.' },
    EXTERNAL_CHECK: {
      Check: 'Nightly run',
      'Where it is': 'https://example.org/ci',
      'Checked at': '2026-03-02T08:00',
      'Number of the run': '4711',
    },
  };

  it.each(Object.entries(HANDED_IN))('hands in %s by its form', async (kind, fields) => {
    const { key } = await room.begin(`Evidence ${kind}`);
    const { page, go, troubles } = await visited(room.manager.token);
    await go(`/i/${key}/evidence/${keyOf(kind)}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What is expected.').waitFor();
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    expect(await dialog.getByText('This is needed.').count()).toBeGreaterThan(0);
    for (const [label, value] of Object.entries(fields)) {
      await dialog.getByLabel(label, { exact: false }).first().fill(value);
    }
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('Handed in', { exact: true }).waitFor();
    expect((await room.standing(key)).evidence.nodes).toMatchObject([{ criterionKey: keyOf(kind) }]);
    expect(troubles).toEqual([]);
  });

  it('stands the boxes of one row level, whether a field has a hint or was refused', async () => {
    const { key } = await room.begin('Level boxes');
    const { page, go } = await visited(room.manager.token);
    await go(`/i/${key}/evidence/monitoring-plan`);
    const dialog = page.getByRole('dialog');
    const topOf = async (label: string) => (await dialog.getByLabel(label).first().boundingBox())?.y;
    const areLevel = async () => {
      expect(await topOf('Who is on call')).toBe(await topOf('Runbook'));
      expect(await topOf('Holds from')).toBe(await topOf('Looked at every'));
      expect(await topOf('Breached below')).toBe(await topOf('Comes every'));
    };
    await areLevel();
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await dialog.getByText('This is needed.').first().waitFor();
    await areLevel();
  });

  const LOOKS: readonly Look[] = [
    { scheme: 'light', size: 'desk' },
    { scheme: 'dark', size: 'phone' },
    { scheme: 'dark', size: 'desk' },
    { scheme: 'light', size: 'phone' },
  ];
  const PLACES = [
    '',
    '?tab=kpis',
    '?tab=evidence',
    '?tab=effort',
    '?tab=tickets',
    '?tab=comments',
    '?tab=activity',
    '/decide?outcome=conditional_go',
    '/request-review',
    '/evidence/paper',
    ...KINDS.map((kind) => `/evidence/${keyOf(kind)}`),
    '/waiver/paper',
  ];

  it.each(LOOKS)(
    'has nothing axe finds, and no text cut off, $scheme on the $size',
    async (look) => {
      const { key } = await room.begin('Looked at from all sides');
      const { page, go, picture, troubles } = await visited(room.both.token, look);
      const found: string[] = [];
      const check = async (place: string) => {
        const all = [...(await axeFindings(page)), ...(await clippedTexts(page))];
        found.push(...all.map((each) => `${place}: ${each}`));
        await picture(`initiative${place.replace(/\W+/g, '-')}`);
      };
      for (const place of PLACES) {
        await go(`/i/${key}${place}`);
        await heading(page, 'Looked at from all sides').or(page.getByRole('dialog')).first().waitFor();
        await check(place);
      }
      await go(`/i/${key}/evidence/monitoring-plan`);
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
      await page.getByText('This is needed.').first().waitFor();
      await check('/evidence/refused');
      for (const [place, tab, button] of [
        ['/edit', '', 'Edit'],
        ['/define-kpi', '?tab=kpis', 'Define a KPI'],
      ] as const) {
        await go(`/i/${key}${tab}`);
        await page.getByRole('button', { name: button }).click();
        await page.getByRole('dialog').waitFor();
        await check(place);
      }
      expect(found).toEqual([]);
      expect(troubles).toEqual([]);
    },
    300_000,
  );
});
