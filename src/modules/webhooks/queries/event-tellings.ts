import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { headlineOf, offTarget } from '../../../domain/effort/headline.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { WebhookEventType } from '../../../domain/webhooks/event-type.js';
import type { Telling } from '../../../domain/webhooks/message.js';
import { tellEvent, type ToldEvent } from '../../../domain/webhooks/tell-event.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { EffortSplits } from '../../effort/queries/effort-splits.js';
import { CriterionChanges, type ToldGate } from '../../gates/queries/criterion-changes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { ToldNames } from './told-names.js';

/** An event of the audit trail that concerns endpoints. */
export interface OutboundEvent {
  readonly chain: string;
  readonly sequence: number;
  readonly portfolioId: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly action: string;
  readonly changes: Readonly<Record<string, unknown>>;
  /** What the gate said as of the event before it. */
  readonly last: ToldGate | null;
}

export interface EventTold {
  readonly tellings: readonly Telling[];
  readonly gate: ToldGate | null;
}

const INITIATIVE = 'initiative:';

@Injectable()
export class EventTellings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly names: ToldNames,
    private readonly criteria: CriterionChanges,
    private readonly splits: EffortSplits,
    private readonly url: PublicUrl,
  ) {}

  /** What is told of an event, of the kinds that are wanted; nothing where nothing of that kind really changed. */
  async of(event: OutboundEvent, wanted: ReadonlySet<WebhookEventType>, tx: Tx): Promise<EventTold> {
    const portfolio = await this.portfolios.get(event.portfolioId, tx);
    const initiativeId = event.chain.startsWith(INITIATIVE) ? event.chain.slice(INITIATIVE.length) : null;
    const told: ToldEvent = {
      action: event.action,
      changes: event.changes,
      sequence: event.sequence,
      portfolio: portfolio.key,
      actor: await this.names.ofUser(event.actorId, tx),
      initiative: initiativeId === null ? null : await this.names.ofInitiative(initiativeId, tx),
    };
    const plain = tellEvent(told);
    if (initiativeId === null) {
      const tellings = wanted.has('EFFORT_OFF_TARGET') ? await this.ofEffort(event, portfolio, told) : [];
      return { tellings, gate: null };
    }
    const changed = wanted.has('CRITERION_CHANGED')
      ? await this.ofCriteria(event, initiativeId, told, tx)
      : { tellings: [], gate: null };
    return { tellings: [...plain, ...changed.tellings], gate: changed.gate };
  }

  private async ofCriteria(event: OutboundEvent, initiativeId: string, told: ToldEvent, tx: Tx): Promise<EventTold> {
    const looked = await this.criteria.at(initiativeId, event.at, event.last, tx);
    const { sequence, portfolio, actor, initiative } = told;
    if (!looked || initiative === null) {
      return { tellings: [], gate: null };
    }
    const { told: gate, changes } = looked;
    return {
      gate,
      tellings:
        changes.length === 0
          ? []
          : [
              {
                kind: 'CRITERION_CHANGED',
                data: { sequence, portfolio, actor, initiative, gate: gate.gate, criteria: changes },
              },
            ],
    };
  }

  private async ofEffort(
    { changes, at }: OutboundEvent,
    portfolio: Portfolio,
    { sequence, actor }: ToldEvent,
  ): Promise<readonly Telling[]> {
    const { from, to } = changes as { from: CalendarDate; to: CalendarDate };
    const split = await this.splits.ofPortfolio(portfolio, { from, to, asOf: at }, 'NONE');
    const off = offTarget(split.shares);
    if (off.length === 0) {
      return [];
    }
    const categories = off.map(({ category, percent, verdict }) => ({
      category: category.name,
      percent,
      targetPercent: category.targetPercent,
      verdict,
    }));
    const url = this.url.of(`/p/${portfolio.key}?tab=effort`);
    return [
      {
        kind: 'EFFORT_OFF_TARGET',
        data: { sequence, portfolio: portfolio.key, actor, from, to, url, headline: headlineOf(split), categories },
      },
    ];
  }
}
