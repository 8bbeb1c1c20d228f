import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../../test/support/server.js';
import { describeInBrowser, launch, visit, type Look, type Visit } from './support/board.js';
import { axeFindings, clippedTexts } from './support/checks.js';
import { openGateRoom } from './support/gate-room.js';

describeInBrowser('the decision dialog', () => {
  let server: TestServer;
  let browser: Browser;
  let room: Awaited<ReturnType<typeof openGateRoom>>;
  let visits: Visit[] = [];
  const visited = async (token: string, look?: Look): Promise<Visit> => {
    const seen = await visit(browser, server, token, look);
    visits.push(seen);
    return seen;
  };
  /** An initiative in review, for which Gus has voted so. */
  const votedOn = async (outcome: string): Promise<{ key: string; reviewId: string }> => {
    const { id, key } = await room.begin(`Voted ${outcome}`);
    const { gateReviewRequest } = await room.manager.ask(
      'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id } userErrors { message } } }',
      { id },
    );
    const reviewId = gateReviewRequest.review.id as string;
    const { gateVoteCast } = await room.gatekeeper.ask(
      'mutation ($id: ID!, $outcome: GateOutcome) { gateVoteCast(reviewId: $id, input: { outcome: $outcome }) { userErrors { message } } }',
      { id: reviewId, outcome },
    );
    expect(gateVoteCast.userErrors).toEqual([]);
    return { key, reviewId };
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

  it('tells beside an outcome that others have the votes, and lets one vote for it all the same', async () => {
    const { key, reviewId } = await votedOn('HOLD');
    const { page, go, troubles } = await visited(room.both.token);
    await go(`/i/${key}/decide`);
    const told = 'You can vote for it, and not decide it: The votes support HOLD and not RECYCLE, by 1 to 1 with yours';
    await page.getByText(told).waitFor();
    // Go is refused by the gate, hold is what the votes are for, and a tie goes to kill.
    const outvoted = page.locator('p').filter({ hasText: 'You can vote for it, and not decide it' });
    expect((await outvoted.allInnerTexts()).map((text) => text.slice(0, 10))).toEqual(['Moves on; ', 'Goes back,']);
    const record = page.getByRole('button', { name: 'Record decision' });
    expect(await record.isDisabled()).toBe(false);
    await page.getByRole('radio', { name: 'Recycle' }).check();
    expect(await record.isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill('One more round.');
    await page.getByRole('button', { name: 'Only vote' }).click();
    await page.getByText('Your vote is in').waitFor();
    const { gateReview } = await room.manager.ask(
      'query ($id: ID!) { gateReview(id: $id) { status votes { outcome } } }',
      { id: reviewId },
    );
    expect(gateReview).toEqual({ status: 'OPEN', votes: [{ outcome: 'HOLD' }, { outcome: 'RECYCLE' }] });
    expect(troubles).toEqual([]);
  });

  it('proposes dates from the day it is in the portfolio, whatever the clock of the browser says', async () => {
    const { key } = await room.begin('Dated');
    const { page, go } = await visited(room.both.token);
    await go(`/i/${key}/decide`);
    await page.getByRole('radio', { name: 'Conditional go' }).check();
    expect(await page.getByLabel('Condition 1: by when').inputValue()).toBe('2026-04-01');
    await go(`/i/${key}/evidence/paper`);
    expect(await page.getByLabel('Holds from').inputValue()).toBe('2026-03-02');
  });

  it('has whoever was signed out meanwhile sign in again, in words of people, and keeps what they typed', async () => {
    const { key } = await room.begin('Signed out');
    const { page, go, context } = await visited(room.both.token);
    await go(`/i/${key}/decide`);
    await page.getByRole('radio', { name: 'Hold' }).check();
    await page.getByLabel('Reason').fill('We wait for the data.');
    // Whatever the page asks next finds out, which may be before the hand is at the button.
    await context.clearCookies();
    await page.getByRole('button', { name: 'Record decision' }).dispatchEvent('click');
    const again = page.getByRole('dialog', { name: 'You are signed out' });
    await again.waitFor();
    await page.getByText('Your session has ended: sign in again, then repeat it.').first().waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Bearer');
    await again.getByLabel('API token').fill(room.both.token);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Reason').inputValue()).toBe('We wait for the data.');
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('Hold is recorded').waitFor();
  });

  it.each<Look>([
    { scheme: 'light', size: 'desk' },
    { scheme: 'dark', size: 'phone' },
  ])('can be read, $scheme on the $size', async (look) => {
    const { key } = await votedOn('HOLD');
    const { page, go, picture } = await visited(room.both.token, look);
    await go(`/i/${key}/decide`);
    await page.getByText('You can vote for it, and not decide it').first().waitFor();
    await picture('decide-outvoted');
    expect([await axeFindings(page), await clippedTexts(page)]).toEqual([[], []]);
  });
});
