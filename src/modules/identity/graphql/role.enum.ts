import { ROLES } from '../../../domain/access/access.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const Role = graphqlEnum('Role', ROLES, 'What a member of a portfolio may do.', {
  ADMIN: 'Everything in the portfolio, its members and integrations included; it neither reviews evidence nor votes.',
  PROCESS_DESIGNER: 'Publishes workflow templates, allocation schemes and classification rules.',
  PROGRAM_MANAGER:
    'Creates initiatives, submits evidence, requests reviews, closes conditions; records effort, closes its periods and settles what comes late.',
  GATEKEEPER: 'Votes and decides at gates; decides waivers.',
  EVIDENCE_REVIEWER: 'Accepts or returns evidence (UX, risk, operations).',
  REVIEWER: 'Reads everything in the portfolio, comments.',
  INTEGRATION: 'A machine: records effort, measurements, signals, tickets and external checks.',
});
