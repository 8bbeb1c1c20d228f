import type { CriterionKind } from '../gate.js';
import type { Assessor } from './assessor.js';
import { assessChangePlan } from './change-plan.js';
import { assessChecklist } from './checklist.js';
import { assessDocument } from './document.js';
import { assessEffortShare } from './effort-share.js';
import { assessExternalCheck } from './external-check.js';
import { assessKpiAttainment } from './kpi-attainment.js';
import { assessKpiContract } from './kpi-contract.js';
import { assessMonitoringPlan } from './monitoring-plan.js';
import { assessSignOff } from './sign-off.js';
import { assessTicketsDone } from './tickets-done.js';
import { assessUxReview } from './ux-review.js';

/** The rule of every kind of criterion. A kind without one does not compile. */
export const ASSESSORS: { readonly [Kind in CriterionKind]: Assessor<Kind> } = {
  KPI_CONTRACT: assessKpiContract,
  KPI_ATTAINMENT: assessKpiAttainment,
  UX_REVIEW: assessUxReview,
  MONITORING_PLAN: assessMonitoringPlan,
  CHANGE_PLAN: assessChangePlan,
  DOCUMENT: assessDocument,
  CHECKLIST: assessChecklist,
  SIGN_OFF: assessSignOff,
  EXTERNAL_CHECK: assessExternalCheck,
  TICKETS_DONE: assessTicketsDone,
  EFFORT_SHARE: assessEffortShare,
};
