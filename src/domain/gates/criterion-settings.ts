import { compare, HUNDRED, isNegative, parseDecimal, type Decimal } from '../basics/decimal.js';
import type { CriterionKind } from './gate.js';

/** The thresholds of each kind of criterion, as they hold once defaults are filled in. */
export interface CriterionSettings {
  KPI_CONTRACT: { readonly requireBaseline: boolean };
  KPI_ATTAINMENT: { readonly maxAgeDays: number; readonly minSample: number | null };
  UX_REVIEW: { readonly minParticipants: number };
  MONITORING_PLAN: { readonly reopenOnBreach: boolean };
  CHANGE_PLAN: Record<string, never>;
  DOCUMENT: Record<string, never>;
  CHECKLIST: Record<string, never>;
  SIGN_OFF: Record<string, never>;
  EXTERNAL_CHECK: Record<string, never>;
  TICKETS_DONE: Record<string, never>;
  EFFORT_SHARE: { readonly category: string; readonly minPercent: Decimal; readonly windowDays: number };
}

/** One threshold: how it is read (undefined where it is none), what it takes in words, and its default where it has one. */
interface Setting<Value> {
  readonly read: (value: unknown) => Value | undefined;
  readonly takes: string;
  readonly initial?: Value;
}

const flag = (initial: boolean): Setting<boolean> => ({
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  takes: 'true or false',
  initial,
});

const whole = (lowest: number, highest: number, initial: number): Setting<number> => ({
  read: (value) =>
    Number.isInteger(value) && Number(value) >= lowest && Number(value) <= highest ? Number(value) : undefined,
  takes: `a whole number from ${lowest} to ${highest}`,
  initial,
});

const wholeOrNone = (lowest: number, highest: number): Setting<number | null> => {
  const { read, takes } = whole(lowest, highest, lowest);
  return {
    read: (value) => (value === null ? null : read(value)),
    takes: `${takes}, or null for no threshold`,
    initial: null,
  };
};

const text = (longest: number): Setting<string> => ({
  read: (value) =>
    typeof value === 'string' && value.trim() === value && value !== '' && value.length <= longest ? value : undefined,
  takes: `a text of 1 to ${longest} characters without space at its ends`,
});

const percent = (): Setting<Decimal> => ({
  read: (value) => {
    const parsed = typeof value === 'string' ? parseDecimal(value) : null;
    return parsed !== null && !isNegative(parsed) && compare(parsed, HUNDRED) <= 0 ? parsed : undefined;
  },
  takes: 'a percentage from 0 to 100 written as a text, for instance "30"',
});

type SettingsOf<Kind extends CriterionKind> = {
  readonly [Name in keyof CriterionSettings[Kind]]: Setting<CriterionSettings[Kind][Name]>;
};

const SETTINGS: { readonly [Kind in CriterionKind]: SettingsOf<Kind> } = {
  KPI_CONTRACT: { requireBaseline: flag(true) },
  KPI_ATTAINMENT: { maxAgeDays: whole(1, 3650, 30), minSample: wholeOrNone(1, 1_000_000_000) },
  UX_REVIEW: { minParticipants: whole(1, 10_000, 1) },
  MONITORING_PLAN: { reopenOnBreach: flag(false) },
  CHANGE_PLAN: {},
  DOCUMENT: {},
  CHECKLIST: {},
  SIGN_OFF: {},
  EXTERNAL_CHECK: {},
  TICKETS_DONE: {},
  EFFORT_SHARE: { category: text(60), minPercent: percent(), windowDays: whole(1, 3650, 90) },
};

const settingsFor = (kind: CriterionKind): readonly (readonly [string, Setting<unknown>])[] =>
  Object.entries(SETTINGS[kind]);

/** What a setting comes to: its default where nothing is said; undefined where it is missing without a default, or wrong. */
const valueOf = (setting: Setting<unknown>, name: string, settings: Readonly<Record<string, unknown>>): unknown =>
  Object.hasOwn(settings, name) ? setting.read(settings[name]) : setting.initial;

/**
 * The settings of a published criterion with defaults filled in. Days are whole days, `minPercent` is percent of 0 to 100.
 * Throws for settings that `problemsInSettings` finds fault with, for those are never published.
 */
export const settingsOf = <Kind extends CriterionKind>(
  kind: Kind,
  settings: Readonly<Record<string, unknown>>,
): CriterionSettings[Kind] => {
  const values = settingsFor(kind).map(([name, setting]) => {
    const value = valueOf(setting, name, settings);
    if (value === undefined) {
      throw new Error(`The setting ${name} of a published ${kind} does not hold ${setting.takes}.`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(values) as CriterionSettings[Kind];
};

/** What is wrong with one setting, by its name. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}

/**
 * Everything that is wrong with the settings of a criterion: names its kind does not know, what is missing, values of a
 * wrong type or out of range. Empty when all is well.
 */
export const problemsInSettings = (
  kind: CriterionKind,
  settings: Readonly<Record<string, unknown>>,
): readonly SettingProblem[] => {
  const known = settingsFor(kind);
  const names = known.map(([name]) => name);
  const unknown = Object.keys(settings)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      name,
      message: `${name} is no setting of ${kind}; ${names.length > 0 ? `it takes ${names.join(', ')}` : 'it takes none'}.`,
    }));
  const wrong = known
    .filter(([name, setting]) => valueOf(setting, name, settings) === undefined)
    .map(([name, setting]) => ({
      name,
      message: Object.hasOwn(settings, name)
        ? `The setting ${name} of ${kind} must be ${setting.takes}.`
        : `${kind} needs the setting ${name}: ${setting.takes}.`,
    }));
  return [...unknown, ...wrong];
};
