import { Field, InputType, Int } from '@nestjs/graphql';
import type { TicketTool } from '../../../domain/tickets/ticket.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { MayBeAbsent, Tidied } from '../../../platform/graphql/validators.js';
import { TicketToolEnum } from './ticket-tool.enum.js';

const SETTINGS =
  'effort (WORKLOGS, COUNTER or NONE), countOpeningBalance, statusCategories, pointsField, hoursField, ignoredUserIds, baseUrl, projects, userName; what is left out takes the default of the tool.';

@InputType({ description: 'A connection to a ticketing tool.' })
export class IntegrationConnectionCreateInput {
  @Field(() => String, { description: 'The portfolio.' })
  portfolioKey: string;

  @Field(() => TicketToolEnum, { description: 'Which tool it is to.' })
  tool: TicketTool;

  @Field(() => String, { description: 'What people call it, 1 to 100 characters, unique in the portfolio.' })
  @Tidied()
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret of its hook, at least 16 characters: of AZURE_DEVOPS `user:password`, of GENERIC a `whsec_` key. Left out: one is made.',
  })
  secret?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: `How it is used: ${SETTINGS}` })
  settings?: unknown;
}

@InputType({ description: 'What a connection is to be from now on.' })
export class IntegrationConnectionUpdateInput {
  @Field(() => String, { nullable: true, description: 'Its name, 1 to 100 characters. Left out: as it is.' })
  @MayBeAbsent()
  @Tidied()
  name?: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: `All of its settings, not only those that change: ${SETTINGS} Absent: as they are.`,
  })
  settings?: unknown;

  @Field(() => Int, { description: 'The version you saw.' })
  expectedVersion: number;
}
