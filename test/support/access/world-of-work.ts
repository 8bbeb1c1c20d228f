import { OpenBenefitsReviews } from '../../../src/modules/benefits/commands/open-benefits-reviews.js';
import type { CalendarDate } from '../../../src/domain/basics/calendar-date.js';
import type { Company, Member } from '../company.js';
import { planOf } from '../signal-room.js';
import type { Json, TestServer } from '../server.js';
import { changing, have } from './have.js';

/** The day it is while the table is asked through. */
export const TODAY = '2026-05-01';

/** What there is of work and its fruit: an initiative in production, and KPIs, signals and effort of both. */
export interface Work {
  /** It stands in production, and its plan watches the signal `drift`. */
  readonly launched: string;
  readonly launchedKey: string;
  readonly completedBenefits: string;
  readonly kpi: string;
  readonly finding: string;
  /** Refused long ago, for a period that is closed. */
  readonly lateEffort: string;
  readonly closedPeriod: string;
}

/** A KPI that is sound; `unit` aside it says all that a KPI says. */
export const A_KPI = {
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  target: '6.5',
};

/** Sent again it is known, and nothing is changed. */
export const measurementOf = (kpiId: string) => ({
  kpiId,
  value: '7.5',
  measuredOn: '2026-04-30',
  source: 'job',
  externalId: 'm-1',
});
export const readingOf = (initiativeKey: string) => ({
  initiativeKey,
  signal: 'drift',
  at: '2026-04-30T09:00:00Z',
  value: '0.1',
  source: 'job',
  externalId: 'r-1',
});
export const effortOf = (initiativeKey: string, workedOn = '2026-04-30') => ({
  initiativeKey,
  amount: '1',
  workedOn,
  source: 'job',
  externalId: `w-${workedOn}`,
});

const MEASURE =
  'mutation ($rows: [KpiMeasurementInput!]!) { kpiMeasurementsRecord(measurements: $rows) { userErrors { code message } } }';
const RECORD =
  'mutation ($input: SignalsRecordInput!) { signalsRecord(input: $input) { rows { userErrors { code message } } userErrors { code message } } }';
const WORKED = `mutation ($key: String!, $entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: $key, entries: $entries) { rows { userErrors { code message } } userErrors { code message } } }`;
const REFUSE = `mutation ($key: String!, $ids: [ID!]!) {
  effortLateRefuse(portfolioKey: $key, ids: $ids, reason: "Unknown") { rows { userErrors { code message } } userErrors { code message } } }`;

const launch = async (company: Company, owner: Member, sponsor: Member): Promise<string> => {
  const id = await company.standingIn('scale', '2026-04-01');
  const { version } = await company.standing(id);
  const update = changing('initiativeUpdate', 'id', 'InitiativeUpdateInput', 'initiative { id }');
  const input = { ownerId: owner.userId, sponsorId: sponsor.userId, expectedVersion: version };
  await have(company.manager, update, { id, input });
  await company.hand(id, 'monitoring-plan', planOf({ name: 'drift', breachAbove: '0.3' }));
  return id;
};

const completeBenefits = async (server: TestServer, { key, manager }: Company, id: string): Promise<string> => {
  const { portfolio } = await manager.ask('query ($key: String!) { portfolio(key: $key) { id } }', { key });
  await server.app.get(OpenBenefitsReviews).run(portfolio.id as string, TODAY as CalendarDate);
  const { initiative } = await manager.ask('query ($id: ID!) { initiative(id: $id) { benefitsReviews { id } } }', {
    id,
  });
  const review = initiative.benefitsReviews[0].id as string;
  const complete = changing('benefitsReviewComplete', 'id', 'BenefitsReviewCompleteInput', 'review { id }');
  await have(manager, complete, { id: review, input: { outcome: 'ON_COURSE', note: 'As planned' } });
  return review;
};

const workLate = async ({ key, manager }: Company, initiativeKey: string) => {
  await have(manager, WORKED, { key, entries: [effortOf(initiativeKey)] });
  const close = changing('effortPeriodClose', 'portfolioKey', 'EffortPeriodCloseInput', 'period { id }');
  const { period } = await have(manager, close, { id: key, input: { from: '2026-03-01', to: '2026-03-31' } });
  await have(manager, WORKED, { key, entries: [effortOf(initiativeKey, '2026-03-10')] });
  const late: Json = await manager.ask(
    'query ($key: String!) { portfolio(key: $key) { lateEffort { nodes { id } } } }',
    { key },
  );
  const lateEffort = late.portfolio.lateEffort.nodes[0].id as string;
  await have(manager, REFUSE, { key, ids: [lateEffort] });
  // And one that waits.
  await have(manager, WORKED, { key, entries: [effortOf(initiativeKey, '2026-03-11')] });
  return { closedPeriod: period.id as string, lateEffort };
};

export const layWork = async (
  server: TestServer,
  company: Company,
  { owner, sponsor, initiative }: { owner: Member; sponsor: Member; initiative: string },
): Promise<Work> => {
  const { manager } = company;
  const launched = await launch(company, owner, sponsor);
  const { key: launchedKey } = await company.standing(launched);
  await have(manager, RECORD, { input: { readings: [readingOf(launchedKey as string)] } });
  const define = changing('kpiDefine', 'initiativeId', 'KpiDefineInput', 'kpi { id }');
  const { kpi } = await have(manager, define, { id: initiative, input: A_KPI });
  await have(manager, MEASURE, { rows: [measurementOf(kpi.id as string)] });
  const seen: Json = await manager.ask('query ($id: ID!) { initiative(id: $id) { attention { id } } }', {
    id: initiative,
  });
  return {
    launched,
    launchedKey: launchedKey as string,
    kpi: kpi.id as string,
    finding: seen.initiative.attention[0].id as string,
    completedBenefits: await completeBenefits(server, company, launched),
    ...(await workLate(company, launchedKey as string)),
  };
};
