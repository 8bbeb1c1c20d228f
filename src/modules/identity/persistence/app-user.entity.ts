import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A person or machine that acts. */
@Entity('app_user')
@Unique('app_user_email_unique', ['email'])
@Unique('app_user_oidc_unique', ['oidcIssuer', 'oidcSubject'])
@Unique('app_user_external_id_unique', ['externalId'])
@Check('app_user_system_stays_active', 'see migrations')
@Check('app_user_email_lower', 'see migrations')
@Check('app_user_oidc_whole', 'see migrations')
@Check('app_user_oidc_not_the_system', 'see migrations')
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

  /** The OpenID provider that knows this user, and as whom; null until the first sign-in by it. */
  @Column('text', { name: 'oidc_issuer', nullable: true })
  readonly oidcIssuer: string | null;

  @Column('text', { name: 'oidc_subject', nullable: true })
  readonly oidcSubject: string | null;

  /** Since when the user can do nothing any more. */
  @Column('timestamp with time zone', { name: 'deactivated_at', precision: 3, nullable: true })
  readonly deactivatedAt: Instant | null;

  /** What a directory that provisions users calls this one. */
  @Column('text', { name: 'external_id', nullable: true })
  readonly externalId: string | null;
}
