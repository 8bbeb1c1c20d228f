import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { DefineKpi } from '../commands/define-kpi.js';
import { RecordMeasurements } from '../commands/record-measurements.js';
import { ReviseKpi } from '../commands/revise-kpi.js';
import { requestIn } from './kpi-request.js';
import { KpiDefineInput, KpiMeasurementInput } from './kpi.inputs.js';
import { KpiMeasurementsPayload, KpiPayload } from './kpi.payloads.js';

const NOTHING_RECORDED = { recorded: 0, duplicates: 0 };

@Resolver()
export class KpiResolver {
  constructor(
    private readonly defineKpi: DefineKpi,
    private readonly reviseKpi: ReviseKpi,
    private readonly recordMeasurements: RecordMeasurements,
  ) {}

  @Mutation(() => KpiPayload, { description: 'Defines a KPI of an initiative; it takes PROGRAM_MANAGER.' })
  async kpiDefine(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => KpiDefineInput, description: 'The KPI.' }) input: KpiDefineInput,
  ) {
    return payload(await this.defineKpi.run(viewer, initiativeId, requestIn(input)), (kpi) => ({ kpi }));
  }

  @Mutation(() => KpiPayload, {
    description:
      'Makes the next version of a KPI, stated whole, with a reason; it takes PROGRAM_MANAGER. All versions stay visible, and those made after baselines froze are told apart.',
  })
  async kpiRevise(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The KPI.' }) id: string,
    @Args('input', { type: () => KpiDefineInput, description: 'All that it is to say from now on.' })
    input: KpiDefineInput,
    @Args('reason', { type: () => String, description: 'Why, 1 to 4,000 characters.' }) reason: string,
  ) {
    return payload(await this.reviseKpi.run(viewer, id, requestIn(input), reason), (kpi) => ({ kpi }));
  }

  @Mutation(() => KpiMeasurementsPayload, {
    description:
      'Records measured values, all of them or none; it takes PROGRAM_MANAGER or INTEGRATION. It is safe to repeat where every measurement has an externalId.',
  })
  @RefusedAs(NOTHING_RECORDED)
  async kpiMeasurementsRecord(
    @Viewing() viewer: Viewer,
    @Args('measurements', { type: () => [KpiMeasurementInput], description: 'The measured values, at most 1,000.' })
    measurements: KpiMeasurementInput[],
  ) {
    const result = await this.recordMeasurements.run(
      viewer,
      measurements.map(({ kpiId, value, measuredOn, sampleSize = null, source, externalId = null }) => ({
        kpiId,
        value,
        measuredOn,
        sampleSize,
        source,
        externalId,
      })),
    );
    return { ...NOTHING_RECORDED, ...payload(result, (recorded) => recorded) };
  }
}
