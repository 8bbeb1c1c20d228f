import { readingField, type ReadingDraft } from '../../../domain/signals/check-reading.js';
import { problemsIn } from '../../../platform/graphql/arguments.pipe.js';
import { isUnreadable, type Unreadable } from '../../../platform/graphql/unreadable.js';
import type { SignalReadingInput } from './signal.inputs.js';

const read = <T>(value: T | Unreadable): T | null => (isUnreadable(value) ? null : value);

/** One row as the command takes it; what could not be read or stored is told as a problem of this row. */
export const draftOf = (input: SignalReadingInput, index: number): ReadingDraft => ({
  initiativeKey: input.initiativeKey,
  signal: input.signal,
  at: read(input.at),
  value: read(input.value),
  source: input.source,
  externalId: input.externalId ?? null,
  problems: [...problemsIn(input, readingField(index, '').slice(0, -1))],
});
