import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A vote cast in a review; the last one of a voter counts. */
@Entity('gate_vote')
@ForeignKey('gate_review', ['portfolioId', 'reviewId'], ['portfolioId', 'id'], { name: 'gate_vote_review_fk' })
@ForeignKey('app_user', ['voterId'], ['id'], { name: 'gate_vote_voter_fk' })
@Check('gate_vote_outcome_known', 'see migrations')
export class GateVoteEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'gate_vote_pk' })
  readonly reviewId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'gate_vote_pk' })
  readonly sequence: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'voter_id' })
  readonly voterId: string;

  @Column('text', { nullable: true })
  readonly outcome: string | null;

  @Column('text', { nullable: true })
  readonly comment: string | null;

  @Column('timestamp with time zone', { name: 'cast_at', precision: 3 })
  readonly castAt: Instant;
}
