import { publishShortWorkflow, type ShortStage } from '../../../test/support/short-workflow.js';
import type { TestServer } from '../../../test/support/server.js';

/** Every kind of criterion that evidence is handed in for, keyed as the kind is. */
export const KINDS = [
  'DOCUMENT',
  'UX_REVIEW',
  'MONITORING_PLAN',
  'CHANGE_PLAN',
  'CHECKLIST',
  'SIGN_OFF',
  'EXTERNAL_CHECK',
] as const;

export const keyOf = (kind: string): string => kind.toLowerCase().replace('_', '-');

const STAGES: readonly ShortStage[] = [
  { key: 'idea', category: 'INTAKE', gate: { key: 'screen', criteria: [['paper', 'DOCUMENT']] } },
  {
    key: 'trial',
    category: 'PILOT',
    gate: { key: 'launch', criteria: KINDS.map((kind) => [keyOf(kind), kind] as const) },
  },
  { key: 'use', category: 'PRODUCTION' },
];

/** A portfolio ROOM with a short workflow, and the people who bring an initiative through a gate. */
export const openGateRoom = async (server: TestServer) => {
  const { admin } = server;
  await publishShortWorkflow(admin, 'short', STAGES);
  const { portfolioCreate } = await admin.ask(
    'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
    { input: { key: 'ROOM', name: 'Room', timeZone: 'Europe/Berlin', templateKey: 'short' } },
  );
  if (portfolioCreate.userErrors.length > 0) {
    throw new Error(JSON.stringify(portfolioCreate.userErrors));
  }
  const manager = await server.member('Mara Manager', 'ROOM', ['PROGRAM_MANAGER']);
  const gatekeeper = await server.member('Gus Gatekeeper', 'ROOM', ['GATEKEEPER']);
  const both = await server.member('Bea Both', 'ROOM', ['PROGRAM_MANAGER', 'GATEKEEPER']);
  const reviewer = await server.member('Rita Reviewer', 'ROOM', ['REVIEWER']);

  /** A fresh initiative of the manager; answers with what it goes by. */
  const begin = async (name: string): Promise<{ id: string; key: string; version: number }> => {
    const { initiativeCreate } = await manager.ask(
      'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id key version } userErrors { message } } }',
      { input: { portfolioKey: 'ROOM', name, problem: 'It takes too long.', valueThesis: 'PRODUCTIVITY' } },
    );
    if (!initiativeCreate.initiative) {
      throw new Error(JSON.stringify(initiativeCreate.userErrors));
    }
    return initiativeCreate.initiative;
  };
  const standing = async (key: string) => {
    const { initiativeByKey } = await manager.ask(
      `query ($key: String!) { initiativeByKey(key: $key) {
        version status stage { key } decisions { nodes { outcome rationale conditions { text } } }
        evidence { nodes { criterionKey status } } waivers { criterionKey status }
      } }`,
      { key },
    );
    return initiativeByKey;
  };
  return { manager, gatekeeper, both, reviewer, begin, standing };
};
