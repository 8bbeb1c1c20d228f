import type { PlannedVisit } from '../../../domain/imports/plan-row.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { AuditRecord } from '../../audit/commands/append-audit.js';
import { attributesOf, type Stamp } from '../persistence/initiative.repository.js';

/** What the audit trail says of an initiative that an import made. */
export const createdByImport = (
  initiative: Initiative,
  visits: readonly PlannedVisit[],
  templateVersion: number,
  stamp: Stamp,
): AuditRecord =>
  recordOf(initiative, stamp, 'initiative.created', {
    key: initiative.key,
    ...toldOf(initiative),
    templateVersion,
    externalRef: initiative.externalRef,
    visits,
    isImported: true,
  });

/** What the audit trail says of an initiative that an import changed: what was and what is, of that only which differs. */
export const changedByImport = (
  before: { readonly initiative: Initiative; readonly visits: readonly PlannedVisit[] },
  next: Initiative,
  visits: readonly PlannedVisit[] | null,
  stamp: Stamp,
): AuditRecord =>
  recordOf(next, stamp, 'initiative.updated', {
    version: next.version,
    ...differences(toldOf(before.initiative), toldOf(next)),
    ...(visits ? { visits: { from: before.visits, to: visits } } : {}),
    isImported: true,
  });

const toldOf = (initiative: Initiative) => ({
  ...attributesOf(initiative),
  stage: initiative.stageKey,
  status: initiative.status,
});

const differences = (from: ReturnType<typeof toldOf>, to: ReturnType<typeof toldOf>): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(to) as (keyof typeof to)[])
      .filter((name) => from[name] !== to[name])
      .map((name) => [name, { from: from[name], to: to[name] }]),
  );

const recordOf = (
  initiative: Initiative,
  stamp: Stamp,
  action: string,
  changes: AuditRecord['changes'],
): AuditRecord => ({
  initiativeId: initiative.id,
  portfolioId: initiative.portfolioId,
  at: stamp.at,
  actorId: stamp.by,
  action,
  subjectType: 'Initiative',
  subjectId: initiative.id,
  changes,
});
