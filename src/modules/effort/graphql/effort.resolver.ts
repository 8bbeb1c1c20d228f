import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { DeleteEffort } from '../commands/delete-effort.js';
import { RecordEffort } from '../commands/record-effort.js';
import { draftOf } from './effort-draft.js';
import { EffortEntryInput } from './effort.inputs.js';
import { EffortDeletePayload, EffortRecordPayload } from './effort.payloads.js';

const NOTHING_RECORDED = { recorded: 0, duplicates: 0, corrected: 0, queued: 0, refused: 0, rows: [] };
const NOTHING_DELETED = { deleted: 0, queued: 0 };

@Resolver()
export class EffortResolver {
  constructor(
    private readonly recordEffort: RecordEffort,
    private readonly deleteEffort: DeleteEffort,
  ) {}

  @Mutation(() => EffortRecordPayload, {
    description: 'Records up to 5,000 entries of effort, row by row. It takes PROGRAM_MANAGER, INTEGRATION or ADMIN.',
  })
  @RefusedAs(NOTHING_RECORDED)
  async effortRecord(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('entries', {
      type: () => [EffortEntryInput],
      description: 'The entries, at most 5,000; a bad one refuses itself only.',
    })
    entries: EffortEntryInput[],
  ) {
    const result = await this.recordEffort.run(viewer, portfolioKey, entries.map(draftOf));
    return {
      ...NOTHING_RECORDED,
      ...payload(result, ({ rows, ...counts }) => ({
        ...counts,
        rows: rows.map(({ index, status, refusals }) => ({ index, status, userErrors: refusals })),
      })),
    };
  }

  @Mutation(() => EffortDeletePayload, {
    description: 'Takes entries of effort back, by reversals. It takes PROGRAM_MANAGER, INTEGRATION or ADMIN.',
  })
  @RefusedAs(NOTHING_DELETED)
  async effortDelete(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('source', { type: () => String, description: 'Which tool or file the entries came from.' }) source: string,
    @Args('externalIds', { type: () => [String], description: 'What they are called there, at most 5,000.' })
    externalIds: string[],
  ) {
    return {
      ...NOTHING_DELETED,
      ...payload(await this.deleteEffort.run(viewer, portfolioKey, source, externalIds), (done) => done),
    };
  }
}
