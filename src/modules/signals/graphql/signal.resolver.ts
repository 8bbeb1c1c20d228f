import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { RecordSignals } from '../commands/record-signals.js';
import { RemoveSignalSource } from '../commands/remove-signal-source.js';
import { SetSignalSource } from '../commands/set-signal-source.js';
import { draftOf } from './reading-draft.js';
import { SignalSourceInput, SignalsRecordInput } from './signal.inputs.js';
import { SignalSourcePayload, SignalsRecordPayload } from './signal.types.js';

const NOTHING_RECORDED = { recorded: 0, duplicates: 0, refused: 0, rows: [] };

@Resolver()
export class SignalResolver {
  constructor(
    private readonly recordSignals: RecordSignals,
    private readonly setSource: SetSignalSource,
    private readonly removeSource: RemoveSignalSource,
  ) {}

  @Mutation(() => SignalsRecordPayload, {
    description:
      'Records values of signals of accepted monitoring plans, row by row; it takes ADMIN, PROGRAM_MANAGER or INTEGRATION. It is safe to repeat.',
  })
  @RefusedAs(NOTHING_RECORDED)
  async signalsRecord(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => SignalsRecordInput, description: 'The readings.' }) input: SignalsRecordInput,
  ) {
    const result = await this.recordSignals.run(viewer, input.readings.map(draftOf));
    return {
      ...NOTHING_RECORDED,
      ...payload(result, ({ rows, ...counts }) => ({
        ...counts,
        rows: rows.map(({ refusals, ...row }) => ({ ...row, userErrors: refusals })),
      })),
    };
  }

  @Mutation(() => SignalSourcePayload, {
    description:
      'Has the values of a signal asked for from a Prometheus; it takes ADMIN or PROGRAM_MANAGER. One source a signal: another takes its place.',
  })
  async signalSourceSet(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('signalName', { type: () => String, description: 'The signal, by its name in the plan in force.' })
    signalName: string,
    @Args('input', { type: () => SignalSourceInput, description: 'Whom to ask for what, and how often.' })
    input: SignalSourceInput,
  ) {
    const { url, query, intervalSeconds, bearerToken } = input;
    const request = { url, query, intervalSeconds, bearerToken };
    return payload(await this.setSource.run(viewer, initiativeId, signalName, request), (source) => ({ source }));
  }

  @Mutation(() => SignalSourcePayload, {
    description:
      'Has a signal asked for no more; its readings stay. It takes ADMIN or PROGRAM_MANAGER. Where none is set it is NOT_FOUND.',
  })
  async signalSourceRemove(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('signalName', { type: () => String, description: 'The signal, by name.' }) signalName: string,
  ) {
    return payload(await this.removeSource.run(viewer, initiativeId, signalName), () => ({}));
  }
}
