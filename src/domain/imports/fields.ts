import { lengthOf, unstorable } from '../basics/text.js';
import { RISK_TIERS } from '../gates/gate.js';
import {
  INITIATIVE_STATUSES,
  INVESTMENT_CLASSES,
  SOLUTION_TYPES,
  VALUE_THESES,
  type InitiativeAttributes,
  type InitiativeStatus,
} from '../initiatives/initiative.js';
import type { Vocabulary } from './vocabulary.js';

interface FieldRule {
  /** Of these one; null: any text; 'STAGE': the key of a stage of the template. */
  readonly oneOf: readonly string[] | 'STAGE' | null;
  /** In characters. */
  readonly longest: number;
  /** Line breaks and runs of spaces inside become one space. */
  readonly isOneLine: boolean;
  /** Whether an initiative can be without it. */
  readonly mayBeBlank: boolean;
}

const choice = (oneOf: readonly string[] | 'STAGE', mayBeBlank: boolean): FieldRule => ({
  oneOf,
  longest: 100,
  isOneLine: true,
  mayBeBlank,
});
const line = (longest: number, mayBeBlank: boolean): FieldRule => ({
  oneOf: null,
  longest,
  isOneLine: true,
  mayBeBlank,
});

/** What an import can say of an initiative. Lengths are those of the API. */
export const FIELD_RULES = {
  externalRef: line(500, false),
  name: line(200, false),
  problem: { oneOf: null, longest: 10_000, isOneLine: false, mayBeBlank: false },
  businessUnit: line(200, true),
  stage: choice('STAGE', true),
  status: choice(INITIATIVE_STATUSES, true),
  valueThesis: choice(VALUE_THESES, false),
  solutionType: choice(SOLUTION_TYPES, true),
  investmentClass: choice(INVESTMENT_CLASSES, true),
  riskTier: choice(RISK_TIERS, true),
  ownerEmail: line(320, true),
  sponsorEmail: line(320, true),
} as const satisfies Record<string, FieldRule>;

export type ImportField = keyof typeof FIELD_RULES;
export const IMPORT_FIELDS = Object.keys(FIELD_RULES) as readonly ImportField[];

/** What a row says of an initiative besides its externalRef and where it stands; people still by their addresses. */
export interface RowAttributes extends Omit<InitiativeAttributes, 'ownerId' | 'sponsorId' | 'defaultCategoryKey'> {
  readonly status: InitiativeStatus;
  readonly ownerEmail: string;
  readonly sponsorEmail: string | null;
}

const tidyInside = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A text as a field keeps it: in one line, or with line breaks of one kind. */
export const asField = (field: ImportField, text: string): string =>
  FIELD_RULES[field].isOneLine ? oneLine(text) : tidyInside(text).trim();

/** A text in one line: each run of white space becomes a space, and those at the ends go. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is wrong with a value that is not blank as the value of a field; null when all is well. */
export const faultOf = (field: ImportField, value: string, stageKeys: readonly string[]): string | null => {
  const rule: FieldRule = FIELD_RULES[field];
  const choices = rule.oneOf === 'STAGE' ? stageKeys : rule.oneOf;
  if (choices !== null) {
    return choices.includes(value)
      ? null
      : `"${shortened(value, 60)}" is no ${field}; it takes one of: ${choices.join(', ')}.`;
  }
  const problem = unstorable(value);
  if (problem !== null) {
    return `${field} ${problem}.`;
  }
  const length = lengthOf(value);
  return length > rule.longest ? `${field} takes at most ${rule.longest} characters, and this has ${length}.` : null;
};

/** What a mapping can say of an initiative whose template has these stages. */
export const initiativeVocabulary = (stageKeys: readonly string[]): Vocabulary<ImportField> => ({
  thing: 'an initiative',
  fields: IMPORT_FIELDS,
  others: [],
  mayBeBlank: (field) => FIELD_RULES[field].mayBeBlank,
  asField,
  faultOf: (field, value) => faultOf(field, value, stageKeys),
  noDefault: (field) =>
    field === 'externalRef' ? 'externalRef tells the rows apart, so it cannot have a default.' : null,
});

/** A text cut to a number of characters, with a sign that it was cut. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${Array.from(text)
        .slice(0, longest - 1)
        .join('')}…`;
