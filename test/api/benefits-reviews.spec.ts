import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Scheduler } from '../../src/jobs/schedule/scheduler.js';
import { foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const COMPLETE = `mutation ($id: ID!, $outcome: BenefitsOutcome!, $note: String!) {
  benefitsReviewComplete(id: $id, input: { outcome: $outcome, note: $note }) { review { id outcome } userErrors { code field } }
}`;

let server: TestServer;
let company: Company;
let id: string;

const reviews = async (initiative = id): Promise<Json[]> =>
  (
    await company.owner.ask(
      `query ($id: ID!) { initiative(id: $id) { benefitsReviews { id milestoneDays productionEnteredOn dueOn openedAt completedAt outcome note
         completedBy { name } kpis { name target latest attainmentPercent breached } } } }`,
      { id: initiative },
    )
  ).initiative.benefitsReviews;
const inbox = async (by: Member): Promise<Json[]> =>
  (
    await by.ask(
      'query ($key: String!) { viewer { inbox(portfolioKey: $key) { nodes { kind subjectId reason dueOn } } } }',
      {
        key: company.key,
      },
    )
  ).viewer.inbox.nodes.filter(({ kind }: Json) => kind === 'REVIEW_BENEFITS');
const days = async (until: string): Promise<void> => {
  server.at(until);
  await server.app.get(Scheduler).tick();
  await server.app.get(Scheduler).runAll();
};

beforeAll(async () => {
  server = await startTestServer();
  server.at('2026-05-01T09:00:00Z');
  company = await foundCompany(server);
  id = await company.standingIn('scale', '2026-05-01');
  const { kpiDefine } = await company.manager.ask(
    `mutation ($id: ID!) { kpiDefine(initiativeId: $id, input: { name: "Cost", unit: "EUR", role: PRIMARY, class: BUSINESS,
       direction: DECREASE, dataSource: "Ledger", target: "5", baselineValue: "9", baselineMeasuredOn: "2026-02-01" }) { kpi { id } } }`,
    { id },
  );
  await company.manager.ask(
    `mutation ($kpi: ID!) { kpiMeasurementsRecord(measurements: [{ kpiId: $kpi, value: "6", measuredOn: "2026-04-30", source: "x" }]) { recorded } }`,
    { kpi: kpiDefine.kpi.id },
  );
});

afterAll(() => server.stop());

describe('the review of benefits', () => {
  it('is opened by the scheduler 30 days after the launch, due 14 days later, and its owner is told', async () => {
    await days('2026-05-30T21:59:59Z');
    expect(await reviews()).toEqual([]);
    await days('2026-05-30T22:00:00Z');
    expect(await reviews()).toMatchObject([
      {
        milestoneDays: 30,
        productionEnteredOn: '2026-05-01',
        dueOn: '2026-06-14',
        completedAt: null,
        outcome: null,
        kpis: null,
      },
    ]);
    expect(await inbox(company.owner)).toMatchObject([
      { dueOn: '2026-06-14', reason: expect.stringContaining('for 30 days') },
    ]);
    expect(await inbox(company.manager)).toEqual([]);
  });

  it('is opened once, and days that were missed are made up for', async () => {
    await days('2026-05-31T22:00:00Z');
    expect(await reviews()).toHaveLength(1);
    await days('2026-08-05T10:00:00Z');
    expect((await reviews()).map(({ milestoneDays, dueOn }) => [milestoneDays, dueOn])).toEqual([
      [30, '2026-06-14'],
      [60, '2026-07-14'],
      [90, '2026-08-13'],
    ]);
    const { auditEvents } = await company.standing(id);
    expect(auditEvents.nodes.filter(({ action }: Json) => action === 'benefitsReview.opened')).toHaveLength(3);
  }, 120_000);

  it('is completed once by the owner, and keeps what the KPIs had come to', async () => {
    const [first] = await reviews();
    const complete = async (by: Member, note = 'It saves what was promised, nearly.') =>
      (await by.ask(COMPLETE, { id: first.id, outcome: 'ON_COURSE', note })).benefitsReviewComplete;
    const { errors } = await company.reviewer.answer(COMPLETE, { id: first.id, outcome: 'ON_COURSE', note: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await complete(company.owner, ' ')).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await complete(company.owner)).userErrors).toEqual([]);
    expect((await complete(company.manager)).userErrors).toEqual([{ code: 'WRONG_STATE', field: ['id'] }]);
    expect((await reviews())[0]).toMatchObject({
      outcome: 'ON_COURSE',
      note: 'It saves what was promised, nearly.',
      completedBy: { name: 'Olga Owner' },
      kpis: [{ name: 'Cost', target: '5', latest: '6', attainmentPercent: '75.0', breached: false }],
    });
    expect(await inbox(company.owner)).toHaveLength(2);
    await expect(
      server.source.query(`UPDATE benefits_review SET note = 'other' WHERE id = $1`, [first.id]),
    ).rejects.toThrow('completed once');
    await expect(server.source.query('DELETE FROM benefits_review')).rejects.toThrow('refused');
    const unknown = await company.owner.ask(COMPLETE, { id: 'nobody', outcome: 'ON_COURSE', note: 'x' });
    expect(unknown.benefitsReviewComplete.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  });

  it('is not opened for milestones that were over before the launch was recorded', async () => {
    const old = await company.standingIn('operate', '2026-06-20');
    await days('2026-08-06T10:00:00Z');
    expect(await reviews(old)).toEqual([]);
    await days('2026-08-19T10:00:00Z');
    expect((await reviews(old)).map(({ milestoneDays }) => milestoneDays)).toEqual([60]);
  }, 120_000);
});
