import type { Action } from '../../../src/domain/access/access.js';
import type { Json } from '../server.js';
import { by, byOr, BY_ANYBODY, BY_PUBLISHER, type Answered, type Rule } from './rules.js';
import { ONLY_HERE, type World } from './world.js';

/** A field that tells other things to others, though all of them may ask for what it is of. */
export interface FieldRow {
  /** `Type.field` of the schema. */
  readonly field: string;
  readonly of?: string;
  readonly takes: Rule;
  readonly query: string;
  readonly variables: (world: World) => Record<string, unknown>;
  /** How the viewer was answered, by the data. */
  readonly read: (data: Json) => Answered;
}

/** What is not for somebody is left out for them, without a word. */
const hidden = (rule: Rule): Rule => ({
  told: rule.told,
  answers: (who) => (rule.answers(who) === 'FORBIDDEN' ? 'UNKNOWN' : rule.answers(who)),
});

const thereIf = (isThere: boolean): Answered => (isThere ? 'ALLOWED' : 'UNKNOWN');

/** Whoever is not entitled is told who only is; whatever else stands against it is no matter of access. */
const entitled = (permission: Json): Answered =>
  !permission ? 'UNKNOWN' : permission.allowed || !permission.reason.startsWith('Only ') ? 'ALLOWED' : 'FORBIDDEN';

const MAY = '{ allowed reason }';

/** One row for each permission of a thing that is found by its id. */
const permissions = (
  { type, root, id }: { type: string; root: string; id: (world: World) => string },
  rules: Readonly<Record<string, Rule>>,
): readonly FieldRow[] =>
  Object.entries(rules).map(([name, takes]) => ({
    field: `${type}.${name}`,
    takes,
    query: `query ($id: ID!) { ${root}(id: $id) { viewerCan { ${name} ${MAY} } } }`,
    variables: (world) => ({ id: id(world) }),
    read: (data) => entitled(data[root]?.viewerCan[name]),
  }));

/** The same of things that are found in a list of the initiative. */
const permissionsInList = (
  { type, list, nodes }: { type: string; list: string; nodes: boolean },
  rules: Readonly<Record<string, Rule>>,
): readonly FieldRow[] =>
  Object.entries(rules).map(([name, takes]) => {
    const asked = `viewerCan { ${name} ${MAY} }`;
    return {
      field: `${type}.${name}`,
      takes,
      query: `query ($id: ID!) { initiative(id: $id) { ${list} { ${nodes ? `nodes { ${asked} }` : asked} } } }`,
      variables: ({ initiative }) => ({ id: initiative }),
      read: ({ initiative }: Json) =>
        entitled(initiative && (nodes ? initiative[list].nodes : initiative[list])[0].viewerCan[name]),
    };
  });

const INBOX = `query ($key: String!) { viewer { inbox(portfolioKey: $key, first: 100) { nodes { kind } } } }`;

const inbox = (kind: string, action: Action): FieldRow => ({
  field: 'Viewer.inbox',
  of: kind,
  takes: hidden(by(action)),
  query: INBOX,
  variables: ({ key }) => ({ key }),
  read: ({ viewer }) => thereIf(viewer.inbox.nodes.some((item: Json) => item.kind === kind)),
});

export const FIELD_ROWS: readonly FieldRow[] = [
  {
    field: 'CataloguedTemplateVersion.initiatives',
    of: 'of the portfolio',
    takes: hidden(by('portfolio:read')),
    query: '{ workflowTemplates { key versions { initiatives } } }',
    variables: () => ({}),
    read: ({ workflowTemplates }) =>
      thereIf(workflowTemplates.find(({ key }: Json) => key === ONLY_HERE).versions[0].initiatives === 1),
  },
  ...permissions(
    { type: 'InitiativePermissions', root: 'initiative', id: ({ initiative }) => initiative },
    {
      update: by('initiative:update'),
      requestReview: by('review:request'),
      decide: by('gate:decide'),
      submitEvidence: by('evidence:submit'),
      reviewEvidence: by('evidence:review'),
      requestWaiver: by('waiver:request'),
      defineKpi: by('kpi:define'),
      recordMeasurement: by('kpi:measure'),
      recordEffort: by('effort:record'),
      linkTicket: by('ticket:link'),
      comment: by('comment:post'),
      postStatusUpdate: byOr('status:post', 'OWNER', 'SPONSOR'),
      closeCondition: by('condition:close'),
      muteFinding: by('finding:mute'),
      resume: by('initiative:resume'),
      reopen: by('initiative:reopen'),
    },
  ),
  ...permissions(
    { type: 'GateReviewPermissions', root: 'gateReview', id: ({ openReview }) => openReview },
    {
      vote: by('gate:vote'),
      decide: by('gate:decide'),
      cancel: by('review:cancel'),
      comment: by('comment:post'),
    },
  ),
  ...permissionsInList(
    { type: 'EvidencePermissions', list: 'evidence', nodes: true },
    { review: by('evidence:review') },
  ),
  ...permissionsInList(
    { type: 'WaiverPermissions', list: 'waivers', nodes: false },
    { decide: by('waiver:decide'), revoke: by('waiver:revoke') },
  ),
  {
    field: 'Portfolio.viewerRoles',
    takes: by('portfolio:read'),
    query: 'query ($key: String!) { portfolio(key: $key) { viewerRoles } }',
    variables: ({ key }) => ({ key }),
    read: ({ portfolio }) => thereIf((portfolio?.viewerRoles ?? []).length > 0),
  },
  {
    field: 'Viewer.roles',
    takes: by('portfolio:read'),
    query: 'query ($key: String!) { viewer { roles(portfolioKey: $key) } }',
    variables: ({ key }) => ({ key }),
    read: ({ viewer }) => thereIf(viewer.roles.length > 0),
  },
  {
    field: 'Viewer.user',
    takes: BY_ANYBODY,
    query: '{ viewer { user { id } } }',
    variables: () => ({}),
    read: ({ viewer }) => thereIf(viewer.user !== null),
  },
  {
    field: 'Viewer.mayPublishTemplates',
    takes: hidden(BY_PUBLISHER),
    query: '{ viewer { mayPublishTemplates } }',
    variables: () => ({}),
    read: ({ viewer }) => thereIf(viewer.mayPublishTemplates as boolean),
  },
  inbox('VOTE', 'gate:vote'),
  inbox('DECIDE_WAIVER', 'waiver:decide'),
  inbox('REVIEW_EVIDENCE', 'evidence:review'),
  inbox('SETTLE_LATE_EFFORT', 'effort:settle-late'),
];
