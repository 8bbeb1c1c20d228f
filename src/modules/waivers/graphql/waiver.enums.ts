import { WAIVER_STATUSES } from '../../../domain/gates/waiver.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const WaiverStatusEnum = graphqlEnum('WaiverStatus', WAIVER_STATUSES, 'Where a waiver stands now.', {
  PENDING: 'It waits for a gatekeeper.',
  APPROVED: 'It is in force: the criterion does not block.',
  DENIED: 'A gatekeeper said no.',
  REVOKED: 'It was taken back.',
  EXPIRED: 'Its last day is over, whether it was decided or not.',
});
