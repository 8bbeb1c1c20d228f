import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CriterionStatus } from '../../../domain/gates/gate.js';
import type { GateStanding } from '../../../domain/pipeline/migration-readiness.js';
import type { MigrationEffect, MigrationEffectKind } from '../../../domain/pipeline/migration-effect.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { CriterionStatusEnum } from '../../gates/graphql/gate.enums.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { StageDefinitionType } from '../../templates/graphql/template.types.js';
import type { PreviewedMigration } from '../queries/migration-preview.js';
import { TemplateMigrationEffectKind } from './template-migration.enums.js';

@ObjectType('TemplateMigrationEffect', {
  description: 'One thing that a move to a newer version does to an initiative.',
})
export class TemplateMigrationEffectType implements MigrationEffect {
  @Field(() => TemplateMigrationEffectKind, { description: 'What it is, for machines.' })
  kind: MigrationEffectKind;

  @Field(() => String, { description: 'What it is, for people.' })
  message: string;

  @Field(() => Boolean, { description: 'Whether the initiative cannot move while this is so.' })
  blocks: boolean;

  @Field(() => String, { nullable: true, description: 'The stage it is about, by its key in the version it is on.' })
  stageKey: string | null;

  @Field(() => String, { nullable: true, description: 'The gate it is about, by its key.' })
  gateKey: string | null;

  @Field(() => String, { nullable: true, description: 'The criterion it is about, by its key.' })
  criterionKey: string | null;

  @Field(() => CriterionStatusEnum, {
    nullable: true,
    description: 'What the criterion says today; null where the version it is on does not ask for it from here on.',
  })
  statusBefore: CriterionStatus | null;

  @Field(() => CriterionStatusEnum, {
    nullable: true,
    description: 'What it would say today; null where the newer version does not ask for it from here on.',
  })
  statusAfter: CriterionStatus | null;

  @Field(() => [ID], { description: 'What would count no more, by id; empty with any kind but ORPHANED_EVIDENCE.' })
  referenceIds: string[];
}

@ObjectType('GateStanding', { description: 'How near the gate at the exit of a stage is.' })
export class GateStandingType implements GateStanding {
  @Field(() => String, { description: 'The gate, by its key.' })
  gateKey: string;

  @Field(() => Boolean, { description: 'Whether GO would not be refused for what it asks.' })
  ready: boolean;

  @Field(() => Int, { description: 'How many of the must-meet criteria that apply are MET; a WAIVED one is not.' })
  metCount: number;

  @Field(() => Int, { description: 'How many must-meet criteria apply.' })
  mustMeetCount: number;
}

@ObjectType('TemplateMigrationPreview', {
  description: 'What a move to a newer version of its template would give to and take from an initiative.',
})
export class TemplateMigrationPreviewType implements PreviewedMigration {
  @Field(() => InitiativeType, { description: 'The initiative as it stands.' })
  initiative: PreviewedMigration['initiative'];

  @Field(() => Int, { description: 'The version it is on.' })
  fromVersion: number;

  @Field(() => StageDefinitionType, { description: 'Where it stands.' })
  fromStage: StageDefinitionType;

  @Field(() => StageDefinitionType, {
    nullable: true,
    description: 'Where it would stand in the newer version; null where its stage has no home there.',
  })
  toStage: StageDefinitionType | null;

  @Field(() => Boolean, { description: 'Whether it can move: no effect blocks.' })
  canMove: boolean;

  @Field(() => [TemplateMigrationEffectType], {
    description: 'Everything it would gain or lose, what blocks first; NO_CHANGE alone where there is nothing.',
  })
  effects: TemplateMigrationEffectType[];

  @Field(() => GateStandingType, {
    nullable: true,
    description: 'How the gate it stands at is doing today; null in the last stage.',
  })
  standingBefore: GateStandingType | null;

  @Field(() => GateStandingType, {
    nullable: true,
    description: 'How the gate it would stand at would do today; null in the last stage, and where it has no home.',
  })
  standingAfter: GateStandingType | null;
}

export const TemplateMigrationPreviewConnection = connectionTypes(
  TemplateMigrationPreviewType,
  'TemplateMigrationPreview',
  'previews',
  true,
);
