import { createHmac, randomUUID } from 'node:crypto';
import type { TicketTool } from '../../../src/domain/tickets/ticket.js';
import type { Life, Telling, TicketTelling, WorklogTelling } from './lives.js';

/** What is sent: the body, and the headers by which the tool signs it and names the delivery. */
export interface Wording {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** By what the product knows this delivery again. */
  readonly deliveryKey: string;
}

type Word = (life: Life, telling: Telling, sentAt: number) => Wording;

export const HOURS_FIELD = 'Hours spent';
/** Long enough for all tools, of the form that Azure DevOps wants, and base64 for those that sign by Standard Webhooks. */
export const SECRETS: Readonly<Record<TicketTool, string>> = {
  JIRA: 'a-secret-of-the-jira-hook',
  GITHUB: 'a-secret-of-the-github-hook',
  GITLAB: `whsec_${Buffer.from('a-secret-of-the-gitlab-hook-here').toString('base64')}`,
  LINEAR: 'a-secret-of-the-linear-hook',
  AZURE_DEVOPS: 'tollgate:a-secret-of-azure',
  GENERIC: `whsec_${Buffer.from('a-secret-of-the-generic-hook-too').toString('base64')}`,
};

/** How the product is told that a ticket has this number, by tool. */
export const externalIdOf = (tool: TicketTool, { number }: Pick<Life, 'number'>): string =>
  tool === 'LINEAR' ? `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` : String(100_000 + number);

const iso = (at: number): string => new Date(at).toISOString();
// Some tools write whole seconds only.
const isoSeconds = (at: number): string => iso(at).replace(/\.\d+Z$/, 'Z');

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

const standardHeaders = (secret: string, id: string, body: string, sentAt: number): Record<string, string> => {
  const timestamp = String(Math.floor(sentAt / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

const onlyTickets = (telling: Telling): TicketTelling => {
  if (telling.kind !== 'TICKET') {
    throw new Error('This tool has no entries of work.');
  }
  return telling;
};

const github: Word = (life, given) => {
  const told = onlyTickets(given);
  const id = Number(externalIdOf('GITHUB', life));
  const isFirst = told.version === 1;
  const body = JSON.stringify({
    action: isFirst ? 'opened' : told.isDone ? 'closed' : 'field_added',
    issue: {
      id,
      node_id: `I_${id}`,
      number: life.number,
      title: told.title,
      state: told.isDone ? 'closed' : 'open',
      state_reason: told.isDone ? 'completed' : null,
      html_url: `https://github.example.org/acme/app/issues/${life.number}`,
      labels: [{ id: 1, name: told.label }],
      issue_field_values: [
        { issue_field_id: 7, issue_field_name: HOURS_FIELD, data_type: 'number', value: told.seconds / 3600 },
      ],
      created_at: isoSeconds(life.createdAt),
      updated_at: isoSeconds(told.at),
      closed_at: told.isDone ? isoSeconds(told.at) : null,
    },
    ...(isFirst || told.isDone
      ? {}
      : {
          issue_field: { id: 7, name: HOURS_FIELD },
          issue_field_value: { value: told.seconds / 3600 },
          changes: { issue_field_value: { from: { value: told.secondsBefore / 3600 } } },
        }),
    repository: { full_name: 'acme/app' },
    sender: { id: 1_000 + life.number, login: life.person },
  });
  const deliveryKey = randomUUID();
  const signature = `sha256=${hmac(SECRETS.GITHUB, body)}`;
  return {
    body,
    deliveryKey,
    headers: { 'x-github-event': 'issues', 'x-github-delivery': deliveryKey, 'x-hub-signature-256': signature },
  };
};

const gitlab: Word = (life, given, sentAt) => {
  const told = onlyTickets(given);
  const body = JSON.stringify({
    object_kind: 'issue',
    event_type: 'issue',
    user: { id: 1_000 + life.number, name: life.person, username: life.person, email: '[REDACTED]' },
    project: { id: 9, name: 'app', path_with_namespace: 'acme/app' },
    object_attributes: {
      id: Number(externalIdOf('GITLAB', life)),
      iid: life.number,
      title: told.title,
      type: 'Issue',
      state: told.isDone ? 'closed' : 'opened',
      action: told.version === 1 ? 'open' : told.isDone ? 'close' : 'update',
      total_time_spent: told.seconds,
      time_estimate: 0,
      weight: told.points,
      created_at: isoSeconds(life.createdAt),
      updated_at: isoSeconds(told.at),
      closed_at: told.isDone ? isoSeconds(told.at) : null,
      url: `https://gitlab.example.org/acme/app/-/issues/${life.number}`,
    },
    labels: [{ id: 1, title: told.label }],
    changes:
      told.seconds === told.secondsBefore
        ? {}
        : { total_time_spent: { previous: told.secondsBefore, current: told.seconds } },
  });
  const deliveryKey = randomUUID();
  const signed = standardHeaders(SECRETS.GITLAB, deliveryKey, body, sentAt);
  return {
    body,
    deliveryKey,
    headers: { 'x-gitlab-event': 'Issue Hook', 'idempotency-key': deliveryKey, ...signed },
  };
};

const jiraIssue = (life: Life, told: TicketTelling): object => ({
  timestamp: told.at,
  webhookEvent: told.version === 1 ? 'jira:issue_created' : 'jira:issue_updated',
  issue_event_type_name: told.version === 1 ? 'issue_created' : 'issue_generic',
  user: { accountId: life.person, displayName: life.person },
  issue: {
    id: externalIdOf('JIRA', life),
    key: `APP-${life.number}`,
    self: `https://acme.example.org/rest/api/2/${externalIdOf('JIRA', life)}`,
    fields: {
      summary: told.title,
      issuetype: { id: '1', name: 'Task', subtask: false },
      project: { id: '1', key: 'APP' },
      status: told.isDone
        ? { id: '3', name: 'Done', statusCategory: { key: 'done' } }
        : { id: '2', name: 'Doing', statusCategory: { key: 'indeterminate' } },
      labels: [told.label],
      components: [],
      created: iso(life.createdAt),
      updated: iso(told.at),
      timespent: null,
    },
  },
  ...(told.version === 1
    ? {}
    : { changelog: { id: '1', items: [{ field: 'summary', fieldId: 'summary', toString: told.title }] } }),
});

const jiraWorklog = (life: Life, told: WorklogTelling): object => ({
  timestamp: told.at,
  webhookEvent: told.isDeleted ? 'worklog_deleted' : told.version === 1 ? 'worklog_created' : 'worklog_updated',
  worklog: {
    id: told.id,
    issueId: externalIdOf('JIRA', life),
    author: { accountId: life.person, displayName: life.person },
    updateAuthor: { accountId: life.person, displayName: life.person },
    started: iso(life.createdAt).replace('Z', '+0000'),
    created: iso(life.createdAt),
    updated: iso(told.at),
    timeSpentSeconds: told.seconds,
  },
});

const jira: Word = (life, told) => {
  const body = JSON.stringify(told.kind === 'TICKET' ? jiraIssue(life, told) : jiraWorklog(life, told));
  const deliveryKey = randomUUID();
  const signature = `sha256=${hmac(SECRETS.JIRA, body)}`;
  return {
    body,
    deliveryKey,
    headers: { 'x-atlassian-webhook-identifier': deliveryKey, 'x-hub-signature': signature },
  };
};

const linear: Word = (life, given, sentAt) => {
  const told = onlyTickets(given);
  const body = JSON.stringify({
    action: told.version === 1 ? 'create' : 'update',
    type: 'Issue',
    actor: { id: `user-${life.person}`, name: life.person, type: 'user' },
    createdAt: iso(told.at),
    data: {
      id: externalIdOf('LINEAR', life),
      identifier: `WEB-${life.number}`,
      number: life.number,
      title: told.title,
      estimate: told.points,
      team: { id: 't', key: 'WEB', name: 'Web' },
      state: told.isDone ? { id: 's2', name: 'Done', type: 'completed' } : { id: 's1', name: 'Doing', type: 'started' },
      labels: [{ id: 'l', name: told.label }],
      createdAt: iso(life.createdAt),
      updatedAt: iso(told.at),
      completedAt: told.isDone ? iso(told.at) : null,
    },
    ...(told.version === 1 ? {} : { updatedFrom: { updatedAt: iso(told.at - 60_000) } }),
    url: `https://linear.example.org/acme/issue/WEB-${life.number}`,
    organizationId: 'o',
    webhookId: 'w',
    webhookTimestamp: sentAt,
  });
  const deliveryKey = randomUUID();
  return {
    body,
    deliveryKey,
    headers: {
      'linear-event': 'Issue',
      'linear-delivery': deliveryKey,
      'linear-signature': hmac(SECRETS.LINEAR, body),
    },
  };
};

const COMPLETED = 'Microsoft.VSTS.Scheduling.CompletedWork';

const azure: Word = (life, given) => {
  const told = onlyTickets(given);
  const id = Number(externalIdOf('AZURE_DEVOPS', life));
  const fields = {
    'System.Title': told.title,
    'System.TeamProject': 'App',
    'System.WorkItemType': 'Task',
    'System.State': told.isDone ? 'Closed' : 'Active',
    'System.Tags': told.label,
    'System.CreatedDate': iso(life.createdAt),
    'System.ChangedDate': iso(told.at),
    [COMPLETED]: told.seconds / 3600,
  };
  const by = { id: `user-${life.person}`, displayName: life.person };
  const notificationId = randomUUID();
  const subscriptionId = '6d2f7d0f-3f2a-4a5e-9a53-2f6f0a0f9a01';
  const url = `https://dev.example.org/acme/_apis/wit/workItems/${id}`;
  const body = JSON.stringify({
    subscriptionId,
    notificationId,
    id: randomUUID(),
    eventType: told.version === 1 ? 'workitem.created' : 'workitem.updated',
    publisherId: 'tfs',
    createdDate: iso(told.at),
    resource:
      told.version === 1
        ? { id, rev: 1, fields: { ...fields, 'System.ChangedBy': by }, url }
        : {
            id: told.version,
            workItemId: id,
            rev: told.version,
            revisedBy: by,
            fields: { [COMPLETED]: { oldValue: told.secondsBefore / 3600, newValue: told.seconds / 3600 } },
            revision: { id, rev: told.version, fields, url: `${url}/revisions/${told.version}` },
            url: `${url}/updates/${told.version}`,
          },
  });
  const credentials = Buffer.from(SECRETS.AZURE_DEVOPS).toString('base64');
  return {
    body,
    deliveryKey: `${subscriptionId}:${notificationId}`,
    headers: { authorization: `Basic ${credentials}` },
  };
};

const generic: Word = (life, told, sentAt) => {
  const ticketExternalId = externalIdOf('GENERIC', life);
  const author = { externalId: life.person, displayName: life.person };
  const event =
    told.kind === 'TICKET'
      ? {
          type: 'ticket.upserted',
          data: {
            externalId: ticketExternalId,
            key: `CHG${life.number}`,
            title: told.title,
            statusName: told.isDone ? 'Closed' : 'Implement',
            statusCategory: told.isDone ? 'DONE' : 'IN_PROGRESS',
            labels: [told.label],
            updatedAt: iso(told.at),
          },
        }
      : {
          type: told.isDeleted ? 'worklog.deleted' : 'worklog.upserted',
          data: told.isDeleted
            ? { externalId: told.id, ticketExternalId }
            : {
                externalId: told.id,
                ticketExternalId,
                author,
                localDate: iso(life.createdAt).slice(0, 10),
                seconds: told.seconds,
                updatedAt: iso(told.at),
              },
        };
  const body = JSON.stringify({ ...event, timestamp: iso(told.at), actor: author });
  const deliveryKey = randomUUID();
  return { body, deliveryKey, headers: standardHeaders(SECRETS.GENERIC, deliveryKey, body, sentAt) };
};

/** How each tool tells something of a ticket. What is told again is another delivery each time. */
export const WORDINGS: Readonly<Record<TicketTool, Word>> = {
  JIRA: jira,
  GITHUB: github,
  GITLAB: gitlab,
  LINEAR: linear,
  AZURE_DEVOPS: azure,
  GENERIC: generic,
};
