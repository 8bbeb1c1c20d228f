import { TICKET_TOOLS } from '../../../domain/tickets/ticket.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const TicketToolEnum = graphqlEnum('TicketTool', TICKET_TOOLS, 'A ticketing tool.', {
  JIRA: 'Jira, Cloud or Data Center.',
  GITHUB: 'GitHub issues.',
  GITLAB: 'GitLab issues and tasks.',
  LINEAR: 'Linear.',
  AZURE_DEVOPS: 'Azure DevOps work items.',
  GENERIC: 'Anything that sends the canonical event, signed by Standard Webhooks.',
});
