/** What an endpoint can be told of, by the words of the API. */
export const WEBHOOK_EVENT_TYPES = [
  'GATE_DECIDED',
  'GATE_REVIEW_REQUESTED',
  'STAGE_CHANGED',
  'CRITERION_CHANGED',
  'CONDITION_BREACHED',
  'INITIATIVE_CREATED',
  'FINDING_RAISED',
  'EFFORT_OFF_TARGET',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/** The words for the same in a message; `ping` is what a test sends. */
export const MESSAGE_TYPES = {
  GATE_DECIDED: 'gate.decision.recorded',
  GATE_REVIEW_REQUESTED: 'gate.review.requested',
  STAGE_CHANGED: 'initiative.stage.changed',
  CRITERION_CHANGED: 'exit_criterion.changed',
  CONDITION_BREACHED: 'gate.condition.breached',
  INITIATIVE_CREATED: 'initiative.created',
  FINDING_RAISED: 'finding.raised',
  EFFORT_OFF_TARGET: 'effort.off_target',
  PING: 'ping',
} as const satisfies Record<WebhookEventType | 'PING', string>;
export type MessageKind = keyof typeof MESSAGE_TYPES;
