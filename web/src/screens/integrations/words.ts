import type {
  ConnectionStatus,
  InboundDeliveryStatus,
  TicketTool,
  WebhookEventType,
  WebhookFormat,
  WebhookMessageStatus,
} from '../../api/generated/schema';

interface Told {
  readonly word: string;
  readonly glyph: string;
  readonly tone: string;
}

export const TOOL: Readonly<Record<TicketTool, { word: string; page: string }>> = {
  AZURE_DEVOPS: { word: 'Azure DevOps', page: 'azure-devops' },
  GENERIC: { word: 'Anything else (generic hook)', page: 'generic' },
  GITHUB: { word: 'GitHub', page: 'github' },
  GITLAB: { word: 'GitLab', page: 'gitlab' },
  JIRA: { word: 'Jira', page: 'jira' },
  LINEAR: { word: 'Linear', page: 'linear' },
};

export const CONNECTION_STATUS: Readonly<Record<ConnectionStatus, Told>> = {
  OK: { word: 'Works', glyph: '●', tone: 'good' },
  PAUSED: { word: 'Paused', glyph: '–', tone: 'none' },
  NEVER_HEARD: { word: 'Never heard of', glyph: '○', tone: 'none' },
  SILENT: { word: 'Silent', glyph: '▲', tone: 'warn' },
  LAGGING: { word: 'Lagging', glyph: '▲', tone: 'warn' },
  FAILING: { word: 'Deliveries fail', glyph: '■', tone: 'bad' },
  ASKING_FAILS: { word: 'Asking fails', glyph: '■', tone: 'bad' },
  SIGNATURES_FAIL: { word: 'Signatures fail', glyph: '■', tone: 'bad' },
  SECRET_UNREADABLE: { word: 'Secret unreadable', glyph: '■', tone: 'bad' },
};

export const DELIVERY_STATUS: Readonly<Record<InboundDeliveryStatus, Told>> = {
  APPLIED: { word: 'Applied', glyph: '✓', tone: 'good' },
  DUPLICATE: { word: 'Known already', glyph: '–', tone: 'none' },
  FAILED: { word: 'Failed', glyph: '■', tone: 'bad' },
  IGNORED: { word: 'Ignored', glyph: '–', tone: 'none' },
  QUARANTINED: { word: 'Quarantined', glyph: '▲', tone: 'warn' },
  RECEIVED: { word: 'Received', glyph: '○', tone: 'none' },
};

export const MESSAGE_STATUS: Readonly<Record<WebhookMessageStatus, Told>> = {
  DELIVERED: { word: 'Delivered', glyph: '✓', tone: 'good' },
  GIVEN_UP: { word: 'Given up', glyph: '■', tone: 'bad' },
  PENDING: { word: 'Pending', glyph: '○', tone: 'none' },
};

export const EVENT: Readonly<Record<WebhookEventType, string>> = {
  CONDITION_BREACHED: 'A condition was breached',
  CRITERION_CHANGED: 'A criterion changed',
  EFFORT_OFF_TARGET: 'Effort is off target',
  FINDING_RAISED: 'A finding was raised',
  GATE_DECIDED: 'A gate was decided',
  GATE_REVIEW_REQUESTED: 'A review was requested',
  INITIATIVE_CREATED: 'An initiative was entered',
  STAGE_CHANGED: 'An initiative came to another stage',
};

export const FORMAT: Readonly<Record<WebhookFormat, string>> = {
  STANDARD: 'Standard Webhooks',
  CLOUD_EVENTS: 'CloudEvents 1.0',
  SLACK: 'Slack (Block Kit)',
  TEAMS: 'Teams (Adaptive Card)',
};

/** The entries of a table of words, for the choices of a field. */
export const choicesOf = <K extends string>(
  words: Readonly<Record<K, string | { readonly word: string }>>,
): { value: string; label: string }[] =>
  Object.entries<string | { readonly word: string }>(words).map(([value, told]) => ({
    value,
    label: typeof told === 'string' ? told : told.word,
  }));

/** The name of a table of words that a text of a field or an address is, or nothing. */
export const nameIn = <K extends string>(words: Readonly<Record<K, unknown>>, text: string | undefined): K | null => {
  const isName = (given: string | undefined): given is K => given !== undefined && Object.hasOwn(words, given);
  return isName(text) ? text : null;
};
