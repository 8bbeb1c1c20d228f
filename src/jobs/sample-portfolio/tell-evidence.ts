import type { Viewer } from '../../domain/access/access.js';
import type { EvidenceOutcome } from '../../domain/gates/check-evidence-review.js';
import type { EvidenceContent } from '../../domain/gates/evidence.js';
import type { CriterionDefinition } from '../../domain/gates/gate.js';
import { DEFAULT_TEMPLATE } from '../../domain/pipeline/default-template.js';
import { oneOf } from './chance.js';
import { contentFor, type Flaw } from './evidence-content.js';
import { ACCEPTED, returnedWith } from './evidence-words.js';
import { initiativeOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

const NOT_HANDED_IN = ['KPI_CONTRACT', 'KPI_ATTAINMENT', 'TICKETS_DONE', 'EFFORT_SHARE'];

const ALERT_DRILL = 'alerts-live';

const CRITERIA = new Map(
  DEFAULT_TEMPLATE.stages.flatMap((stage) => stage.exitGate?.criteria ?? []).map((each) => [each.key, each]),
);

/** The criteria at the exit of a stage, by its position, that somebody hands in evidence for. */
export const toHandIn = ({ sample }: Story, position: number): readonly CriterionDefinition[] =>
  (DEFAULT_TEMPLATE.stages[position]?.exitGate?.criteria ?? []).filter(
    ({ kind, riskTiers }) =>
      !NOT_HANDED_IN.includes(kind) && kind !== 'EXTERNAL_CHECK' && (riskTiers?.includes(sample.is[4]) ?? true),
  );

export interface HandIn {
  readonly criterionKey: string;
  readonly daysAgo: number;
  /** Null: it waits for review. */
  readonly outcome: EvidenceOutcome | null;
  /** Days until the review. */
  readonly after: number;
  readonly flaw?: Flaw;
}

const criterionOf = (key: string): CriterionDefinition => {
  const criterion = CRITERIA.get(key);
  if (!criterion) {
    throw new Error(`The default template has no criterion ${key}.`);
  }
  return criterion;
};

/** Whoever knows the matter: UX, risk, or operations. */
const reviewerFor = ({ company: { cast } }: Story, { key, kind }: CriterionDefinition): Viewer => {
  if (kind === 'UX_REVIEW') {
    return cast.ux;
  }
  return key.includes('risk') || key.includes('security') ? cast.risk : cast.operations;
};

/** Evidence is handed in by the program manager and, some days later, accepted or returned by somebody else. */
export const tellEvidence = (story: Story, handIn: HandIn): void => {
  const { company, chance, manager } = story;
  const criterion = criterionOf(handIn.criterionKey);
  const { outcome } = handIn;
  let evidenceId = '';
  tell(story, handIn.daysAgo, async (moment) => {
    const { id, key } = initiativeOf(story);
    const content = contentFor(story, criterion, moment, handIn.flaw);
    const evidence = await company.verbs.submitEvidence.run(manager, id, criterion.key, content);
    evidenceId = done(evidence, `${criterion.key} of ${key}`).id;
  });
  if (outcome !== null) {
    tell(story, handIn.daysAgo - handIn.after, async () => {
      const comment = outcome === 'ACCEPTED' ? oneOf(ACCEPTED, chance) : returnedWith(story, criterion);
      const reviewer = reviewerFor(story, criterion);
      done(await company.verbs.reviewEvidence.run(reviewer, evidenceId, { outcome, comment }), criterion.key);
    });
  }
};

/** A machine tries the alerts and reports how that went. */
export const tellAlertDrill = (story: Story, daysAgo: number, passed: boolean): void => {
  tell(story, daysAgo, async ({ at, on }) => {
    const { id, key } = initiativeOf(story);
    const { verbs, cast } = story.company;
    const content: EvidenceContent = {
      kind: 'EXTERNAL_CHECK',
      name: 'Alert drill',
      passed,
      url: `https://monitoring.sample.example/${key}/alert-drill/${on}`,
      checkedAt: at,
      externalId: `alert-drill/${key}/${on}`,
    };
    done(await verbs.submitEvidence.run(cast.interface, id, ALERT_DRILL, content), `alert drill of ${key}`);
  });
};
