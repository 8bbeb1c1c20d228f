import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Viewer } from '../../../src/domain/access/access.js';
import type { Result } from '../../../src/domain/basics/result.js';
import { PublishRules } from '../../../src/modules/effort/commands/publish-rules.js';
import { CreateInitiative } from '../../../src/modules/initiatives/commands/create-initiative.js';
import { CreatePortfolio } from '../../../src/modules/portfolios/commands/create-portfolio.js';
import { insertConnection } from '../connections.js';
import { labelOf } from './lives.js';
import type { Load } from './load.js';
import { SECRETS } from './wordings.js';

const KEY = 'LOAD';
const CATEGORIES = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS'] as const;

/** A connection of a load as it stands in the database. */
export interface LaidOutConnection {
  readonly id: string;
  readonly webhookPath: string;
}

/** Where a load is to be sent: its connections by their place, and the keys of its initiatives by the label that links to them. */
export interface LaidOut {
  readonly connections: readonly LaidOutConnection[];
  readonly initiativeKeys: ReadonlyMap<string, string>;
}

const must = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result.value;
};

/** Makes the portfolio of a load: its initiatives, rules that link tickets to them by a label, and its connections. */
export const layOut = async (
  { app, source }: { readonly app: INestApplicationContext; readonly source: DataSource },
  load: Load,
): Promise<LaidOut> => {
  const [admin] = await source.query<{ id: string }[]>('SELECT id FROM app_user WHERE is_instance_admin LIMIT 1');
  const by: Viewer = { userId: admin?.id ?? '', isInstanceAdmin: true, roles: new Map() };
  const portfolio = { key: KEY, name: 'Load', timeZone: 'UTC', templateKey: null };
  must(await app.get(CreatePortfolio, { strict: false }).run(by, portfolio));
  const create = app.get(CreateInitiative, { strict: false });
  const initiativeKeys = new Map<string, string>();
  for (let number = 0; number < load.initiatives; number += 1) {
    initiativeKeys.set(labelOf(number), must(await create.run(by, initiativeCalled(`Initiative ${number}`))).key);
  }
  const rules = [...initiativeKeys].map(([label, initiativeKey], place) => ({
    name: `Work on ${label}`,
    connectionId: null,
    labels: [label],
    components: [],
    ticketTypes: [],
    projectKeys: [],
    categoryKey: CATEGORIES[place % CATEGORIES.length] ?? null,
    initiativeKey,
    criterionKey: null,
  }));
  must(await app.get(PublishRules, { strict: false }).run(by, KEY, { rules, dryRunFrom: null }));
  const connections: LaidOutConnection[] = [];
  for (const { tool, settings, place } of load.connections) {
    const connection = { portfolioKey: KEY, tool, settings, secret: SECRETS[tool], name: `${tool} ${place}` };
    connections.push(await insertConnection({ app, source }, connection));
  }
  return { connections, initiativeKeys };
};

const initiativeCalled = (name: string): Parameters<CreateInitiative['run']>[1] => ({
  portfolioKey: KEY,
  name,
  problem: 'Work waits.',
  valueThesis: 'PRODUCTIVITY',
  solutionType: null,
  investmentClass: 'CORE',
  riskTier: 'LIMITED',
  businessUnit: null,
  ownerId: null,
  sponsorId: null,
  defaultCategoryKey: null,
  templateKey: null,
  externalRef: null,
});
