import { ask } from './client.js';
import type { Furnished } from './mix.js';

const KEY = 'SOAK';
const INITIATIVES = 100;
const ENTRIES_EACH = 20;
const AT_ONCE = 4;

const PORTFOLIO = `mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }`;
const VIEWER = '{ viewer { user { id } } }';
const MEMBER = `mutation ($key: String!, $input: PortfolioMemberSetInput!) { portfolioMemberSet(portfolioKey: $key, input: $input) { userErrors { message } } }`;
const CREATE = `mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id key } userErrors { message } } }`;
const EFFORT = `mutation ($key: String!, $entries: [EffortEntryInput!]!) { effortRecord(portfolioKey: $key, entries: $entries) { userErrors { message } } }`;
const CATEGORIES = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS'];

/** Makes a portfolio with initiatives and effort, by the API alone, in the name of the first admin, who is a program manager there. */
export const furnish = async (url: string, token: string, today: string): Promise<Furnished> => {
  // The shapes of answers are stated by the documents above.
  const must = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { status, text } = await ask(url, token, { query, variables });
    if (status !== 200 || text.includes('"errors":[') || /"userErrors":\[[^\]]/.test(text)) {
      throw new Error(`The portfolio could not be furnished: ${status} ${text}`);
    }
    return (JSON.parse(text) as { data: T }).data;
  };
  const { viewer } = await must<{ viewer: { user: { id: string } } }>(VIEWER);
  await must(PORTFOLIO, { input: { key: KEY, name: 'Soak' } });
  await must(MEMBER, { key: KEY, input: { userId: viewer.user.id, roles: ['PROGRAM_MANAGER'] } });
  const initiatives: { id: string; key: string }[] = [];
  let next = 0;
  const maker = async (): Promise<void> => {
    while (next < INITIATIVES) {
      next += 1;
      const input = { portfolioKey: KEY, name: `Initiative ${next}`, problem: 'Work waits.', valueThesis: 'COST' };
      const made = await must<{ initiativeCreate: { initiative: { id: string; key: string } } }>(CREATE, { input });
      initiatives.push(made.initiativeCreate.initiative);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, maker));
  const entries = initiatives.flatMap(({ key }, place) =>
    Array.from({ length: ENTRIES_EACH }, (_, turn) => ({
      initiativeKey: key,
      amount: '1',
      person: `Person ${place}`,
      workedOn: dayBefore(today, turn),
      categoryKey: CATEGORIES[(place + turn) % CATEGORIES.length],
      source: 'soak',
      externalId: `${key}-${turn}`,
    })),
  );
  await must(EFFORT, { key: KEY, entries });
  return { url, token, key: KEY, initiatives: initiatives.map(({ id }) => id), today };
};

const DAY_MS = 86_400_000;

const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);
