import { addDays } from '../../domain/basics/calendar-date.js';
import type { ProposedCondition } from '../../domain/gates/proposal.js';
import { oneOf } from './chance.js';
import { GATEKEEPERS, type Gatekeeper } from './people.js';
import { vote, type GateAhead, type SampleVote } from './sample-initiative.js';
import { initiativeOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

const RATIONALES: readonly (readonly string[])[] = [
  ['A real problem with numbers to it.', 'Worth six weeks of looking closer.', 'The people concerned ask for it.'],
  ['We know what success would be, and the data is there.', 'A small, safe trial will tell.'],
  [
    'It works on cases it had not seen, and somebody will run it.',
    'Good enough to try with real people, with a way back.',
  ],
  ['The target is reached and nothing else has suffered.', 'The pilot users do not want to give it back.'],
  ['It runs without those who built it.', 'Handed over, trained, and watched.'],
];

const COMMENTS = {
  CONDITIONAL_GO: ['Yes, if it is made up for.', 'Only with a date to it.', null],
  GO: ['Convincing.', 'From my side yes.', 'The open points are small.', null],
  HOLD: ['Not now.', null],
  KILL: ['I see no way to the target.', 'The money is needed elsewhere.'],
} as const satisfies Record<string, readonly (string | null)[]>;

/** The outcomes the sample decides by. */
type SampleOutcome = keyof typeof COMMENTS;

const request = (story: Story, daysAgo: number, dueIn: number, note: string | null): void => {
  const { company, manager } = story;
  tell(story, daysAgo, async ({ on }) => {
    const { id, key } = initiativeOf(story);
    const dueOn = addDays(on, dueIn);
    const review = await company.verbs.requestGateReview.run(manager, id, { note, dueOn });
    story.made.reviewId = done(review, `review of ${key}`).id;
  });
};

const cast = (story: Story, daysAgo: number, { by, outcome, comment }: SampleVote): void => {
  const { verbs, cast: people } = story.company;
  tell(story, daysAgo, async () => {
    done(await verbs.castGateVote.run(people[by], story.made.reviewId ?? '', { outcome, comment }), `vote of ${by}`);
  });
};

const decide = (story: Story, daysAgo: number, by: Gatekeeper, decision: Decision): void => {
  const { verbs, cast: people } = story.company;
  tell(story, daysAgo, async () => {
    const { id, key } = initiativeOf(story);
    const [standing] = await verbs.initiatives.byIds([id]);
    const made = await verbs.decideGate.run(people[by], story.made.reviewId ?? '', {
      ...decision,
      conditions: conditionsIn(story, decision),
      recycleToStageKey: null,
      expectedVersion: standing?.version ?? 0,
    });
    story.made.initiative = done(made, `${decision.outcome} for ${key}`).initiative;
  });
};

interface Decision {
  readonly outcome: SampleOutcome;
  readonly rationale: string;
}

/** What a gate was passed under: the program manager answers for it. */
const conditionsIn = (
  { sample: { passedUnder }, company: { calendar }, manager }: Story,
  { outcome }: Decision,
): readonly ProposedCondition[] =>
  outcome === 'CONDITIONAL_GO' && passedUnder
    ? [
        {
          text: passedUnder.text,
          ownerId: manager.userId,
          dueOn: addDays(calendar.today, passedUnder.dueIn),
          criterionKey: passedUnder.criterionKey,
        },
      ]
    : [];

/** A review is asked for, two gatekeepers vote, and the third decides on the given day. */
export const tellDecision = (story: Story, daysAgo: number, leadDays: number, decision: Decision): void => {
  const { chance } = story;
  const decider = oneOf(GATEKEEPERS, chance);
  const [first, second] = GATEKEEPERS.filter((each) => each !== decider);
  request(story, daysAgo + leadDays, Math.ceil(leadDays) + 7, null);
  if (first && second) {
    cast(story, daysAgo + leadDays * 0.6, vote(first, decision.outcome, oneOf(COMMENTS[decision.outcome], chance)));
    cast(story, daysAgo + leadDays * 0.3, vote(second, chance() < 0.25 ? null : decision.outcome));
  }
  decide(story, daysAgo, decider, decision);
};

/** The gate behind the stage at a position is passed, under a condition where the table says so. */
export const tellGo = (story: Story, position: number, daysAgo: number, leadDays: number): void => {
  const isConditional = story.sample.passedUnder?.position === position;
  tellDecision(story, daysAgo, leadDays, {
    outcome: isConditional ? 'CONDITIONAL_GO' : 'GO',
    rationale: oneOf(RATIONALES[position] ?? [], story.chance),
  });
};

/** A review that nobody has decided yet, with the votes that are in. */
export const tellOpenReview = (
  story: Story,
  { daysAgo, dueIn, note, votes }: NonNullable<GateAhead['review']>,
): void => {
  request(story, daysAgo, daysAgo + dueIn, note);
  votes.forEach((each, index) => {
    cast(story, Math.max(1, daysAgo - 1.2 * (index + 1)), each);
  });
};
