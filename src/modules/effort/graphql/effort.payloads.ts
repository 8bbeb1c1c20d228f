import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RecordStatus } from '../../../domain/effort/plan-batch.js';
import { Payload, UserError } from '../../../platform/graphql/user-error.types.js';
import { EffortRecordStatus } from './effort.enums.js';

@ObjectType('EffortRecordRow', { description: 'What became of one row.' })
export class EffortRecordRow {
  @Field(() => Int, { description: 'Its place in what was sent, from 0.' })
  index: number;

  @Field(() => EffortRecordStatus, { description: 'What became of it.' })
  status: RecordStatus;

  @Field(() => [UserError], { description: 'Why it was refused; empty unless it was.' })
  userErrors: UserError[];
}

@ObjectType('EffortRecordPayload', {
  description:
    'Row by row: a bad row refuses itself only. The same (source, externalId) with other values is a correction: a reversal and a new entry.',
})
export class EffortRecordPayload extends Payload {
  @Field(() => Int, { description: 'How many rows are new in the ledger.' })
  recorded: number;

  @Field(() => Int, { description: 'How many rows were there already with the same values.' })
  duplicates: number;

  @Field(() => Int, { description: 'How many rows were there with other values, and were corrected.' })
  corrected: number;

  @Field(() => Int, {
    description: 'How many rows would write into a closed period, and wait for somebody to accept or refuse them.',
  })
  queued: number;

  @Field(() => Int, { description: 'How many rows were refused.' })
  refused: number;

  @Field(() => [EffortRecordRow], { description: 'Every row, in the order sent.' })
  rows: EffortRecordRow[];
}

@ObjectType('EffortDeletePayload', {
  description: 'How many entries were taken back. A deletion is a reversal; deleting again is a no-op.',
})
export class EffortDeletePayload extends Payload {
  @Field(() => Int, { description: 'How many entries were taken back by this call.' })
  deleted: number;

  @Field(() => Int, {
    description:
      'How many are of a closed period: they stay, and their deletion waits for somebody to accept or refuse it.',
  })
  queued: number;
}
