import { CATEGORY_SOURCES, EFFORT_METHODS, EFFORT_UNITS } from '../../../domain/effort/effort.js';
import { EFFORT_GROUPINGS } from '../../../domain/effort/effort-groups.js';
import { RECORD_STATUSES } from '../../../domain/effort/plan-batch.js';
import { ALLOCATION_VERDICTS } from '../../../domain/effort/split-effort.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const EffortUnit = graphqlEnum(
  'EffortUnit',
  EFFORT_UNITS,
  'What an amount of effort is counted in. Story points are never effort.',
  {
    HOURS: 'Hours; 8 of them are a person-day.',
    PERSON_DAYS: 'Days of one person.',
    FTE_MONTHS: 'Months of one person in full time, 20.83 person-days each.',
  },
);

export const EffortMethod = graphqlEnum('EffortMethod', EFFORT_METHODS, 'How an entry of effort came to be.', {
  WORKLOG: 'A person logged it in a tool.',
  COUNTER: 'The difference of two readings of a running total.',
  MANUAL: 'A person entered it here.',
  ESTIMATED: 'It was estimated afterwards.',
});

export const CategorySource = graphqlEnum(
  'CategorySource',
  CATEGORY_SOURCES,
  'Where the category of an entry comes from.',
  {
    STATED: 'The entry states it.',
    RULE: 'A classification rule gave it; `ruleName` says which.',
    DEFAULT: "It is the initiative's default.",
    NONE: 'There is none: the entry is uncategorised, and lowers the coverage.',
  },
);

export const EffortRecordStatus = graphqlEnum('EffortRecordStatus', RECORD_STATUSES, 'What became of one row.', {
  RECORDED: 'It is in the ledger now.',
  DUPLICATE:
    'It was there already with the same values; the ledger did not change. What waits of it for a closed period is superseded by it.',
  CORRECTED: 'It was there with other values: those were reversed, these entered.',
  QUEUED: 'It would write into a closed period, and waits for somebody to accept or refuse it; nothing changed.',
  REFUSED: 'It was refused; `userErrors` say why.',
});

export const EffortGroupBy = graphqlEnum(
  'EffortGroupBy',
  EFFORT_GROUPINGS,
  'What effort is split up by beside its categories.',
  {
    NONE: 'Nothing: there are no groups.',
    INITIATIVE: 'The initiative; the key of a group is its key.',
    BUSINESS_UNIT: "The initiative's business unit; the key is its name, empty for none.",
    STAGE_CATEGORY:
      'The category of the stage the initiative stood in at the end of the day worked; before its first stage INTAKE.',
    VALUE_THESIS: "The initiative's value thesis.",
    INVESTMENT_CLASS: "The initiative's investment class: the mix of initiatives, weighted by effort.",
    PERSON: 'Who worked; the key is empty where nobody is named.',
    MONTH: 'The month worked in; the key is for instance `2026-03`.',
    QUARTER: 'The quarter worked in; the key is for instance `2026-Q1`.',
  },
);

export const AllocationVerdict = graphqlEnum(
  'AllocationVerdict',
  ALLOCATION_VERDICTS,
  'How a share compares with its target; exact values are compared, not rounded ones.',
  {
    UNDER: 'Below the target by more than the tolerance.',
    WITHIN: 'No further from the target than the tolerance.',
    OVER: 'Above the target by more than the tolerance.',
    INSUFFICIENT_DATA: "Too little of the effort is categorised to tell: the coverage is below the scheme's floor.",
  },
);
