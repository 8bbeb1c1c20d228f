import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { DefineKpi } from '../commands/define-kpi.js';
import { RecordMeasurements } from '../commands/record-measurements.js';
import { KpiDefineInput, KpiMeasurementInput } from './kpi.inputs.js';
import { KpiMeasurementsPayload, KpiPayload } from './kpi.payloads.js';

const NOTHING_RECORDED = { recorded: 0, duplicates: 0 };

@Resolver()
export class KpiResolver {
  constructor(
    private readonly defineKpi: DefineKpi,
    private readonly recordMeasurements: RecordMeasurements,
  ) {}

  @Mutation(() => KpiPayload, { description: 'Defines a KPI of an initiative; it takes PROGRAM_MANAGER.' })
  async kpiDefine(
    @Viewing() viewer: Viewer,
    @Args('initiativeId', { type: () => ID, description: 'The initiative.' }) initiativeId: string,
    @Args('input', { type: () => KpiDefineInput, description: 'The KPI.' }) input: KpiDefineInput,
  ) {
    const { name, unit, role, class: kpiClass, direction, dataSource, ownerId = null } = input;
    const { baselineValue = null, baselineMeasuredOn = null, baselineSampleSize = null } = input;
    const { target = null, rangeLow = null, rangeHigh = null, targetDate = null } = input;
    const result = await this.defineKpi.run(viewer, initiativeId, {
      ...{ name, unit, role, class: kpiClass, direction, dataSource, ownerId },
      ...{ baselineValue, baselineMeasuredOn, baselineSampleSize },
      ...{ target, rangeLow, rangeHigh, targetDate },
    });
    return payload(result, (kpi) => ({ kpi }));
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
