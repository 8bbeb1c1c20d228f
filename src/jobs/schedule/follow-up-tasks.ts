import type { ModuleRef } from '@nestjs/core';
import {
  RECLASSIFY_EFFORT,
  ReclassifyLater,
  type ReclassificationJob,
} from '../../modules/effort/commands/reclassify-later.js';
import { RELINK_TICKETS, type RelinkJob } from '../../modules/connections/commands/relink-later.js';
import { RelinkTickets } from '../../modules/tickets/commands/relink-tickets.js';
import type { Tasks } from '../../platform/jobs/job-runner.js';

export const FOLLOW_UP_TASKS = Symbol('follow-up tasks');

/** What commands leave to be finished by a job, whatever day it is. The names stand in the queue. */
export const followUpTasksIn = (modules: ModuleRef): Tasks => ({
  [RECLASSIFY_EFFORT]: (payload) => modules.get(ReclassifyLater, { strict: false }).run(payload as ReclassificationJob),
  [RELINK_TICKETS]: (payload) => modules.get(RelinkTickets, { strict: false }).run(payload as RelinkJob),
});
