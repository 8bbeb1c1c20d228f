import { ask, type Answer, type Operation } from './client.js';

const BOARD = `query ($key: String!) { portfolio(key: $key) { initiatives(first: 50, orderBy: KEY_ASC) {
  totalCount nodes { key name status health daysInStage owner { name } stage { key name timeBoxDays } gate { readiness { ready metCount mustMeetCount } } }
  pageInfo { hasNextPage endCursor } } } }`;
const DETAIL = `query ($id: ID!) { initiative(id: $id) {
  key name problem status version health healthReason daysInStage owner { name } stage { key name }
  gate { definition { name quorum } readiness { ready assessments { criterion { key name } status reason remedy } } currentReview { id dueOn } }
  stageVisits { stage { key } enteredAt leftAt }
  auditEvents(first: 20) { nodes { action at actor { name } } } } }`;
const REPORT = `query ($key: String!, $from: Date!, $to: Date!) { portfolio(key: $key) { effortSplit(from: $from, to: $to) {
  personDays coveragePercent shares { category { key targetPercent } percent deviationPoints verdict } } } }`;
const EVIDENCE = `mutation ($id: ID!, $input: EvidenceInput!) {
  evidenceSubmit(initiativeId: $id, criterionKey: "data-access", input: $input) { evidence { id } userErrors { message } } }`;

/** A portfolio as it was furnished for the load. */
export interface Furnished {
  readonly url: string;
  readonly token: string;
  readonly key: string;
  readonly initiatives: readonly string[];
  readonly today: string;
}

const SUMMARY = 'soak-';

/** What people ask and do, in turn and by shares: the board 4, an initiative 3, the report 1, evidence 2 of ten. */
export class Mix {
  private turn = 0;
  /** The summaries of evidence that was sent, with the id it was acknowledged by; null while nobody knows. */
  readonly sent = new Map<string, string | null>();

  constructor(private readonly at: Furnished) {}

  /** Sends the next. */
  async next(): Promise<Answer> {
    const turn = this.turn;
    this.turn += 1;
    const { url, token } = this.at;
    const share = turn % 10;
    if (share === 3 || share === 8) {
      return this.submit(`${SUMMARY}${turn}`, this.initiativeOf(turn));
    }
    return ask(url, token, this.questionOf(share, turn));
  }

  private questionOf(share: number, turn: number): Operation {
    const { key, today } = this.at;
    if (share === 5) {
      return { query: REPORT, variables: { key, from: `${today.slice(0, 4)}-01-01`, to: today } };
    }
    return share % 2 === 0 && share !== 6
      ? { query: BOARD, variables: { key } }
      : { query: DETAIL, variables: { id: this.initiativeOf(turn) } };
  }

  private initiativeOf(turn: number): string {
    return this.at.initiatives[(turn * 7) % this.at.initiatives.length] ?? '';
  }

  private async submit(summary: string, id: string): Promise<Answer> {
    const { url, token, today } = this.at;
    const input = { document: { summary, url: 'https://example.org/doc', effectiveOn: today } };
    this.sent.set(summary, null);
    const answer = await ask(url, token, { query: EVIDENCE, variables: { id, input }, idempotencyKey: summary });
    if (answer.status === 200) {
      this.sent.set(summary, evidenceIn(answer.text));
    }
    return answer;
  }
}

const evidenceIn = (text: string): string | null => {
  const { data } = JSON.parse(text) as { data?: { evidenceSubmit?: { evidence?: { id: string } | null } } | null };
  return data?.evidenceSubmit?.evidence?.id ?? null;
};

/** What was lost of what was acknowledged, what is there twice, and what is there that nobody sent: none of it may be. */
export const reckon = (
  sent: ReadonlyMap<string, string | null>,
  stored: readonly { readonly id: string; readonly summary: string }[],
): { readonly acknowledged: number; readonly lost: number; readonly doubled: number } => {
  const ids = new Set(stored.map(({ id }) => id));
  const summaries = new Set(stored.map(({ summary }) => summary));
  const acknowledged = [...sent.values()].filter((id) => id !== null);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !ids.has(id)).length,
    doubled: stored.length - summaries.size,
  };
};
