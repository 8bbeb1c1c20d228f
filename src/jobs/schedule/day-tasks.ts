import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import type { CalendarDate } from '../../domain/basics/calendar-date.js';
import { OpenBenefitsReviews } from '../../modules/benefits/commands/open-benefits-reviews.js';
import { NoteStaleEvidence } from '../../modules/evidence/commands/note-stale-evidence.js';
import { BreachConditions } from '../../modules/gates/commands/breach-conditions.js';
import { ReviewStuckPocs } from '../../modules/gates/commands/review-stuck-pocs.js';
import { NoteOverdueReviews } from '../../modules/gates/commands/note-overdue-reviews.js';
import { ExpireWaivers } from '../../modules/waivers/commands/expire-waivers.js';

/** A verb that is carried out at the beginning of every day of a portfolio. Carried out again it finds done what is done. */
export interface DayVerb {
  run(portfolioId: string, today: CalendarDate): Promise<unknown>;
}

export interface DayTask extends DayVerb {
  readonly name: string;
}

/**
 * What is done at the beginning of a day, in this order. The names stand in the queue: one that is changed leaves the jobs
 * that wait under the old one behind.
 */
const VERBS: Readonly<Record<string, Type<DayVerb>>> = {
  'breach-conditions': BreachConditions,
  'expire-waivers': ExpireWaivers,
  'review-stuck-pocs': ReviewStuckPocs,
  'note-overdue-reviews': NoteOverdueReviews,
  'note-stale-evidence': NoteStaleEvidence,
  'open-benefits-reviews': OpenBenefitsReviews,
};

export const DAY_TASKS = Symbol('day tasks');

export const dayTasksIn = (modules: ModuleRef): readonly DayTask[] =>
  Object.entries(VERBS).map(([name, verb]) => ({
    name,
    run: (portfolioId, today) => modules.get(verb, { strict: false }).run(portfolioId, today),
  }));
