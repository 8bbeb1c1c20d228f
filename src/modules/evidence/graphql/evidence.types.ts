import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import { CriterionKindEnum } from '../../templates/graphql/template.enums.js';
import type { Evidence, EvidenceStatus as Status, ShownKind } from '../queries/evidence-ledger.js';
import { EvidenceStatus } from './evidence.enums.js';

type Leaf = Omit<Evidence, 'portfolioId' | 'initiativeId' | 'submittedById' | 'reviewedById'>;

@ObjectType('Evidence', {
  implements: () => Node,
  description:
    'One submission for a criterion, with its review. It never changes; better evidence is a new submission.',
})
export class EvidenceType implements Leaf {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'The criterion it was submitted for.' })
  criterionKey: string;

  @Field(() => CriterionKindEnum, { description: 'What kind of evidence it is.' })
  kind: ShownKind;

  @Field(() => EvidenceStatus, { description: 'What became of it.' })
  status: Status;

  @Field(() => String, {
    description: 'One line about it: its summary, the statement of a sign-off, or the name of a check.',
  })
  summary: string;

  @Field(() => String, { nullable: true, description: 'Where to read more.' })
  url: string | null;

  @Field(() => JsonScalar, { description: 'The content of its kind, as it was submitted; what was left out is null.' })
  content: Readonly<Record<string, unknown>>;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt: Instant;

  @Field(() => DateScalar, { description: "The day it takes effect, in the portfolio's time zone." })
  effectiveOn: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day it holds on, as long as the criterion is valid for; null where it holds without end.',
  })
  expiresOn: CalendarDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted or returned; null before that.' })
  reviewedAt: Instant | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer said.' })
  reviewComment: string | null;
}

export const EvidenceConnection = connectionTypes(EvidenceType, 'Evidence', 'pieces of evidence');
