import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The head of an audit chain. */
@Entity('audit_chain')
@Index('audit_chain_portfolio_idx', ['portfolioId'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'audit_chain_portfolio_fk' })
export class AuditChainEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_chain_pk' })
  readonly chain: string;

  @Column('uuid', { name: 'portfolio_id', nullable: true })
  readonly portfolioId: string | null;

  @Column('integer')
  readonly sequence: number;

  @Column('text')
  readonly hash: string;
}
