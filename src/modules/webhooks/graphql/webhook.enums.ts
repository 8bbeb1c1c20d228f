import { WEBHOOK_FORMATS } from '../../../domain/webhooks/check-endpoint.js';
import { DISABLED_REASONS } from '../../../domain/webhooks/endpoint-health.js';
import { WEBHOOK_EVENT_TYPES } from '../../../domain/webhooks/event-type.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';
import { MESSAGE_STATUSES } from '../queries/webhook-messages.js';

export const WebhookEventTypeEnum = graphqlEnum(
  'WebhookEventType',
  WEBHOOK_EVENT_TYPES,
  'What an endpoint can be told of.',
  {
    GATE_DECIDED: 'A gate was decided (`gate.decision.recorded`).',
    GATE_REVIEW_REQUESTED: 'A review of a gate was requested (`gate.review.requested`).',
    STAGE_CHANGED:
      'An initiative came to another stage: by a decision, an import, or a newer template version (`initiative.stage.changed`).',
    CRITERION_CHANGED:
      'Criteria of the gate that an initiative stands before have another status than before (`exit_criterion.changed`). What changes by effort alone is told with the next event of the initiative that changes one.',
    CONDITION_BREACHED: 'A condition of a decision was not closed by its due date (`gate.condition.breached`).',
    INITIATIVE_CREATED: 'An initiative was entered, by hand or by an import (`initiative.created`).',
    FINDING_RAISED: 'A rule found something about an initiative that it did not find before (`finding.raised`).',
    EFFORT_OFF_TARGET: 'A period of effort was closed whose split is off target in a category (`effort.off_target`).',
  },
);

export const WebhookFormatEnum = graphqlEnum(
  'WebhookFormat',
  WEBHOOK_FORMATS,
  'What the body of a message looks like.',
  {
    STANDARD: 'Standard Webhooks: `type`, `timestamp` and `data`.',
    CLOUD_EVENTS: 'CloudEvents 1.0 in structured mode, with the same id and data.',
    SLACK: 'Block Kit, for an incoming webhook of Slack.',
    TEAMS: 'An Adaptive Card, for a webhook of Teams Workflows.',
  },
);

export const WebhookDisabledReasonEnum = graphqlEnum(
  'WebhookDisabledReason',
  DISABLED_REASONS,
  'Why nothing is sent to an endpoint.',
  {
    BY_HAND: 'Somebody disabled it.',
    GONE: 'The receiver answered 410 Gone.',
    FAILING: 'Every attempt failed for five days.',
  },
);

export const WebhookMessageStatusEnum = graphqlEnum(
  'WebhookMessageStatus',
  MESSAGE_STATUSES,
  'What became of a message.',
  {
    PENDING: 'It waits for its first or next attempt.',
    DELIVERED: 'The receiver answered 200 to 299.',
    GIVEN_UP: 'Eight attempts failed; it is kept for 30 days, and can be sent again.',
  },
);
