import { compare, formatDecimal, HUNDRED, isNegative, sum, type Decimal } from '../basics/decimal.js';
import { invalid, type Refusal } from '../basics/result.js';
import { tidy, unreadable } from '../basics/text.js';
import type { AllocationCategory, AllocationSchemeDraft } from './scheme.js';

/** Path into the arguments of the publishing mutation. */
type Path = readonly string[];

const INPUT: Path = ['input'];
const SCHEME_KEY = /^[a-z][a-z0-9-]{0,39}$/;
const CATEGORY_KEY = /^[A-Z][A-Z0-9_]{0,39}$/;
const LONGEST_NAME = 200;
const MOST_CATEGORIES = 20;
const MOST_DECIMALS = 2;

/**
 * A scheme can be published when it gives away the whole of the effort: the targets of its 1 to 20 categories add up to
 * exactly 100 percent, else TARGETS_NOT_100 says what they add up to. Targets, tolerances and the coverage floor are 0 to 100
 * with at most two decimals; its key is small letters, digits and hyphens, those of its categories are capitals, digits and
 * underscores, at most 40 each; keys and names come once. All else is INVALID, every problem at once with its path.
 */
export const checkScheme = (draft: AllocationSchemeDraft): readonly Refusal[] => [
  ...(SCHEME_KEY.test(draft.key)
    ? []
    : [
        invalid(
          [...INPUT, 'key'],
          'key must be 1 to 40 small letters, digits and hyphens, beginning with a letter, for instance effort-70-20-10.',
        ),
      ]),
  ...wrongPercent('coverageFloorPercent', draft.coverageFloorPercent, INPUT),
  ...wrongNumberOf(draft.categories),
  ...draft.categories.flatMap(problemsOfCategory),
  ...usedBefore(draft.categories, 'key', ({ key }) => key),
  ...usedBefore(draft.categories, 'name', ({ name }) => tidy(name).toLowerCase()),
  ...targetsNotWhole(draft.categories),
];

const pathOf = (position: number): Path => [...INPUT, 'categories', String(position)];

const wrongNumberOf = ({ length }: readonly AllocationCategory[]): readonly Refusal[] =>
  length >= 1 && length <= MOST_CATEGORIES
    ? []
    : [
        invalid(
          [...INPUT, 'categories'],
          `A scheme has 1 to ${MOST_CATEGORIES} categories, and this one has ${length}.`,
        ),
      ];

const problemsOfCategory = (category: AllocationCategory, position: number): readonly Refusal[] => {
  const path = pathOf(position);
  const nameless = unreadable('name', category.name, LONGEST_NAME);
  return [
    ...(CATEGORY_KEY.test(category.key)
      ? []
      : [
          invalid(
            [...path, 'key'],
            'key must be 1 to 40 capital letters, digits and underscores, beginning with a letter, for instance PEOPLE_PROCESS.',
          ),
        ]),
    ...(nameless === null ? [] : [invalid([...path, 'name'], nameless)]),
    ...wrongPercent('targetPercent', category.targetPercent, path),
    ...wrongPercent('tolerancePoints', category.tolerancePoints, path),
  ];
};

const decimalsOf = (value: Decimal): number => formatDecimal(value).split('.')[1]?.length ?? 0;

const wrongPercent = (name: string, value: Decimal, path: Path): readonly Refusal[] =>
  isNegative(value) || compare(value, HUNDRED) > 0 || decimalsOf(value) > MOST_DECIMALS
    ? [
        invalid(
          [...path, name],
          `${name} must be a number from 0 to 100 with at most ${MOST_DECIMALS} decimals, and was ${value}.`,
        ),
      ]
    : [];

/** What says the same as a category before it. Blank ones are refused for being blank. */
const usedBefore = (
  categories: readonly AllocationCategory[],
  what: 'key' | 'name',
  of: (category: AllocationCategory) => string,
): readonly Refusal[] =>
  categories.flatMap((category, position) => {
    const said = of(category);
    return said !== '' && categories.findIndex((other) => of(other) === said) < position
      ? [
          invalid(
            [...pathOf(position), what],
            `Another category has the ${what} ${category[what]} already; take a different one.`,
          ),
        ]
      : [];
  });

const targetsNotWhole = (categories: readonly AllocationCategory[]): readonly Refusal[] => {
  const total = sum(categories.map(({ targetPercent }) => targetPercent));
  return compare(total, HUNDRED) === 0
    ? []
    : [
        {
          code: 'TARGETS_NOT_100',
          message: `The targets add up to ${formatDecimal(total)} percent; they must add up to exactly 100.`,
          field: [...INPUT, 'categories'],
        },
      ];
};
