import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { problemsIn } from '../../../platform/graphql/arguments.pipe.js';
import { isUnreadable, type Unreadable } from '../../../platform/graphql/unreadable.js';
import type { EffortEntryInput } from './effort.inputs.js';

/** The values of a row as they were sent. */
export type SentEntry = Pick<EffortEntryInput, keyof EffortEntryInput>;

const read = <T>(value: T | Unreadable): T | null => (isUnreadable(value) ? null : value);

/** One row as the command takes it; what could not be read or stored is told as a problem of this row. */
export const draftOf = (input: SentEntry, index: number): EffortDraft => ({
  initiativeKey: input.initiativeKey,
  categoryKey: input.categoryKey ?? null,
  amount: read(input.amount),
  unit: input.unit ?? 'HOURS',
  workedOn: read(input.workedOn),
  person: input.person ?? null,
  note: input.note ?? null,
  labels: input.labels ?? [],
  components: input.components ?? [],
  ticketType: input.ticketType ?? null,
  projectKey: input.projectKey ?? null,
  connectionId: null,
  source: input.source,
  externalId: input.externalId,
  method: input.method ?? 'MANUAL',
  problems: [...problemsIn(input, ['entries', String(index)])],
});
