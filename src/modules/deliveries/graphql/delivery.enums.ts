import { INBOUND_DELIVERY_STATUSES } from '../../../domain/deliveries/inbound-delivery.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const InboundDeliveryStatusEnum = graphqlEnum(
  'InboundDeliveryStatus',
  INBOUND_DELIVERY_STATUSES,
  'What became of what a ticketing tool sent.',
  {
    RECEIVED: 'It is to be applied: in a moment, at its next attempt, or once its connection is resumed.',
    APPLIED: 'Something is other than before, or the tool is asked for what is so.',
    IGNORED: 'Nothing of it concerns us, or what else was told of the same moment counts; the reason says so.',
    DUPLICATE: 'All of it was known.',
    QUARANTINED: 'It is authentic and cannot be read; somebody should look at it.',
    FAILED: 'It could not be applied at any attempt, or in time; it stays until somebody replays it.',
  },
);
