import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import type { AuditEvent, AuditVerification } from '../queries/audit-events.js';

@ObjectType('AuditEvent', {
  implements: () => Node,
  description:
    "One change, as it was written into the append-only trail. There is one hash chain per initiative, and one per portfolio for what concerns no initiative; the hash covers previousHash, sequence and the event's own bytes.",
})
export class AuditEventType implements Omit<AuditEvent, 'actorId'> {
  @Field(() => ID, { description: 'Chain and sequence, joined by a slash.' })
  id: string;

  @Field(() => String, { description: 'The chain it belongs to: `initiative:` or `portfolio:` and the id.' })
  chain: string;

  @Field(() => Int, { description: 'Its place in the chain, from 1, without gaps.' })
  sequence: number;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Instant;

  @Field(() => String, { description: 'What happened, noun and verb, for instance `evidence.submitted`.' })
  action: string;

  @Field(() => String, { description: 'The type of what was changed, as the API names it.' })
  subjectType: string;

  @Field(() => ID, { description: 'The id of what was changed.' })
  subjectId: string;

  @Field(() => JsonScalar, { description: 'What was said or changed, by field.' })
  changes: unknown;

  @Field(() => String, { description: 'The hash of the event before it; 64 zeros for the first.' })
  previousHash: string;

  @Field(() => String, { description: "SHA-256 over `previousHash:sequence:` and the event's own bytes, hex." })
  hash: string;
}

export const AuditEventConnection = connectionTypes(AuditEventType, 'AuditEvent', 'audit events');

@ObjectType('AuditBreak', { description: 'The first link of a chain that does not hold.' })
export class AuditBreakType {
  @Field(() => String, { description: 'The chain that is broken.' })
  chain: string;

  @Field(() => Int, { description: 'The place in it.' })
  sequence: number;

  @Field(() => String, { description: 'What does not hold.' })
  reason: string;
}

@ObjectType('AuditVerification', { description: 'What came of recomputing all chains of the portfolio.' })
export class AuditVerificationType implements AuditVerification {
  @Field(() => Boolean, { description: 'True when every link of every chain holds.' })
  ok: boolean;

  @Field(() => Int, { description: 'How many chains were looked at.' })
  chains: number;

  @Field(() => Int, { description: 'How many events were recomputed.' })
  checked: number;

  @Field(() => AuditBreakType, { nullable: true, description: 'The first broken link; null when all hold.' })
  firstBroken: AuditBreakType | null;
}
