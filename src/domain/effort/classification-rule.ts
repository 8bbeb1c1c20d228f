/** What is known of a piece of work beside its amount, day and people: what rules look at. */
export interface WorkTraits {
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly ticketType: string | null;
  readonly projectKey: string | null;
  /** The connection to a tool it came in by; null for work that somebody or something sent by the API. */
  readonly connectionId: string | null;
}

/** Work of which nothing of the kind is known. */
export const NO_TRAITS: WorkTraits = {
  labels: [],
  components: [],
  ticketType: null,
  projectKey: null,
  connectionId: null,
};

/** What a rule asks of a piece of work. An empty list, and no connection, ask for nothing. */
export interface RuleConditions {
  readonly connectionId: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly ticketTypes: readonly string[];
  readonly projectKeys: readonly string[];
}

/** A rule of a portfolio: work like this is of this category, tickets like this belong to this initiative, or both. */
export interface ClassificationRule extends RuleConditions {
  /** Unique among the rules of a version, in whichever case it is written. */
  readonly name: string;
  readonly categoryKey: string | null;
  readonly initiativeKey: string | null;
  /** The criterion of that initiative tickets like this are to be done for; null: none. */
  readonly criterionKey: string | null;
}

/** A published version of the rules of a portfolio, counted from 1. Their order is their rank: the first match wins. */
export interface RulesVersion {
  readonly version: number;
  readonly rules: readonly ClassificationRule[];
}
