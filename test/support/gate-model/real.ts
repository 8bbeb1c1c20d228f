import { codes, type Company, type Member } from '../company.js';
import { conditionSeen, CRITERIA, reviewSeen, STAGES, type Codes, type Model, type Step, type Voter } from './model.js';

const criterion = ({ key, isVeto = false }: { key: string; isVeto?: boolean }) => ({
  key,
  name: `The ${key}`,
  kind: 'DOCUMENT',
  guidance: 'What is known.',
  veto: isVeto,
});

/** The template the model tells of. */
export const MODEL_TEMPLATE = {
  key: 'model',
  name: 'Model',
  stages: STAGES.map((key, position) => ({
    key,
    name: key,
    category: (['INTAKE', 'POC', 'PILOT', 'PRODUCTION'] as const)[position],
    exitGate:
      position === STAGES.length - 1
        ? null
        : {
            key: `g${position}`,
            name: `Gate ${position}`,
            quorum: 2,
            recycleLimit: 1,
            criteria: CRITERIA[position]!.map(criterion),
          },
  })),
};

const UNKNOWN = '01900000-0000-7000-8000-000000000000';

/** One initiative on the real server, with the ids of its reviews and conditions in the order they were made. */
export class RealInitiative {
  private constructor(
    private readonly company: Company,
    readonly id: string,
    private reviews: readonly string[],
    private conditions: readonly string[],
  ) {}

  static async of(company: Company): Promise<RealInitiative> {
    return new RealInitiative(company, await company.create(), [], []);
  }

  /** Takes a step as the person whose it is; the codes of the refusal, sorted. */
  async take(step: Step): Promise<Codes> {
    const answer = await this.ask(step);
    return codes(answer).sort();
  }

  private async ask(step: Step): Promise<{ userErrors: { code: string }[] }> {
    const { company, id } = this;
    const { manager, reviewer, admin } = company;
    switch (step.kind) {
      case 'accept': {
        const document = { summary: 'Seen', url: 'https://example.org/d', effectiveOn: '2026-01-01' };
        const submitted = await company.submit(manager, id, step.criterion, { document });
        if (submitted.userErrors.length > 0) {
          return submitted;
        }
        return (await reviewer.ask(ACCEPT, { id: submitted.evidence.id })).evidenceReview;
      }
      case 'request':
        return (await manager.ask(REQUEST, { id })).gateReviewRequest;
      case 'cancel':
        return (await manager.ask(CANCEL, { id: this.review(step.seen) })).gateReviewCancel;
      case 'vote':
        return company.vote(this.voter(step.by), this.review(step.seen), step.outcome);
      case 'decide': {
        const { seen, outcome, covers, backTo } = step;
        const conditions = (CRITERIA[seen.stage] ?? []).map(({ key }) => ({
          text: `Settle ${key}`,
          ownerId: manager.userId,
          dueOn: '2027-01-01',
          criterionKey: key,
        }));
        return company.decide(
          this.voter(step.by),
          id,
          this.review(seen),
          {
            outcome,
            ...(outcome === 'CONDITIONAL_GO' && covers ? { conditions } : {}),
            ...(outcome === 'RECYCLE' ? { recycleToStageKey: STAGES[backTo]! } : {}),
          },
          seen.version,
        );
      }
      case 'close':
        return (await manager.ask(CLOSE, { id: this.conditions[conditionSeen(step.seen)] ?? UNKNOWN }))
          .gateConditionClose;
      case 'resume':
        return (await manager.ask(RESUME, { id })).initiativeResume;
      case 'reopen':
        return (await admin.ask(REOPEN, { id })).initiativeReopen;
      case 'rename':
        return (await manager.ask(RENAME, { id, version: step.seen.version })).initiativeUpdate;
    }
  }

  /** How it stands, in the words of the model; asked anew, so that later steps know the ids of what was made. */
  async look(): Promise<Pick<Model, 'stage' | 'status' | 'version' | 'conditions' | 'recycles' | 'moves' | 'reviews'>> {
    const { initiative } = await this.company.manager.ask(LOOK, { id: this.id });
    const decisions = [...initiative.decisions.nodes].reverse();
    this.reviews = await this.reviewIds();
    const reviews = await Promise.all(this.reviews.map((id) => this.lookAt(id)));
    const conditions: { id: string; status: string }[] = decisions.flatMap(
      (decision: { conditions: { id: string; status: string }[] }) => decision.conditions,
    );
    this.conditions = conditions.map((condition) => condition.id);
    const moves = decisions.map((decision: Json) => ({
      outcome: decision.outcome,
      from: STAGES.indexOf(decision.fromStage.key),
      to: STAGES.indexOf((decision.toStage ?? decision.fromStage).key),
    }));
    return {
      stage: STAGES.indexOf(initiative.stage.key),
      status: initiative.status,
      version: initiative.version,
      conditions: conditions.map(({ status }) => status === 'CLOSED'),
      recycles: [0, 1, 2].map(
        (stage) => moves.filter((move: Json) => move.outcome === 'RECYCLE' && move.from === stage).length,
      ),
      moves,
      reviews,
    };
  }

  private async lookAt(id: string) {
    const { gateReview } = await this.company.manager.ask(REVIEW, { id });
    const votes: [Voter, string | null][] = gateReview.votes.map((vote: Json) => [
      this.nameOf(vote.voter.id),
      vote.outcome,
    ]);
    return { status: gateReview.status, votes: Object.fromEntries(votes) };
  }

  private async reviewIds(): Promise<readonly string[]> {
    const { initiative } = await this.company.manager.ask(EVENTS, { id: this.id });
    return initiative.auditEvents.nodes
      .filter((event: Json) => event.action === 'gateReview.requested')
      .map((event: Json) => event.subjectId)
      .reverse();
  }

  private review(seen: Model): string {
    return this.reviews[reviewSeen(seen)] ?? UNKNOWN;
  }

  private voter(name: Voter): Member {
    const [grace, hank, ida] = this.company.gatekeepers;
    return { grace, hank, ida, owner: this.company.owner }[name];
  }

  private nameOf(userId: string): Voter {
    return (['grace', 'hank', 'ida', 'owner'] as const).find((name) => this.voter(name).userId === userId)!;
  }
}

// Tests look into answers by name and say what they expect there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

const ACCEPT = 'mutation ($id: ID!) { evidenceReview(id: $id, input: { outcome: ACCEPTED }) { userErrors { code } } }';
const REQUEST = 'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { userErrors { code } } }';
const CANCEL = 'mutation ($id: ID!) { gateReviewCancel(reviewId: $id, reason: "Not yet") { userErrors { code } } }';
const CLOSE = 'mutation ($id: ID!) { gateConditionClose(id: $id, input: { note: "Done" }) { userErrors { code } } }';
const RESUME = 'mutation ($id: ID!) { initiativeResume(id: $id, reason: "On we go") { userErrors { code } } }';
const REOPEN = 'mutation ($id: ID!) { initiativeReopen(id: $id, reason: "New money") { userErrors { code } } }';
const RENAME =
  'mutation ($id: ID!, $version: Int!) { initiativeUpdate(id: $id, input: { name: "Another name", expectedVersion: $version }) { userErrors { code } } }';
const LOOK = `query ($id: ID!) { initiative(id: $id) {
  stage { key } status version
  decisions(first: 100) { nodes { outcome fromStage { key } toStage { key } conditions { id status } } }
} }`;
const REVIEW = 'query ($id: ID!) { gateReview(id: $id) { status votes { outcome voter { id } } } }';
const EVENTS = 'query ($id: ID!) { initiative(id: $id) { auditEvents(first: 100) { nodes { action subjectId } } } }';
