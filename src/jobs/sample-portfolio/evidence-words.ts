import type { Checklist } from '../../domain/gates/evidence.js';
import type { CriterionDefinition } from '../../domain/gates/gate.js';
import { between, oneOf } from './chance.js';
import { initiativeOf, type Story } from './story.js';

type Words = (story: Story) => string;

const some = ({ chance }: Story, low: number, high: number): number => between(low, high, chance);

const unitOf = (story: Story): string => initiativeOf(story).businessUnit ?? 'the unit';

const DOCUMENTS: Readonly<Record<string, Words>> = {
  'problem-statement': ({ sample }) => sample.problem,
  'data-access': (story) =>
    `Data sheet: ${some(story, 2, 5)} sources of ${story.sample.cases} with owners and legal basis, and a profile of ${some(story, 2, 9)},000 records.`,
  'technical-feasibility': (story) =>
    `Tested on ${some(story, 4, 19)}00 held-out ${story.sample.cases}: results by type, the ${some(story, 4, 8)} most frequent errors, and the cost of running it.`,
  'risk-assessment': (story) =>
    `Register of ${some(story, 9, 18)} risks with likelihood, harm, measure and owner; the ${some(story, 2, 4)} highest have measures before the pilot.`,
  'independent-risk-review': (story) =>
    `The second line of defence has examined the assessment and ${some(story, 10, 30)}0 decisions on ${story.sample.cases}, and closed its ${some(story, 2, 5)} findings.`,
  'security-privacy': (story) =>
    `Penetration test without open high findings, impact assessment signed, and a table of what is kept of ${story.sample.cases}, with retention.`,
};

const SIGN_OFFS: Readonly<Record<string, Words>> = {
  'run-owner': (story) =>
    `I lead ${unitOf(story)}. I will run this service after launch with two people of my team, and I take part in the pilot from its first day.`,
  'support-handover': (story) =>
    `I lead the service desk. We have worked with the runbook for three weeks, solved ${some(story, 5, 14)} incidents ourselves, and take over from here.`,
};

const general =
  ({ name }: CriterionDefinition): Words =>
  ({ sample }) =>
    `${name}: ${sample.name}.`;

/** What a document says of itself. */
export const documentOf = (story: Story, criterion: CriterionDefinition): string =>
  (DOCUMENTS[criterion.key] ?? general(criterion))(story);

/** The words of whoever signs. */
export const signOffOf = (story: Story, criterion: CriterionDefinition): string =>
  (SIGN_OFFS[criterion.key] ?? general(criterion))(story);

const done = (label: string, note: string | null = null): Checklist['items'][number] => ({ label, done: true, note });

const CHECKLISTS: Readonly<Record<string, (story: Story) => Checklist['items']>> = {
  'rollback-tested': (story) => [
    done('Suggestions switched off', `Took ${some(story, 2, 6)} minutes.`),
    done(`${story.sample.users} worked by hand for an hour`, 'No backlog.'),
    done('Earlier version restored', `Took ${some(story, 8, 25)} minutes.`),
    done('Users told'),
  ],
  'training-done': (story) => [
    done(`Training of ${story.sample.users}`, `${some(story, 91, 99)} percent took part; the others have a date.`),
    done('Training of team leads'),
    done('Part of the induction of new colleagues'),
  ],
};

/** A checklist with everything ticked off. */
export const checklistOf = (story: Story, criterion: CriterionDefinition): Pick<Checklist, 'summary' | 'items'> => ({
  summary: `${criterion.name}: all items are done.`,
  items: CHECKLISTS[criterion.key]?.(story) ?? [done(criterion.name)],
});

export const FINDINGS = {
  CRITICAL: [
    'A suggestion can be sent without being read',
    'Nobody sees that the answer is about another customer',
    'There is no way back once a suggestion is taken',
  ],
  MAJOR: [
    'The source of a suggestion is not found',
    'People wait for the suggestion instead of beginning',
    'The way to report a wrong suggestion is not noticed',
    'Confidence in percent is read as quality of the customer',
    'A suggestion covers the field that is needed to judge it',
  ],
  MINOR: [
    'Abbreviations are not understood by new colleagues',
    'The shortcut collides with the one of the case system',
    'Grey on grey is hard to read on old screens',
    'The list loses its place after a refresh',
  ],
} as const;

/** Why evidence is returned, by its criterion. */
const RETURNED: Readonly<Record<string, readonly string[]>> = {
  'problem-statement': ['Who is affected, and what does it cost today? The numbers are missing.'],
  'data-access': [
    'The legal basis for two of the sources is not named.',
    'Who owns the sources, and have they agreed?',
  ],
  'ux-research': ['All participants are from the project. Please watch people who do the work.'],
  'technical-feasibility': ['It says what works. Please add where it fails, and how often.'],
  'ux-review-poc': [
    'All participants are from the project. Please test with people who do the work.',
    'The tasks show what the solution can do, not what the users have to do.',
  ],
  'risk-assessment': [
    'The three highest risks have no owner.',
    'What happens to people when it is wrong? Please add it.',
  ],
  'independent-risk-review': ['The sample has only easy cases. Please draw it again from all of them.'],
  'run-owner': ['Budget and on-call plan are not mentioned. Please confirm both.'],
  'ux-review': ['Two weeks are too short; the novelty is not over. Please repeat it in the sixth week.'],
  'monitoring-plan': ['The drift signal has no threshold: at which value is somebody woken up?'],
  'change-plan': ['The plan trains people, but nothing says what changes in their day. Please add the new process.'],
  'security-privacy': ['Retention is missing for two of the tables.'],
  'rollback-tested': ['It was tried on a test system with three users. Please try it with a whole team.'],
  'training-done': ['The night shift was not trained, and has no date.'],
  'support-handover': ['One incident is not enough to know the runbook.'],
};

/** What a reviewer writes who returns evidence for a criterion. */
export const returnedWith = ({ chance }: Story, { key, name }: CriterionDefinition): string =>
  oneOf(RETURNED[key] ?? [`${name} does not say enough yet to decide on it.`], chance);

export const ACCEPTED = ['Clear and complete.', 'Checked with the people concerned.', null, null, null] as const;
