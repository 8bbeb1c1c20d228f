import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { KpiType } from './kpi.types.js';

@ObjectType('KpiPayload', { description: 'The KPI, or why not.' })
export class KpiPayload extends Payload {
  @Field(() => KpiType, { nullable: true, description: 'The KPI; null when refused.' })
  kpi?: KpiType;
}

@ObjectType('KpiMeasurementsPayload', {
  description:
    'What became of a batch of measurements: all of it was taken, or none. The same (source, externalId) again with the same values is a duplicate, with others IDEMPOTENCY_MISMATCH.',
})
export class KpiMeasurementsPayload extends Payload {
  @Field(() => Int, { description: 'How many are new; 0 when refused.' })
  recorded: number;

  @Field(() => Int, { description: 'How many were known before with the same values; 0 when refused.' })
  duplicates: number;
}
