import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The roles a user holds in a portfolio. */
@Entity('portfolio_member')
@Index('portfolio_member_user_idx', ['userId'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'portfolio_member_portfolio_fk' })
@ForeignKey('app_user', ['userId'], ['id'], { name: 'portfolio_member_user_fk' })
@Check('portfolio_member_roles_known', 'see migrations')
@Check('portfolio_member_not_the_system', 'see migrations')
export class PortfolioMemberEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'portfolio_member_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'portfolio_member_pk' })
  readonly userId: string;

  @Column('text', { array: true })
  readonly roles: string[];
}
