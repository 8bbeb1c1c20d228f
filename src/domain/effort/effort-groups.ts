export const EFFORT_GROUPINGS = [
  'NONE',
  'INITIATIVE',
  'BUSINESS_UNIT',
  'STAGE_CATEGORY',
  'VALUE_THESIS',
  'INVESTMENT_CLASS',
  'PERSON',
  'MONTH',
  'QUARTER',
] as const;
export type EffortGrouping = (typeof EFFORT_GROUPINGS)[number];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const STAGE_CATEGORY_LABELS: Readonly<Record<string, string>> = {
  INTAKE: 'Intake',
  POC: 'Proof of concept',
  PILOT: 'Pilot',
  PRODUCTION: 'Production',
};

const VALUE_THESIS_LABELS: Readonly<Record<string, string>> = {
  PRODUCTIVITY: 'Productivity',
  COST: 'Cost',
  GROWTH: 'Growth',
  RISK_REDUCTION: 'Risk reduction',
  EXPERIENCE: 'Experience',
};

const INVESTMENT_CLASS_LABELS: Readonly<Record<string, string>> = {
  CORE: 'Core',
  ADJACENT: 'Adjacent',
  TRANSFORMATIONAL: 'Transformational',
};

const LABELS: Readonly<Record<EffortGrouping, (key: string) => string>> = {
  NONE: (key) => key,
  INITIATIVE: (key) => key,
  BUSINESS_UNIT: (key) => key || 'No business unit',
  STAGE_CATEGORY: (key) => STAGE_CATEGORY_LABELS[key] ?? key,
  VALUE_THESIS: (key) => VALUE_THESIS_LABELS[key] ?? key,
  INVESTMENT_CLASS: (key) => INVESTMENT_CLASS_LABELS[key] ?? key,
  PERSON: (key) => key || 'No person',
  MONTH: (key) => {
    const month = MONTHS[Number(key.slice(5)) - 1];
    return month ? `${month} ${key.slice(0, 4)}` : key;
  },
  QUARTER: (key) => `${key.slice(5)} ${key.slice(0, 4)}`,
};

/** What people call a group of effort: `March 2026` for `2026-03`, `No business unit` for the empty key. An initiative is called by its name, which its key does not tell. */
export const labelOfGroup = (grouping: EffortGrouping, key: string): string => LABELS[grouping](key);
