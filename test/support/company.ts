import type { Client, TestServer } from './server.js';

// Tests look into answers by name and say what they expect there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

export type Member = Client & { readonly userId: string };

const ERRORS =
  'userErrors { code message field ... on CriterionError { criterion { criterion { key } status } } ... on StaleVersionError { currentVersion } }';

const STANDING = `query ($id: ID!) {
  initiative(id: $id) {
    id key version status stage { key } daysInStage daysOnHold
    decisions { nodes { id gateKey outcome templateVersion conditions { id text dueOn status criterionKey closedAt breachedAt owner { id } } } }
    gate {
      definition { key quorum }
      readiness {
        ready metCount mustMeetCount assessments { criterion { key } status blocks reason remedy }
        openConditions { id text status } refusals { code message }
      }
      currentReview { id dueOn requestedBy { name } }
    }
    stageVisits { stage { key } enteredAt leftAt }
    auditEvents(first: 100) { nodes { action actor { name } changes at } }
  }
}`;

const SUBMIT = `mutation ($id: ID!, $criterion: String!, $input: EvidenceInput!) {
  evidenceSubmit(initiativeId: $id, criterionKey: $criterion, input: $input) { evidence { id status } userErrors { code message field } }
}`;
const ACCEPT =
  'mutation ($id: ID!) { evidenceReview(id: $id, input: { outcome: ACCEPTED }) { evidence { id status } userErrors { code message } } }';
const REQUEST = `mutation ($id: ID!, $input: GateReviewRequestInput!) { gateReviewRequest(initiativeId: $id, input: $input) { review { id dueOn status } ${ERRORS} } }`;
const VOTE = `mutation ($id: ID!, $input: GateVoteCastInput!) { gateVoteCast(reviewId: $id, input: $input) { review { votes { outcome voter { id } } } ${ERRORS} } }`;
const DECIDE = `mutation ($id: ID!, $input: GateDecideInput!) {
  gateDecide(reviewId: $id, input: $input) {
    decision { id outcome snapshot snapshotSha256 templateVersion fromStage { key } toStage { key } conditions { id text dueOn status criterionKey owner { id } } }
    initiative { version status stage { key } }
    ${ERRORS}
  }
}`;

/** What stands in the way of a payload, by code. */
export const codes = (answer: Json): string[] => answer.userErrors.map((error: { code: string }) => error.code);

const must = <T>(answer: Json, value: T): T => {
  if (answer.userErrors.length > 0) {
    throw new Error(`Refused: ${JSON.stringify(answer.userErrors)}`);
  }
  return value;
};

export interface Proposal {
  readonly outcome: string;
  readonly conditions?: readonly Record<string, unknown>[];
  readonly recycleToStageKey?: string;
  readonly rationale?: string;
}

/** A portfolio with people in every role, and what they do, each thing by its mutation. */
export interface Company {
  readonly key: string;
  readonly owner: Member;
  readonly sponsor: Member;
  readonly manager: Member;
  readonly reviewer: Member;
  readonly admin: Member;
  readonly gatekeepers: readonly [Member, Member, Member];
  /** An initiative of `owner` and `sponsor` that an import finds in a stage since a day. */
  standingIn(stageKey: string, since: string, other?: Record<string, string>): Promise<string>;
  create(input?: Record<string, unknown>): Promise<string>;
  standing(id: string): Promise<Json>;
  submit(by: Member, id: string, criterion: string, input: Record<string, unknown>): Promise<Json>;
  /** Submitted by the manager and accepted by the reviewer. */
  hand(id: string, criterion: string, input: Record<string, unknown>): Promise<string>;
  document(id: string, criterion: string, effectiveOn: string): Promise<string>;
  request(id: string, input?: Record<string, unknown>): Promise<string>;
  vote(by: Member, reviewId: string, outcome: string | null): Promise<Json>;
  decide(by: Member, id: string, reviewId: string, proposal: Proposal, expectedVersion?: number): Promise<Json>;
  /** Requested by the manager, decided at once by the first gatekeeper. */
  pass(id: string, proposal: Proposal): Promise<Json>;
}

let companies = 0;

export const foundCompany = async (
  server: TestServer,
  { timeZone = 'Europe/Berlin', templateKey }: { timeZone?: string; templateKey?: string } = {},
): Promise<Company> => {
  companies += 1;
  const key = `CO${companies}`;
  const { portfolioCreate } = await server.admin.ask(
    'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { code message } } }',
    { input: { key, name: `Company ${companies}`, timeZone, templateKey } },
  );
  must(portfolioCreate, null);
  const owner = await server.member('Olga Owner', key, ['PROGRAM_MANAGER', 'GATEKEEPER']);
  const sponsor = await server.member('Sam Sponsor', key, ['GATEKEEPER']);
  const manager = await server.member('Mara Manager', key, ['PROGRAM_MANAGER']);
  const reviewer = await server.member('Rita Reviewer', key, ['EVIDENCE_REVIEWER']);
  const admin = await server.member('Ada Admin', key, ['ADMIN']);
  const gatekeepers = [
    await server.member('Grace Gatekeeper', key, ['GATEKEEPER']),
    await server.member('Hank Gatekeeper', key, ['GATEKEEPER']),
    await server.member('Ida Gatekeeper', key, ['GATEKEEPER']),
  ] as const;

  const standing = async (id: string): Promise<Json> => (await manager.ask(STANDING, { id })).initiative;

  const submit: Company['submit'] = async (by, id, criterion, input) =>
    (await by.ask(SUBMIT, { id, criterion, input })).evidenceSubmit;

  const hand: Company['hand'] = async (id, criterion, input) => {
    const submitted = await submit(manager, id, criterion, input);
    const evidence = must(submitted, submitted.evidence?.id as string);
    const { evidenceReview } = await reviewer.ask(ACCEPT, { id: evidence });
    return must(evidenceReview, evidence);
  };

  const request: Company['request'] = async (id, input = {}) => {
    const { gateReviewRequest } = await manager.ask(REQUEST, { id, input });
    return must(gateReviewRequest, gateReviewRequest.review?.id as string);
  };

  const decide: Company['decide'] = async (by, id, reviewId, proposal, expectedVersion) => {
    const version = expectedVersion ?? (await standing(id)).version;
    const input = { rationale: 'As the votes say.', ...proposal, expectedVersion: version };
    return (await by.ask(DECIDE, { id: reviewId, input })).gateDecide;
  };

  let rows = 0;
  const standingIn: Company['standingIn'] = async (stageKey, since, other = {}) => {
    rows += 1;
    const reference = `${key}-row-${rows}`;
    const cells: Record<string, string> = {
      Ref: reference,
      Name: `Initiative ${rows}`,
      Problem: 'Letters are read twice.',
      Stage: stageKey,
      Since: since,
      ...other,
    };
    const mapping = {
      columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
      values: { stage: { column: 'Stage', map: { [stageKey]: stageKey } } },
      enteredOn: { [stageKey]: 'Since' },
      defaults: { valueThesis: 'PRODUCTIVITY' },
    };
    const form = new FormData();
    const csv = `${Object.keys(cells).join(',')}\r\n${Object.values(cells).join(',')}\r\n`;
    form.append('file', new Blob([csv]), 'rows.csv');
    form.append('portfolio', key);
    form.append('mapping', JSON.stringify(mapping));
    const response = await fetch(`${server.url}/api/imports/initiatives`, {
      method: 'POST',
      headers: { authorization: `Bearer ${manager.token}` },
      body: form,
    });
    const [row] = await server.source.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM initiative WHERE external_ref = $1',
      [reference],
    );
    if (!row) {
      throw new Error(`Not imported: ${await response.text()}`);
    }
    const { initiativeUpdate } = await manager.ask(
      'mutation ($id: ID!, $input: InitiativeUpdateInput!) { initiativeUpdate(id: $id, input: $input) { userErrors { code message } } }',
      { id: row.id, input: { ownerId: owner.userId, sponsorId: sponsor.userId, expectedVersion: row.version } },
    );
    return must(initiativeUpdate, row.id);
  };

  return {
    key,
    owner,
    sponsor,
    manager,
    reviewer,
    admin,
    gatekeepers,
    standingIn,
    standing,
    submit,
    hand,
    request,
    decide,
    create: async (input = {}) => {
      const { initiativeCreate } = await manager.ask(
        'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { id } userErrors { code message } } }',
        {
          input: {
            portfolioKey: key,
            name: 'Claims triage',
            problem: 'Letters are read twice.',
            valueThesis: 'PRODUCTIVITY',
            ownerId: owner.userId,
            sponsorId: sponsor.userId,
            ...input,
          },
        },
      );
      return must(initiativeCreate, initiativeCreate.initiative?.id as string);
    },
    document: (id, criterion, effectiveOn) =>
      hand(id, criterion, { document: { summary: `About ${criterion}`, url: 'https://example.org/doc', effectiveOn } }),
    vote: async (by, reviewId, outcome) => (await by.ask(VOTE, { id: reviewId, input: { outcome } })).gateVoteCast,
    pass: async (id, proposal) => decide(gatekeepers[0], id, await request(id), proposal),
  };
};
