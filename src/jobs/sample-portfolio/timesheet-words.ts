export const CATEGORIES = ['ALGORITHMS', 'TECHNOLOGY_DATA', 'PEOPLE_PROCESS'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Who does the work: two of each in every unit. */
export const WORKERS = {
  ALGORITHMS: ['Data scientist', 'Machine learning engineer'],
  TECHNOLOGY_DATA: ['Data engineer', 'Software engineer'],
  PEOPLE_PROCESS: ['Change lead', 'UX researcher'],
} as const satisfies Record<Category, readonly string[]>;

export const NOTES = {
  ALGORITHMS: [
    'Error analysis',
    'Prompts and retrieval',
    'Training run',
    'Evaluation on held-out cases',
    'Comparison of two models',
  ],
  TECHNOLOGY_DATA: ['Data pipeline', 'Connection to the case system', 'Access rights', 'Load test', 'Labelling tool'],
  PEOPLE_PROCESS: [
    'Workshop on the new process',
    'Interviews with users',
    'Training',
    'Usability test',
    'Open hour',
    'Runbook',
  ],
} as const satisfies Record<Category, readonly string[]>;

/** What who states no category writes on the work; a classification rule makes it one. */
export const LABELS = {
  ALGORITHMS: 'model',
  TECHNOLOGY_DATA: 'platform',
  PEOPLE_PROCESS: 'change',
} as const satisfies Record<Category, string>;

/** What nobody has sorted. */
export const UNSORTED_NOTES = ['Project meeting', 'Alignment', 'Steering committee', 'Miscellaneous'] as const;

/** By stage: person-days a week, and how they fall on the three categories, in percent. */
export const WORK_IN_STAGE = [
  { stage: 'intake', daysAWeek: 0.4, split: [10, 30, 60] },
  { stage: 'discovery', daysAWeek: 1.6, split: [28, 44, 28] },
  { stage: 'poc', daysAWeek: 3.6, split: [61, 31, 8] },
  { stage: 'pilot', daysAWeek: 3.6, split: [45, 35, 20] },
  { stage: 'scale', daysAWeek: 3.0, split: [34, 36, 30] },
  { stage: 'operate', daysAWeek: 1.5, split: [26, 34, 40] },
] as const;
