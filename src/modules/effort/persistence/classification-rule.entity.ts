import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A rule of a version, at its rank. */
@Entity('classification_rule')
@Unique('classification_rule_name_unique', ['portfolioId', 'version', 'name'])
@ForeignKey('classification_rules', ['portfolioId', 'version'], ['portfolioId', 'version'], {
  name: 'classification_rule_rules_fk',
})
@ForeignKey('effort_category', ['portfolioId', 'categoryKey'], ['portfolioId', 'key'], {
  name: 'classification_rule_category_fk',
})
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'classification_rule_initiative_fk',
})
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'classification_rule_connection_fk',
})
@Check('classification_rule_place', 'see migrations')
@Check('classification_rule_asks', 'see migrations')
@Check('classification_rule_gives', 'see migrations')
@Check('classification_rule_criterion', 'see migrations')
export class ClassificationRuleEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'classification_rule_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'classification_rule_pk' })
  readonly version: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'classification_rule_pk' })
  readonly position: number;

  @Column('text')
  readonly name: string;

  @Column('uuid', { name: 'connection_id', nullable: true })
  readonly connectionId: string | null;

  @Column('text', { array: true })
  readonly labels: string[];

  @Column('text', { array: true })
  readonly components: string[];

  @Column('text', { name: 'ticket_types', array: true })
  readonly ticketTypes: string[];

  @Column('text', { name: 'project_keys', array: true })
  readonly projectKeys: string[];

  @Column('text', { name: 'category_key', nullable: true })
  readonly categoryKey: string | null;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  readonly initiativeId: string | null;

  @Column('text', { name: 'criterion_key', nullable: true })
  readonly criterionKey: string | null;
}
