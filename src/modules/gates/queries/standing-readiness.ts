import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { askedBy, knownSince } from '../../../domain/gates/asked-facts.js';
import { asksForSignals } from '../../../domain/gates/criteria/monitoring-plan.js';
import type { GateDefinition, InitiativeFacts } from '../../../domain/gates/gate.js';
import { Clock } from '../../../platform/clock.js';
import { batchLoader } from '../../../platform/graphql/loader.js';
import { InitiativeCompanions } from '../../initiatives/queries/initiative-companions.js';
import { FactsOfSignals } from './facts-of-signals.js';
import { answerOf, type GateReadiness } from './gate-answer.js';
import type { StandingGate } from './gates-in-force.js';
import { StandingFacts, type ToldFacts } from './standing-facts.js';

/** So many gates are remembered, those that were asked about last: some 40 MB at most. */
const MOST_KEPT = 10_000;

/** What is remembered of a gate of an initiative. */
interface Remembered {
  readonly definition: GateDefinition;
  /** How many events the trail of the initiative had before its facts were read. */
  readonly head: number;
  readonly timeZone: string;
  /** What it says and on which day; of one that asks for work, the facts that it says it by. */
  readonly outcome:
    { readonly on: CalendarDate; readonly readiness: GateReadiness } | { readonly on: null; readonly facts: ToldFacts };
}

/** A gate that asks for what changes without the trail of the initiative telling of it. */
const asksForWork = (gate: GateDefinition): boolean => {
  const { effortDays, tickets } = askedBy([gate]);
  return tickets || effortDays > 0 || asksForSignals(gate);
};

const keyOf = ({ initiativeId, definition }: StandingGate): string => `${initiativeId}:${definition.key}`;

/**
 * What gates say as of now. What a gate looks at is read once, and again when the audit trail of the initiative has grown, for nothing of
 * it changes without an event in there: but effort, tickets and signals, which are read each time. What it says besides hangs on
 * the day alone.
 */
@Injectable()
export class StandingReadiness {
  private readonly remembered = new LRUCache<string, Remembered>({ max: MOST_KEPT });
  private readonly asked = batchLoader<StandingGate, GateReadiness>((gates, scope) => this.answer(scope, gates), keyOf);

  constructor(
    private readonly companions: InitiativeCompanions,
    private readonly facts: StandingFacts,
    private readonly signals: FactsOfSignals,
    private readonly clock: Clock,
  ) {}

  of(scope: object, gate: StandingGate): Promise<GateReadiness> {
    return this.asked.load(scope, gate);
  }

  private async answer(scope: object, gates: readonly StandingGate[]): Promise<readonly GateReadiness[]> {
    const known = await this.known(scope, gates);
    const at = this.clock.now();
    const atWork = new Map<StandingGate, ToldFacts>();
    for (const [gate, { outcome }] of known) {
      if (outcome.on === null) {
        atWork.set(gate, outcome.facts);
      }
    }
    const whole = await this.withWork(atWork, at);
    return Promise.all(
      gates.map(async (gate) => {
        const { outcome } = known.get(gate) as Remembered;
        const facts = whole.get(gate.initiativeId) as InitiativeFacts;
        return outcome.on === null
          ? answerOf(gate.definition, await this.signals.loadWith(scope, facts, gate, at), at)
          : outcome.readiness;
      }),
    );
  }

  private async withWork(
    gates: ReadonlyMap<StandingGate, ToldFacts>,
    at: Instant,
  ): Promise<ReadonlyMap<string, InitiativeFacts>> {
    if (gates.size === 0) {
      return new Map();
    }
    const told = new Map([...gates].map(([{ initiativeId }, facts]) => [initiativeId, facts]));
    return this.facts.withWork(told, askedBy([...gates.keys()].map(({ definition }) => definition)), at);
  }

  /** What the trail tells of, of each gate; read where it is not remembered. */
  private async known(scope: object, gates: readonly StandingGate[]): Promise<ReadonlyMap<StandingGate, Remembered>> {
    // Before the facts: those may be newer than the head they are kept by, and never older.
    const heads = await this.heads(scope, gates);
    const at = this.clock.now();
    const known = new Map<StandingGate, Remembered>();
    const unknown: StandingGate[] = [];
    for (const gate of gates) {
      const remembered = this.remembered.get(keyOf(gate));
      if (remembered && holds(remembered, gate, heads.get(gate.initiativeId) ?? 0, at)) {
        known.set(gate, remembered);
      } else {
        unknown.push(gate);
      }
    }
    if (unknown.length > 0) {
      const ids = [...new Set(unknown.map(({ initiativeId }) => initiativeId))];
      const told = await this.facts.told(ids, askedBy(unknown.map(({ definition }) => definition)), at);
      for (const gate of unknown) {
        known.set(gate, this.remember(gate, heads.get(gate.initiativeId) ?? 0, told.get(gate.initiativeId), at));
      }
    }
    return known;
  }

  private remember(gate: StandingGate, head: number, facts: ToldFacts | undefined, at: Instant): Remembered {
    if (!facts) {
      throw new Error(`Initiative ${gate.initiativeId} is referred to but not there.`);
    }
    const { definition } = gate;
    const { timeZone } = facts;
    const whole = { ...facts, effort: [], tickets: [] };
    const outcome = asksForWork(definition)
      ? { on: null, facts }
      : { on: dateAt(at, timeZone), readiness: answerOf(definition, whole, at) };
    const remembered = { definition, head, timeZone, outcome };
    // What another process recorded by a clock that is ahead is not known yet, and will be without an event.
    const since = knownSince(whole);
    if (since === null || since <= at) {
      this.remembered.set(keyOf(gate), remembered);
    }
    return remembered;
  }

  private async heads(scope: object, gates: readonly StandingGate[]): Promise<ReadonlyMap<string, number>> {
    const known = await Promise.all(gates.map(({ initiativeId }) => this.companions.of.load(scope, initiativeId)));
    return new Map(known.map(({ id, trailLength }) => [id, trailLength]));
  }
}

const holds = (
  { definition, head, timeZone, outcome }: Remembered,
  gate: StandingGate,
  now: number,
  at: Instant,
): boolean =>
  definition === gate.definition && head === now && (outcome.on === null || outcome.on === dateAt(at, timeZone));
