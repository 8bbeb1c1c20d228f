import { Injectable } from '@nestjs/common';
import type { ToldInitiative } from '../../../domain/webhooks/message.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { PublicUrl } from '../../../platform/public-url.js';
import { Users } from '../../identity/queries/users.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';

/** The names and places that stand in a message for ids. */
@Injectable()
export class ToldNames {
  constructor(
    private readonly users: Users,
    private readonly initiatives: Initiatives,
    private readonly url: PublicUrl,
  ) {}

  async ofUser(id: string | null, tx: Tx): Promise<string | null> {
    const [user] = id === null ? [] : await this.users.byIds([id], tx);
    return user?.name ?? null;
  }

  async ofInitiative(id: string, tx: Tx): Promise<ToldInitiative> {
    const [initiative] = await this.initiatives.byIds([id], tx);
    if (!initiative) {
      throw new Error(`Initiative ${id} is referred to but not there.`);
    }
    return { key: initiative.key, name: initiative.name, url: this.url.of(`/i/${initiative.key}`) };
  }
}
