import { STATUS_CATEGORIES } from '../../../domain/tickets/ticket.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const TicketStatusCategoryEnum = graphqlEnum(
  'TicketStatusCategory',
  STATUS_CATEGORIES,
  'What the status of a ticket comes to, whatever it is called.',
  {
    TODO: 'Not begun.',
    IN_PROGRESS: 'Somebody works on it.',
    DONE: 'Done: evidence for the criteria it is linked to.',
    CANCELED: 'Called off, or closed without being done: no evidence.',
    UNKNOWN: 'The tool has not said; it is asked, or somebody maps the status in the settings of the connection.',
  },
);
