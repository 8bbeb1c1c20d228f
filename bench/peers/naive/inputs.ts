import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsDateString,
  IsIn,
  IsNotEmpty,
  IsNumberString,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

@InputType()
export class DocumentInput {
  @Field()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  summary: string;

  @Field()
  @IsUrl()
  url: string;

  @Field()
  @IsDateString()
  effectiveOn: string;
}

@InputType()
export class EvidenceInput {
  @Field(() => ID)
  @Matches(/^[0-9a-f-]{36}$/)
  initiativeId: string;

  @Field()
  @IsString()
  criterionKey: string;

  @Field(() => DocumentInput)
  @ValidateNested()
  @Type(() => DocumentInput)
  document: DocumentInput;
}

@InputType()
export class WorklogInput {
  @Field()
  @IsString()
  initiativeKey: string;

  @Field()
  @IsString()
  categoryKey: string;

  @Field()
  @IsNumberString()
  amount: string;

  @Field()
  @IsIn(['HOURS'])
  unit: string;

  @Field()
  @IsDateString()
  workedOn: string;

  @Field()
  @IsString()
  @MaxLength(200)
  person: string;

  @Field()
  @IsString()
  source: string;

  @Field()
  @IsString()
  externalId: string;

  @Field()
  @IsIn(['WORKLOG'])
  method: string;
}

@InputType()
export class WorklogsInput {
  @Field()
  @IsString()
  portfolioKey: string;

  @Field(() => [WorklogInput])
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => WorklogInput)
  entries: WorklogInput[];
}
