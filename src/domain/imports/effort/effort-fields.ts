import { unstorable } from '../../basics/text.js';
import { EFFORT_METHODS, EFFORT_UNITS } from '../../effort/effort.js';
import { oneLine, shortened } from '../fields.js';
import type { Vocabulary } from '../vocabulary.js';

interface EffortFieldRule {
  /** What stands between the texts of several columns; null: it takes one column. */
  readonly separator: string | null;
  /** Whether an entry can be without it. */
  readonly mayBeBlank: boolean;
}

/** What an import can say of an entry of effort in one text; how long that may be is for the ledger to say. */
export const EFFORT_FIELD_RULES = {
  initiativeKey: { separator: null, mayBeBlank: false },
  initiativeRef: { separator: ' / ', mayBeBlank: false },
  workedOn: { separator: null, mayBeBlank: false },
  amount: { separator: null, mayBeBlank: false },
  unit: { separator: null, mayBeBlank: true },
  person: { separator: ' ', mayBeBlank: true },
  note: { separator: '\n\n', mayBeBlank: true },
  categoryKey: { separator: null, mayBeBlank: true },
  ticketType: { separator: null, mayBeBlank: true },
  projectKey: { separator: null, mayBeBlank: true },
  externalId: { separator: ' / ', mayBeBlank: false },
  method: { separator: null, mayBeBlank: true },
} as const satisfies Record<string, EffortFieldRule>;

export type EffortField = keyof typeof EFFORT_FIELD_RULES;
export const EFFORT_FIELDS = Object.keys(EFFORT_FIELD_RULES) as readonly EffortField[];

/** What an import can say of an entry in several texts. */
export const LIST_FIELDS = ['labels', 'components'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

const choicesOf = (field: EffortField, categoryKeys: readonly string[]): readonly string[] | null => {
  const choices: Partial<Record<EffortField, readonly string[]>> = {
    unit: EFFORT_UNITS,
    method: EFFORT_METHODS,
    categoryKey: categoryKeys,
  };
  return choices[field] ?? null;
};

/** What a mapping can say of an entry of effort in a portfolio with these categories. */
export const effortVocabulary = (categoryKeys: readonly string[]): Vocabulary<EffortField> => ({
  thing: 'an entry of effort',
  fields: EFFORT_FIELDS,
  others: [],
  mayBeBlank: (field) => EFFORT_FIELD_RULES[field].mayBeBlank,
  asField: (field, text) => (field === 'note' ? text.replace(/\r\n?/g, '\n').trim() : oneLine(text)),
  faultOf: (field, value) => {
    const choices = choicesOf(field, categoryKeys);
    if (choices !== null) {
      return choices.includes(value)
        ? null
        : `"${shortened(value, 60)}" is no ${field}; it takes one of: ${choices.join(', ')}.`;
    }
    const problem = unstorable(value);
    return problem === null ? null : `${field} ${problem}.`;
  },
  noDefault: (field) =>
    field === 'externalId' ? 'externalId tells the entries apart, so it cannot have a default.' : null,
});
