import { Injectable } from '@nestjs/common';
import {
  mentionsIn,
  resolveMentions,
  type Mentionable,
  type ResolvedMentions,
} from '../../../domain/conversation/mentions.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

// A machine has no inbox: whoever is nothing but INTEGRATION cannot be called on.
const MEMBERS = `
  SELECT u.id, u.email FROM portfolio_member m JOIN app_user u ON u.id = m.user_id
  WHERE m.portfolio_id = $1 AND m.roles <> ARRAY['INTEGRATION'] AND (u.id = ANY($2) OR u.email = ANY($3))`;

@Injectable()
export class MentionablePeople {
  constructor(private readonly database: Database) {}

  /**
   * Whom a text mentions among the people of a portfolio. Who is unknown and who belongs to other portfolios only is unresolved
   * alike, so that nobody learns from a mention who exists.
   */
  async mentionedIn(text: string, portfolioId: string, tx: Tx): Promise<ResolvedMentions> {
    const mentions = mentionsIn(text);
    const keys = (by: 'ID' | 'EMAIL') => mentions.filter((mention) => mention.by === by).map(({ key }) => key);
    const people =
      mentions.length === 0
        ? []
        : await this.database.rows<Mentionable>(MEMBERS, [portfolioId, keys('ID'), keys('EMAIL')], tx);
    return resolveMentions(mentions, people);
  }
}
