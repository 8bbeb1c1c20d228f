import { tellWaiver } from './tell-waivers.js';
import type { EvidenceOutcome } from '../../domain/gates/check-evidence-review.js';
import { chanceOf } from './chance.js';
import { UNITS } from './people.js';
import type { SampleEvidence, SampleInitiative } from './sample-initiative.js';
import { lastDayOf, tell, type Company, type Step, type Story } from './story.js';
import { tellConversation } from './tell-conversation.js';
import { tellAlertDrill, tellEvidence, toHandIn } from './tell-evidence.js';
import { tellKpis, tellMeasurements } from './tell-kpis.js';
import { tellDecision, tellGo, tellOpenReview } from './tell-reviews.js';
import { tellSignals } from './tell-signals.js';
import { done } from './verbs.js';

const DISCOVERY = 1;
const SCALE = 4;
/** Evidence for a gate comes together in the last months before it. */
const LONGEST_PREPARATION = 110;
const DRILL_EVERY_DAYS = 28;

/** A story before its first step. */
export const beginStory = (company: Company, sample: SampleInitiative, number: number): Story => ({
  company,
  sample,
  chance: chanceOf(number),
  steps: [],
  manager: company.cast[`${sample.is[0]}.pm`],
  made: { initiative: null, kpis: new Map(), reviewId: null },
});

/** Everything that happened to an initiative, in no order. */
export const tellInitiative = (story: Story): readonly Step[] => {
  const { sample } = story;
  tellCreation(story);
  if (sample.kpis) {
    const [from, to] = [sample.entered[DISCOVERY] ?? 0, sample.entered[DISCOVERY + 1] ?? lastDayOf(sample)];
    tellKpis(story, from - (from - to) * 0.35);
  }
  sample.entered.forEach((from, position) => {
    const to = sample.entered[position + 1];
    if (to !== undefined) {
      tellPassage(story, position, from, to);
    }
  });
  tellMeasurements(story);
  tellSignals(story);
  tellAlertDrills(story);
  tellGateAhead(story);
  tellConversation(story);
  return story.steps;
};

/** Some time of day: not everything is decided at five o’clock. */
const someTimeOn = ({ chance }: Story, daysAgo: number): number => daysAgo + chance() * 0.9;

const tellCreation = (story: Story): void => {
  const { sample, company, manager } = story;
  const [unit, valueThesis, solutionType, investmentClass, riskTier] = sample.is;
  tell(story, someTimeOn(story, sample.entered[0] ?? 1), async () => {
    const created = await company.verbs.createInitiative.run(manager, {
      portfolioKey: company.portfolioKey,
      name: sample.name,
      problem: sample.problem,
      valueThesis,
      solutionType,
      investmentClass,
      riskTier,
      businessUnit: UNITS[unit],
      ownerId: manager.userId,
      sponsorId: company.cast[`${unit}.head`].userId,
      defaultCategoryKey: null,
      templateKey: null,
      externalRef: null,
    });
    story.made.initiative = done(created, sample.name);
  });
};

/** A gate that was passed: its evidence, some of it at the second try, then the review and the decision. */
const tellPassage = (story: Story, position: number, from: number, to: number): void => {
  const length = Math.min(from - to, LONGEST_PREPARATION);
  const day = (share: number): number => to + length * (1 - share);
  const { passedUnder } = story.sample;
  const open = passedUnder?.position === position ? passedUnder.criterionKey : null;
  const criteria = toHandIn(story, position).filter(({ key }) => key !== open);
  criteria.forEach(({ key: criterionKey }, index) => {
    const share = 0.1 + (0.45 * index) / criteria.length;
    const after = length * 0.06;
    if (story.chance() < 0.15) {
      tellEvidence(story, { criterionKey, daysAgo: day(share), outcome: 'RETURNED', after });
      tellEvidence(story, { criterionKey, daysAgo: day(share + 0.15), outcome: 'ACCEPTED', after });
    } else {
      tellEvidence(story, { criterionKey, daysAgo: day(share), outcome: 'ACCEPTED', after });
    }
  });
  if (position === SCALE) {
    tellAlertDrill(story, day(0.6), true);
  }
  tellGo(story, position, someTimeOn(story, to), Math.min(12, length * 0.15));
};

/** Once it is in operation the alerts are tried every four weeks; before that once, where the table says so. */
const tellAlertDrills = (story: Story): void => {
  const { entered, alertCheck } = story.sample;
  if (alertCheck) {
    const since = entered[SCALE + 1] ?? alertCheck.daysAgo;
    tellAlertDrill(story, alertCheck.daysAgo, alertCheck.passed);
    for (let daysAgo = alertCheck.daysAgo + DRILL_EVERY_DAYS; daysAgo < since; daysAgo += DRILL_EVERY_DAYS) {
      tellAlertDrill(story, daysAgo, true);
    }
  }
};

/** The gate it stands before: evidence as far as it has come, and a review that is open or has stopped it. */
const tellGateAhead = (story: Story): void => {
  const { sample } = story;
  const { ahead = {}, ended } = sample;
  const planned: readonly (readonly [SampleEvidence, EvidenceOutcome | null])[] = [
    ...(ahead.accepted ?? []).map((each) => [each, 'ACCEPTED'] as const),
    ...(ahead.returned ?? []).map((each) => [each, 'RETURNED'] as const),
    ...(ahead.waiting ?? []).map((each) => [each, null] as const),
  ];
  const from = sample.entered.at(-1) ?? 1;
  const to = Math.max(lastDayOf(sample), ahead.review?.daysAgo ?? 1) + (ended ? 9 : 0);
  const gap = (from - to) / (planned.length + 1);
  planned.forEach(([evidence, outcome], index) => {
    const stated = typeof evidence === 'string' ? { key: evidence } : evidence;
    const daysAgo = stated.daysAgo ?? from - gap * (index + 1);
    tellEvidence(story, {
      criterionKey: stated.key,
      daysAgo,
      outcome,
      after: Math.min(4, gap * 0.6),
      flaw: stated.flaw,
    });
  });
  if (ahead.review) {
    tellOpenReview(story, ahead.review);
  }
  if (sample.waiver) {
    tellWaiver(story, sample.waiver);
  }
  if (ended) {
    tellDecision(story, ended.daysAgo, 7, ended);
  }
};
