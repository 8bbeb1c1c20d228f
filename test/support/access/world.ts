import { foundCompany, type Company, type Member } from '../company.js';
import type { TestServer } from '../server.js';
import { publishShortWorkflow, type ShortStage } from '../short-workflow.js';
import { clientOf, makeCallers, type Caller } from './callers.js';
import { layGate, type AtTheGate } from './world-at-the-gate.js';
import { layTools, type Tools } from './world-of-tools.js';
import { layWork, TODAY, type Work } from './world-of-work.js';

const A_WORKFLOW = [
  { key: 'poc', category: 'POC', gate: { key: 'go', criteria: [['why', 'DOCUMENT']] } },
  { key: 'pilot', category: 'PILOT' },
] as const satisfies readonly ShortStage[];
const IN_UTC = { timeZone: 'UTC' };

/** One of everything there is in a portfolio. */
export type Holdings = AtTheGate & Work & Tools;

/** What every operation is asked for: a portfolio with one of everything in it, and another in which others hold the same. */
export interface World extends Holdings {
  readonly server: TestServer;
  readonly company: Company;
  readonly key: string;
  readonly other: Holdings & { readonly key: string };
  readonly callers: readonly Caller[];
  /** Somebody else, with a token. */
  readonly bystander: { readonly userId: string; readonly tokenId: string; readonly email: string };
}

/** A template by which nobody goes but an initiative of the portfolio. */
export const ONLY_HERE = 'only-here';

/** A token of a user, by its id. */
export const makeToken = async (server: TestServer, userId: string): Promise<string> => {
  const { apiTokenCreate } = await server.admin.ask(
    'mutation ($userId: ID!) { apiTokenCreate(input: { userId: $userId, name: "one more" }) { apiTokenId } }',
    { userId },
  );
  return apiTokenCreate.apiTokenId as string;
};

const makeBystander = async (server: TestServer, key: string): Promise<World['bystander']> => {
  const bystander = await server.member('Bystander', key, ['REVIEWER']);
  const { viewer } = await server.as(bystander.token).ask('{ viewer { user { email } } }');
  return {
    userId: bystander.userId,
    tokenId: await makeToken(server, bystander.userId),
    email: viewer.user.email as string,
  };
};

const holdingsOf = async (
  server: TestServer,
  company: Company,
  { owner, sponsor }: { readonly owner: Member; readonly sponsor: Member },
): Promise<Holdings> => {
  const gate = await layGate(company, owner, sponsor);
  const work = await layWork(server, company, { owner, sponsor, initiative: gate.initiative });
  return { ...gate, ...work, ...(await layTools(server, company)) };
};

export const makeWorld = async (server: TestServer): Promise<World> => {
  server.at(`${TODAY}T09:00:00Z`);
  const [company, elsewhere] = [await foundCompany(server, IN_UTC), await foundCompany(server, IN_UTC)];
  const callers = await makeCallers(server, company.key, elsewhere.key);
  const who = (name: string): Member =>
    clientOf(
      server,
      callers.find((caller) => caller.name === name)!,
    );
  const foreign = who('FOREIGN');
  const world: World = {
    server,
    company,
    key: company.key,
    callers,
    bystander: await makeBystander(server, company.key),
    ...(await holdingsOf(server, company, { owner: who('OWNER'), sponsor: who('SPONSOR') })),
    other: { key: elsewhere.key, ...(await holdingsOf(server, elsewhere, { owner: foreign, sponsor: foreign })) },
  };
  await publishShortWorkflow(server.admin, ONLY_HERE, A_WORKFLOW);
  await company.create({ templateKey: ONLY_HERE });
  return world;
};
