import { CONNECTION_STATUSES, SIGNATURE_FAILURE_REASONS } from '../../../domain/tickets/connection-health.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const ConnectionStatusEnum = graphqlEnum('ConnectionStatus', CONNECTION_STATUSES, 'How a connection is doing.', {
  OK: 'It works.',
  SECRET_UNREADABLE: 'Its secrets were sealed with another key of the vault: put that one back, or enter them anew.',
  PAUSED: 'Somebody paused it.',
  SIGNATURES_FAIL: 'Five or more deliveries failed their signature within ten minutes; perhaps the secret was rotated.',
  LAGGING: 'A delivery has been waiting for five minutes or longer.',
  FAILING: 'Deliveries failed or could not be read within the last seven days: look at their reasons and replay them.',
  ASKING_FAILS: 'The tool could not be read when it was asked last: the message says why.',
  NEVER_HEARD: 'Nothing was ever received.',
  SILENT: 'Nothing was received for seven days although something was before.',
});

export const SignatureFailureReasonEnum = graphqlEnum(
  'SignatureFailureReason',
  SIGNATURE_FAILURE_REASONS,
  'Why a delivery was refused for its signature.',
  {
    MISSING: 'There was no signature.',
    WRONG: 'It was made with another secret, or for something else.',
    STALE: 'It was made too long ago, or ahead of time.',
  },
);
