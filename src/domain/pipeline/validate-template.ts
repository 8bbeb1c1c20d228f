import { invalid, type Refusal } from '../basics/result.js';
import { unreadable } from '../basics/text.js';
import { problemsInSettings } from '../gates/criterion-settings.js';
import {
  STAGE_CATEGORIES,
  type CriterionDefinition,
  type GateDefinition,
  type StageDefinition,
} from '../gates/gate.js';

type StageDraft = Omit<StageDefinition, 'position'>;

/** A workflow as it is handed in to be published; its stages stand in their order. */
export interface TemplateDraft {
  readonly key: string;
  readonly name: string;
  readonly stages: readonly StageDraft[];
}

/** Path into the arguments of the publishing mutation. */
type Path = readonly string[];

interface Located<Part> {
  readonly part: Part;
  readonly path: Path;
}

const INPUT: Path = ['input'];
const KEY = /^[a-z][a-z0-9-]{0,39}$/;
const FEWEST_STAGES = 2;

/** Lowest and highest value of each number of a template; days are whole days. */
const RANGES = {
  timeBoxDays: [1, 3650],
  wipLimit: [1, 1000],
  quorum: [1, 20],
  recycleLimit: [0, 20],
  slaDays: [1, 365],
  validForDays: [1, 3650],
} as const;

/**
 * A workflow can be published when every initiative can go through it from the first stage to the last, by gates that
 * each ask for something. Answers every problem at once, each with its path into the arguments; empty when all is well.
 * Keys are 1 to 40 small letters, digits and hyphens. A stage nobody can reach is TEMPLATE_UNREACHABLE_STAGE, all else INVALID.
 */
export const validateTemplate = (draft: TemplateDraft): readonly Refusal[] => {
  const stages = draft.stages.map((part, index) => ({ part, path: [...INPUT, 'stages', String(index)] }));
  const gates = stages.flatMap(({ part, path }) =>
    part.exitGate ? [{ part: part.exitGate, path: [...path, 'exitGate'] }] : [],
  );
  const criteria = gates.flatMap(({ part, path }) =>
    part.criteria.map((criterion, index) => ({ part: criterion, path: [...path, 'criteria', String(index)] })),
  );
  return [
    ...wrongKey({ part: draft, path: INPUT }),
    ...[...stages, ...gates, ...criteria].flatMap(wrongKey),
    ...[{ part: draft, path: INPUT }, ...stages, ...gates, ...criteria].flatMap(wrongName),
    ...keysUsedBefore(stages, 'Another stage'),
    ...keysUsedBefore(gates, 'Another gate'),
    // Evidence names a criterion by its key alone, so a key may not come twice even at different gates.
    ...keysUsedBefore(criteria, 'Another criterion of the template'),
    ...tooFewStages(draft),
    ...gatesOutOfPlace(stages),
    ...categoriesBackwards(stages),
    ...stages.flatMap(problemsOfStage),
    ...gates.flatMap(problemsOfGate),
    ...criteria.flatMap(problemsOfCriterion),
  ];
};

const wrongKey = ({ part, path }: Located<{ readonly key: string }>): readonly Refusal[] =>
  KEY.test(part.key)
    ? []
    : [
        invalid(
          [...path, 'key'],
          'key must be 1 to 40 small letters, digits and hyphens, beginning with a letter, for instance risk-assessment.',
        ),
      ];

const LONGEST_NAME = 200;
const LONGEST_EXPLANATION = 4000;

const wrongText = (name: string, value: string, longest: number, path: Path): readonly Refusal[] => {
  const problem = unreadable(name, value, longest);
  return problem === null ? [] : [invalid([...path, name], problem)];
};

const wrongName = ({ part, path }: Located<{ readonly name: string }>): readonly Refusal[] =>
  wrongText('name', part.name, LONGEST_NAME, path);

const keysUsedBefore = (parts: readonly Located<{ readonly key: string }>[], other: string): readonly Refusal[] => {
  const first = new Map(parts.toReversed().map(({ part, path }) => [part.key, path]));
  return parts
    .filter(({ part, path }) => first.get(part.key) !== path)
    .map(({ part, path }) =>
      invalid([...path, 'key'], `${other} has the key ${part.key} already; take a different one.`),
    );
};

const tooFewStages = ({ stages }: TemplateDraft): readonly Refusal[] =>
  stages.length < FEWEST_STAGES
    ? [
        invalid(
          [...INPUT, 'stages'],
          `A template has at least ${FEWEST_STAGES} stages, and this one has ${stages.length}.`,
        ),
      ]
    : [];

/** An exit gate is the only way to the next stage, and behind the last stage there is none. */
const gatesOutOfPlace = (stages: readonly Located<StageDraft>[]): readonly Refusal[] =>
  stages.flatMap(({ part, path }, index) => {
    const field = [...path, 'exitGate'];
    const later = stages.slice(index + 1).map((stage) => stage.part.key);
    if (later.length === 0) {
      return part.exitGate
        ? [
            invalid(
              field,
              `The last stage, ${part.key}, leads nowhere, so it has no exit gate; leave the gate out or add a stage.`,
            ),
          ]
        : [];
    }
    return part.exitGate ? [] : [unreachable(part.key, later, field)];
  });

const unreachable = (key: string, later: readonly string[], field: Path): Refusal => ({
  code: 'TEMPLATE_UNREACHABLE_STAGE',
  message: `The stage ${key} has no exit gate, so ${later.join(', ')} can never be reached; give it a gate.`,
  field,
});

const categoriesBackwards = (stages: readonly Located<StageDraft>[]): readonly Refusal[] =>
  stages.flatMap(({ part, path }, index) => {
    const before = stages.slice(0, index).map((stage) => stage.part.category);
    const furthest = STAGE_CATEGORIES.findLast((category) => before.includes(category));
    return furthest && STAGE_CATEGORIES.indexOf(part.category) < STAGE_CATEGORIES.indexOf(furthest)
      ? [
          invalid(
            [...path, 'category'],
            `The stage ${part.key} of category ${part.category} comes after one of ${furthest}; categories go ${STAGE_CATEGORIES.join(', ')} and never back.`,
          ),
        ]
      : [];
  });

const problemsOfStage = ({ part, path }: Located<StageDraft>): readonly Refusal[] => [
  ...outOfRange('timeBoxDays', part.timeBoxDays, path),
  ...outOfRange('wipLimit', part.wipLimit, path),
];

const problemsOfGate = ({ part, path }: Located<GateDefinition>): readonly Refusal[] => [
  ...outOfRange('quorum', part.quorum, path),
  ...outOfRange('recycleLimit', part.recycleLimit, path),
  ...outOfRange('slaDays', part.slaDays, path),
  ...(part.criteria.length === 0
    ? [invalid([...path, 'criteria'], `The gate ${part.key} asks for nothing; give it at least one criterion.`)]
    : []),
];

const problemsOfCriterion = ({ part, path }: Located<CriterionDefinition>): readonly Refusal[] => [
  ...wrongText('guidance', part.guidance, LONGEST_EXPLANATION, path),
  ...(part.example === null ? [] : wrongText('example', part.example, LONGEST_EXPLANATION, path)),
  ...outOfRange('validForDays', part.validForDays, path),
  ...problemsOfRiskTiers({ part, path }),
  ...(part.veto && part.weight !== 'MUST_MEET'
    ? [invalid([...path, 'veto'], `Only a MUST_MEET criterion can be a veto, and ${part.key} is ${part.weight}.`)]
    : []),
  ...problemsInSettings(part.kind, part.settings).map(({ name, message }) =>
    invalid([...path, 'settings', name], message),
  ),
];

const problemsOfRiskTiers = ({ part: { key, riskTiers }, path }: Located<CriterionDefinition>): readonly Refusal[] => {
  const field = [...path, 'riskTiers'];
  if (riskTiers === null) {
    return [];
  }
  if (riskTiers.length === 0) {
    return [
      invalid(field, `${key} applies to no risk tier; name at least one, or leave riskTiers out for all of them.`),
    ];
  }
  return new Set(riskTiers).size < riskTiers.length ? [invalid(field, `${key} names a risk tier more than once.`)] : [];
};

const outOfRange = (name: keyof typeof RANGES, value: number | null, path: Path): readonly Refusal[] => {
  const [lowest, highest] = RANGES[name];
  return value === null || (Number.isInteger(value) && value >= lowest && value <= highest)
    ? []
    : [invalid([...path, name], `${name} must be a whole number from ${lowest} to ${highest}, and was ${value}.`)];
};
