import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A person or machine that acts. */
@Entity('app_user')
@Unique('app_user_email_unique', ['email'])
@Check('app_user_email_lower', 'see migrations')
export class AppUserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'app_user_pk' })
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly email: string;

  @Column('boolean', { name: 'is_instance_admin', default: false })
  readonly isInstanceAdmin: boolean;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;
}
