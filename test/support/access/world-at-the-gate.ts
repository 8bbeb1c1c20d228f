import type { Company, Member } from '../company.js';
import type { Json } from '../server.js';
import { changing, have } from './have.js';

/** What there is of gates: initiatives of the owner and the sponsor, and what was submitted, asked and decided of them. */
export interface AtTheGate {
  /** It stands in its second stage, and what is told below is of it. */
  readonly initiative: string;
  readonly initiativeKey: string;
  readonly evidence: string;
  readonly closedCondition: string;
  readonly pendingWaiver: string;
  readonly decidedWaiver: string;
  /** Of an initiative of its own, in its first stage. */
  readonly openReview: string;
  readonly atReview: string;
  /** Written by the owner. */
  readonly comment: string;
  readonly deletedComment: string;
}

/** What another system calls the initiative. */
export const TAKEN_REFERENCE = 'LETTERS-1';

const waive = async (company: Company, id: string, criterion: string): Promise<string> => {
  const { waiver } = await have(
    company.manager,
    `mutation ($id: ID!, $criterion: String!, $input: WaiverRequestInput!) {
      waiverRequest(initiativeId: $id, criterionKey: $criterion, input: $input) { waiver { id } userErrors { code message } } }`,
    { id, criterion, input: { reason: 'Later', compensatingControl: 'By hand', expiresOn: '2026-05-31' } },
  );
  return waiver.id as string;
};

const comment = async (by: Member, initiativeId: string): Promise<string> => {
  const { comment: posted } = await have(
    by,
    'mutation ($input: CommentPostInput!) { commentPost(input: $input) { comment { id } userErrors { code message } } }',
    { input: { initiativeId, text: 'What of the letters in Danish?' } },
  );
  return posted.id as string;
};

export const layGate = async (company: Company, owner: Member, sponsor: Member): Promise<AtTheGate> => {
  const people = { ownerId: owner.userId, sponsorId: sponsor.userId };
  const initiative = await company.create({ ...people, externalRef: TAKEN_REFERENCE });
  const evidence = await company.document(initiative, 'problem-statement', '2026-05-01');
  const condition = { text: 'Ask the union', dueOn: '2026-06-01', ownerId: owner.userId };
  const { decision, userErrors } = await company.pass(initiative, {
    outcome: 'CONDITIONAL_GO',
    conditions: [condition],
  });
  if (!decision) {
    throw new Error(JSON.stringify(userErrors));
  }
  const closedCondition = decision.conditions[0].id as string;
  const close = changing('gateConditionClose', 'id', 'GateConditionCloseInput', 'condition { id }');
  await have(company.manager, close, { id: closedCondition, input: { note: 'Asked' } });
  const decidedWaiver = await waive(company, initiative, 'ux-research');
  const decide = changing('waiverDecide', 'id', 'WaiverDecideInput', 'waiver { id }');
  const verdict = { approve: true, comment: 'For a month' };
  await have(company.gatekeepers[0], decide, { id: decidedWaiver, input: verdict });
  const deletedComment = await comment(owner, initiative);
  await have(owner, 'mutation ($id: ID!) { commentDelete(id: $id) { userErrors { code message } } }', {
    id: deletedComment,
  });
  const atReview = await company.create(people);
  const document = { summary: 'Why', url: 'https://example.org/why', effectiveOn: '2026-05-01' };
  await company.submit(company.manager, atReview, 'problem-statement', { document });
  const standing: Json = await company.standing(initiative);
  return {
    initiative,
    initiativeKey: standing.key as string,
    evidence,
    closedCondition,
    pendingWaiver: await waive(company, initiative, 'data-access'),
    decidedWaiver,
    atReview,
    openReview: await company.request(atReview),
    comment: await comment(owner, initiative),
    deletedComment,
  };
};
