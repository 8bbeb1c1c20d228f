import type { EvidenceContent } from '../../../domain/gates/evidence.js';
import { fault } from '../../../platform/faults.js';
import type { EvidenceInput } from './evidence.inputs.js';
import type { MonitoredSignalInput } from './plan.inputs.js';

/** The content of a piece of evidence from the one input that was given; what was left out is null. */
export const contentOf = (input: EvidenceInput): EvidenceContent => planIn(input) ?? statementIn(input);

const planIn = ({ uxReview, monitoringPlan, changePlan }: EvidenceInput): EvidenceContent | null => {
  if (uxReview) {
    const {
      summary,
      method,
      participants,
      conductedOn,
      susScore = null,
      taskSuccessPercent = null,
      url = null,
    } = uxReview;
    const findings = uxReview.findings.map(({ severity, title, resolved }) => ({ severity, title, resolved }));
    return {
      kind: 'UX_REVIEW',
      summary,
      method,
      participants,
      conductedOn,
      susScore,
      taskSuccessPercent,
      findings,
      url,
    };
  }
  if (monitoringPlan) {
    const {
      summary,
      effectiveOn,
      runbookUrl,
      rollbackProcedure,
      onCall,
      reviewCadenceDays,
      url = null,
    } = monitoringPlan;
    const signals = monitoringPlan.signals.map(signalIn);
    return {
      kind: 'MONITORING_PLAN',
      summary,
      effectiveOn,
      signals,
      runbookUrl,
      rollbackProcedure,
      onCall,
      reviewCadenceDays,
      url,
    };
  }
  if (changePlan) {
    const { summary, effectiveOn, communications, supportContact, changeOwner, url = null } = changePlan;
    const { adoptionTargetPercent, adoptionTargetDate } = changePlan;
    const groups = changePlan.groups.map(({ name, people, impact, training }) => ({ name, people, impact, training }));
    return {
      kind: 'CHANGE_PLAN',
      summary,
      effectiveOn,
      groups,
      communications,
      supportContact,
      adoptionTargetPercent,
      adoptionTargetDate,
      changeOwner,
      url,
    };
  }
  return null;
};

const signalIn = (signal: MonitoredSignalInput) => {
  const { name, kind, kpiId = null, cadenceHours, alertChannel, owner } = signal;
  const { warnAbove = null, warnBelow = null, breachAbove = null, breachBelow = null } = signal;
  return { name, kind, kpiId, warnAbove, warnBelow, breachAbove, breachBelow, cadenceHours, alertChannel, owner };
};

const statementIn = ({ document, checklist, signOff, externalCheck }: EvidenceInput): EvidenceContent => {
  if (document) {
    const { summary, url, effectiveOn } = document;
    return { kind: 'DOCUMENT', summary, url, effectiveOn };
  }
  if (checklist) {
    const { summary, effectiveOn } = checklist;
    const items = checklist.items.map(({ label, done, note = null }) => ({ label, done, note }));
    return { kind: 'CHECKLIST', summary, effectiveOn, items };
  }
  if (signOff) {
    const { statement, effectiveOn } = signOff;
    return { kind: 'SIGN_OFF', statement, effectiveOn };
  }
  if (externalCheck) {
    const { name, passed, url, checkedAt, externalId } = externalCheck;
    return { kind: 'EXTERNAL_CHECK', name, passed, url, checkedAt, externalId };
  }
  // GraphQL itself asks for exactly one; this is for a caller that came around it.
  throw fault('BAD_USER_INPUT', 'input takes exactly one kind of evidence.');
};
