import type { Instant } from '../basics/instant.js';
import type { InitiativeAttributes, InitiativeStatus } from '../initiatives/initiative.js';
import type { Course, Entry, Remark } from './visits.js';

/** What a change of status by an import gives as its reason; any other reason is a decision made here. */
export const IMPORT_REASON = 'Import';

/** What is said of an initiative, with its people found. */
export type StatedAttributes = Partial<InitiativeAttributes & { readonly status: InitiativeStatus }>;

/** A row whose people are found, ready to be compared with what stands. */
export interface RowToPlan {
  readonly externalRef: string;
  readonly stated: StatedAttributes;
  /** Everything a new initiative gets where the file says nothing. */
  readonly assumed: StatedAttributes;
  readonly course: Course;
  /** Where a new initiative stands when the file does not say. */
  readonly assumedStage: string;
}

export interface PlannedVisit extends Entry {
  readonly leftAt: Instant | null;
}

/** An initiative that stands already under the row's externalRef. */
export interface Standing {
  readonly key: string;
  readonly attributes: InitiativeAttributes;
  readonly stageKey: string;
  readonly status: InitiativeStatus;
  /** In order of time; the last one is open. */
  readonly visits: readonly PlannedVisit[];
  /** Whether it was moved, held, resumed, killed, reopened or put on another template version by anything but an import. */
  readonly isMovedHere: boolean;
  /** Keys of the stages of its own template version. */
  readonly stageKeys: readonly string[];
}

export interface NewPlan {
  readonly attributes: InitiativeAttributes;
  readonly status: InitiativeStatus;
  readonly visits: readonly PlannedVisit[];
}

export interface ChangePlan {
  readonly attributes: InitiativeAttributes;
  /** Null: as it stands. */
  readonly status: InitiativeStatus | null;
  /** Null: as they stand. */
  readonly visits: readonly PlannedVisit[] | null;
  readonly isChanged: boolean;
  readonly warnings: readonly Remark[];
}

const NEW = {
  solutionType: null,
  investmentClass: 'CORE',
  riskTier: 'LIMITED',
  businessUnit: null,
  sponsorId: null,
  defaultCategoryKey: null,
} as const satisfies Partial<InitiativeAttributes>;

/** The initiative a row makes that stands nowhere yet. Its stage, where that is not dated, begins at `now`. */
export const planNew = (row: RowToPlan, now: Instant): NewPlan => {
  const { status = 'ACTIVE', ...attributes } = {
    ...NEW,
    ...withoutNulls(row.assumed),
    ...withoutNullNeeded(row.stated),
  };
  const stageKey = row.course.stageKey ?? row.assumedStage;
  return { attributes: attributes as InitiativeAttributes, status, visits: visitsOf(row.course.dated, stageKey, now) };
};

/**
 * What a row changes of an initiative that stands: what the file says is taken over; where it says nothing, and for what is
 * only a default of the mapping, the initiative keeps what it has. An initiative that was moved in the product keeps its
 * stage, its visits and its status, with a warning where the file says otherwise: an import undoes no decision.
 */
export const planChange = (row: RowToPlan, standing: Standing, now: Instant): ChangePlan => {
  const { status: statedStatus, ...stated } = withoutNullNeeded(row.stated);
  const attributes = { ...standing.attributes, ...stated };
  const visits = plannedVisits(row.course, standing, now);
  const wanted = {
    status: statedStatus === undefined || statedStatus === standing.status ? null : statedStatus,
    visits: sameVisits(visits, standing.visits) ? null : visits,
  };
  const warning = reasonToKeep(standing, wanted);
  const { status, visits: changed } = warning === null ? wanted : { status: null, visits: null };
  return {
    attributes,
    status,
    visits: changed,
    isChanged: status !== null || changed !== null || !sameAttributes(attributes, standing.attributes),
    warnings: warning === null || warning === '' ? [] : [{ column: null, value: null, reason: warning }],
  };
};

/** Null: nothing to keep. Empty: kept, and nothing to tell, for the file says the same of stage and status. */
const reasonToKeep = (
  standing: Standing,
  wanted: { readonly status: InitiativeStatus | null; readonly visits: readonly PlannedVisit[] | null },
): string | null => {
  const stageKey = wanted.visits?.at(-1)?.stageKey ?? standing.stageKey;
  const stands = `${standing.key} stands in ${standing.stageKey} and is ${standing.status}`;
  if (standing.isMovedHere) {
    return stageKey === standing.stageKey && wanted.status === null
      ? ''
      : `${stands} by what was decided since it was imported, or is under review at its gate; the file says ${stageKey} and ${wanted.status ?? standing.status}. The gate counts.`;
  }
  const unknown = wanted.visits?.find((visit) => !standing.stageKeys.includes(visit.stageKey));
  return unknown ? `${stands}; its version of the template has no stage ${unknown.stageKey}, so it stays there.` : null;
};

/** Visits one after the other from their entries; the stage where it stands begins at `from` where it is not dated. */
const visitsOf = (dated: readonly Entry[], stageKey: string, from: Instant): readonly PlannedVisit[] => {
  const entries = dated.at(-1)?.stageKey === stageKey ? dated : [...dated, { stageKey, enteredAt: from }];
  return entries.map((entry, position) => ({ ...entry, leftAt: entries[position + 1]?.enteredAt ?? null }));
};

const plannedVisits = ({ dated, stageKey }: Course, standing: Standing, now: Instant): readonly PlannedVisit[] => {
  const current = stageKey ?? standing.stageKey;
  const last = dated.at(-1);
  // What the file cannot date, an earlier import saw: that stays, or every import would begin the stage anew.
  const continues = dated.every((entry, position) => {
    const visit = standing.visits[position];
    return visit?.stageKey === entry.stageKey && visit.enteredAt === entry.enteredAt;
  });
  if (!last || (continues && last.stageKey !== current)) {
    return visitsOf(standing.visits, current, now);
  }
  const open = standing.visits.at(-1);
  const isKnown = open?.stageKey === current && open.enteredAt >= last.enteredAt;
  return visitsOf(dated, current, isKnown ? open.enteredAt : now);
};

const sameVisits = (a: readonly PlannedVisit[], b: readonly PlannedVisit[]): boolean =>
  a.length === b.length &&
  a.every((visit, position) => {
    const other = b[position];
    return other?.stageKey === visit.stageKey && other.enteredAt === visit.enteredAt && other.leftAt === visit.leftAt;
  });

const sameAttributes = (a: InitiativeAttributes, b: InitiativeAttributes): boolean =>
  (Object.keys(a) as (keyof InitiativeAttributes)[]).every((name) => a[name] === b[name]);

const withoutNulls = (attributes: StatedAttributes): StatedAttributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

const NULLABLE: readonly string[] = ['solutionType', 'businessUnit', 'sponsorId'];

/** A map may say "none" only of what an initiative can be without; of all else it says nothing. */
const withoutNullNeeded = (attributes: StatedAttributes): StatedAttributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name, value]) => value !== null || NULLABLE.includes(name)));
