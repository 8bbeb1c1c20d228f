import { Injectable } from '@nestjs/common';
import { Users, type User } from '../../identity/queries/users.js';
import { SignInSettings } from '../sign-in-settings.js';
import { SamplePeople, type SamplePerson } from './sample-people.js';
import { Sessions } from './sessions.js';

/** Who somebody is in the board, and how they could sign in. */
export interface Standing {
  readonly viewer: Pick<User, 'id' | 'name' | 'email'> | null;
  readonly waysToSignIn: {
    readonly token: true;
    readonly oidc: { readonly label: string } | null;
    readonly samplePeople: readonly SamplePerson[];
  };
}

/** What the board asks first of all. Asking it is no use of a session. */
@Injectable()
export class Standings {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly samplePeople: SamplePeople,
    private readonly settings: SignInSettings,
  ) {}

  /** Sample people are told to requests of this machine only. */
  async of(secret: string | null, isOfThisMachine: boolean): Promise<Standing> {
    const { oidc } = this.settings;
    return {
      viewer: await this.viewerOf(secret),
      waysToSignIn: {
        token: true,
        oidc: oidc && { label: oidc.label },
        samplePeople: isOfThisMachine ? await this.samplePeople.all() : [],
      },
    };
  }

  private async viewerOf(secret: string | null): Promise<Standing['viewer']> {
    const session = secret === null ? null : await this.sessions.bySecret(secret);
    const [user] = session ? await this.users.byIds([session.viewer.userId]) : [];
    return user ? { id: user.id, name: user.name, email: user.email } : null;
  }
}
