import { MakeMessagesReady } from '../../../src/modules/webhooks/commands/make-messages-ready.js';
import type { Company } from '../company.js';
import { insertConnection } from '../connections.js';
import { githubHeaders, issueOpened, post, SECRET } from '../hooks.js';
import type { Json, TestServer } from '../server.js';
import { aSnapshot } from '../ticket-facts.js';
import { ticketRoom } from '../ticket-room.js';
import { changing, have } from './have.js';

/** What there is of other tools: connections with tickets and deliveries, and endpoints with messages. */
export interface Tools {
  /** Paused, with one delivery. */
  readonly connection: string;
  readonly connectionName: string;
  readonly delivery: string;
  /** With the ticket SCRUM-23. */
  readonly ticketConnection: string;
  /** Nothing listens there. */
  readonly endpoint: string;
  /** Disabled, with one message. */
  readonly disabledEndpoint: string;
  readonly message: string;
  /** A job that has not failed. */
  readonly job: string;
}

export const TICKET = 'SCRUM-23';
export const NOBODY_LISTENS = 'http://127.0.0.1:9/hook';

export const makeEndpoint = async ({ key, admin }: Company): Promise<string> => {
  const { endpointId } = await have(
    admin,
    'mutation ($input: WebhookEndpointCreateInput!) { webhookEndpointCreate(input: $input) { endpointId userErrors { code message } } }',
    { input: { portfolioKey: key, url: NOBODY_LISTENS, events: ['INITIATIVE_CREATED'] } },
  );
  return endpointId as string;
};

const connect = async (server: TestServer, { key, manager }: Company) => {
  const connectionName = 'Paused tool';
  const given = { portfolioKey: key, tool: 'GITHUB', secret: SECRET, name: connectionName, paused: true } as const;
  const { id: connection } = await insertConnection(server, given);
  const body = issueOpened(1);
  await post(server, `/hooks/github/${connection}`, body, githubHeaders(body));
  const { inboundDeliveries } = await manager.ask(
    'query ($id: ID!) { inboundDeliveries(connectionId: $id) { nodes { id } } }',
    { id: connection },
  );
  return { connection, connectionName, delivery: inboundDeliveries.nodes[0].id as string };
};

const tell = async (server: TestServer, company: Company) => {
  const disabledEndpoint = await makeEndpoint(company);
  await company.create({ name: 'To be told of' });
  await server.app.get(MakeMessagesReady).run();
  const { webhookEndpoint }: Json = await company.admin.ask(
    'query ($id: ID!) { webhookEndpoint(id: $id) { messages { nodes { id } } } }',
    { id: disabledEndpoint },
  );
  const disable = changing('webhookEndpointUpdate', 'id', 'WebhookEndpointUpdateInput', 'endpointId');
  await have(company.admin, disable, { id: disabledEndpoint, input: { enabled: false } });
  return { disabledEndpoint, message: webhookEndpoint.messages.nodes[0].id as string };
};

/** Rules that are published are followed by a job. */
const leaveJob = async (server: TestServer, { key, admin }: Company): Promise<string> => {
  const publish = changing('classificationRulesPublish', 'portfolioKey', 'ClassificationRulesPublishInput', 'version');
  const rules = [{ name: 'Change', labels: ['change'], categoryKey: 'PEOPLE_PROCESS' }];
  await have(admin, publish, { id: key, input: { rules } });
  const { jobs } = await server.admin.ask('{ jobs(first: 1) { nodes { id } } }');
  return jobs.nodes[0].id as string;
};

export const layTools = async (server: TestServer, company: Company): Promise<Tools> => {
  const room = await ticketRoom(server, company.key);
  await room.take([{ type: 'ticket.upserted', ticket: aSnapshot({ key: TICKET }), changes: [] }]);
  return {
    ...(await connect(server, company)),
    ticketConnection: room.connectionId,
    ...(await tell(server, company)),
    endpoint: await makeEndpoint(company),
    job: await leaveJob(server, company),
  };
};

/** Where the values of a signal are to be asked for. */
export const sourceOf = (url: string) => ({ url, query: 'drift', intervalSeconds: 3600 });

export const setSource = async ({ manager }: Company, initiativeId: string): Promise<void> => {
  await have(
    manager,
    `mutation ($id: ID!, $input: SignalSourceInput!) {
      signalSourceSet(initiativeId: $id, signalName: "drift", input: $input) { userErrors { code message } } }`,
    { id: initiativeId, input: sourceOf('http://127.0.0.1:9/prometheus') },
  );
};

export const linkTicket = async ({ manager }: Company, initiativeId: string, connectionId: string): Promise<void> => {
  const link = changing('ticketLink', 'initiativeId', 'TicketLinkInput', 'ticket { id }');
  await have(manager, link, { id: initiativeId, input: { connectionId, ticketKey: TICKET } });
};
